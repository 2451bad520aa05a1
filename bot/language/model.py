"""One model for everything read off a sentence: topics, danger, category, who is meant.

Regularised least squares over a quadratic kernel: two sentences are alike when n-grams *and* meaning
agree, so "je vais mourir" + "de rire" weighs otherwise than each half. See docs/adr/0004-one-kernel-model.md
for the figures against linear models, 0008-learning-by-products.md for how it is learnt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from scipy import sparse

from bot.language.features import LETTERS, WORDS, Views, fit_views, read_features
from bot.language.kernel import Gram, likeness
from bot.language.solver import solve

FORMAT = 3
_BLOCK = 2048
_NOTE = "note_"


@dataclass(frozen=True)
class Model:
    """Scores of a text for each of `outputs`, from its likeness to the n examples learnt."""

    outputs: tuple[str, ...]
    views: Views
    ngrams_by_feature: sparse.csr_matrix  # (LETTERS + WORDS, n): the examples, ready for products
    dense: np.ndarray  # (n, DENSE)
    duals: np.ndarray  # (n, len(outputs))
    bias: np.ndarray  # (len(outputs),)
    notes: Mapping[str, np.ndarray] = field(default_factory=dict)  # tables that the caller keeps beside

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """(len(texts), len(outputs)) float32; about 0 for "no" and 1 for "yes"."""
        texts = list(texts)
        result = np.empty((len(texts), len(self.outputs)), dtype=np.float32)
        for start in range(0, len(texts), _BLOCK):
            block = read_features(texts[start : start + _BLOCK], self.views)
            alike = likeness(block, self.ngrams_by_feature, self.dense)
            result[start : start + _BLOCK] = alike @ self.duals + self.bias
        return result


def fit(
    texts: Sequence[str],
    targets: dict[str, np.ndarray],
    *,
    ridge: float,
    notes: Mapping[str, np.ndarray] | None = None,
) -> Model:
    """Learn every output at once.

    `targets` maps an output to its wanted value for each text, (len(texts),). `ridge` is the
    penalty; larger is smoother. Needs about 2.5 bytes x len(texts)^2 of memory while it runs (6 GB for 48,000).
    """
    views, features = fit_views(list(texts))
    wanted = np.stack(list(targets.values()), axis=1).astype(np.float32)
    bias = wanted.mean(axis=0)
    duals = solve(Gram(features), wanted - bias, ridge)
    return Model(tuple(targets), views, features.ngrams.T.tocsr(), features.dense, duals, bias, notes or {})


def save(model: Model, path: Path) -> None:
    """One .npz of plain arrays (no pickle), written whole or not at all."""
    part = path.with_suffix(".part.npz")
    examples = model.ngrams_by_feature
    # Not compressed: ten seconds to write twice, for a fifth of the size.
    np.savez(
        part, format=FORMAT, outputs=np.array(model.outputs), letters=model.views.letters, words=model.views.words,
        common=model.views.common, basis=model.views.basis,
        data=examples.data.astype(np.float16), indices=examples.indices, indptr=examples.indptr,
        dense=model.dense.astype(np.float16), duals=model.duals, bias=model.bias,
        **{_NOTE + name: table for name, table in model.notes.items()},
    )  # fmt: skip
    part.replace(path)


def load(path: Path) -> Model:
    """The model that `save` wrote. Raises ValueError for another format or a file cut short, OSError if unreadable."""
    try:
        opened = np.load(path, allow_pickle=False)
    except BadZipFile:
        raise ValueError(f"{path}: not a whole model file") from None
    with opened as stored:
        if int(stored["format"]) != FORMAT:
            raise ValueError(f"{path}: model format {stored['format']}, expected {FORMAT}")
        held = stored["dense"].astype(np.float32)
        return Model(
            outputs=tuple(str(name) for name in stored["outputs"]),
            views=Views(stored["letters"], stored["words"], float(stored["common"]), stored["basis"]),
            ngrams_by_feature=sparse.csr_matrix(
                (stored["data"].astype(np.float32), stored["indices"], stored["indptr"]),
                shape=(LETTERS + WORDS, len(held)),
            ),
            dense=held,
            duals=stored["duals"],
            bias=stored["bias"],
            notes={name.removeprefix(_NOTE): stored[name] for name in stored.files if name.startswith(_NOTE)},
        )
