"""One model for everything read off a sentence: topics, danger, category, who is meant.

Regularised least squares over a quadratic kernel: two sentences are alike when n-grams *and* meaning
agree, so "je vais mourir" + "de rire" weighs otherwise than each half. One Cholesky factor serves
all 100 outputs. See docs/adr/0004-one-kernel-model.md for the figures against linear models.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from scipy import linalg, sparse

from bot.language.features import LETTERS, WORDS, Idf, fit_idf, ngrams, vectors

FORMAT = 2
_SCALE = 3.0
_BLOCK = 2048


@dataclass(frozen=True)
class Model:
    """Scores of a text for each of `outputs`, from its likeness to the n examples learnt."""

    outputs: tuple[str, ...]
    idf: Idf
    ngrams_by_feature: sparse.csr_matrix  # (LETTERS + WORDS, n): the examples, ready for products
    vectors: np.ndarray  # (n, 512)
    duals: np.ndarray  # (n, len(outputs))
    bias: np.ndarray  # (len(outputs),)

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """(len(texts), len(outputs)) float32; about 0 for "no" and 1 for "yes"."""
        texts = list(texts)
        result = np.empty((len(texts), len(self.outputs)), dtype=np.float32)
        for start in range(0, len(texts), _BLOCK):
            block = texts[start : start + _BLOCK]
            alike = likeness(ngrams(block, self.idf), vectors(block), self.ngrams_by_feature, self.vectors)
            result[start : start + _BLOCK] = alike @ self.duals + self.bias
        return result


def likeness(
    sparse_part: sparse.csr_matrix, dense_part: np.ndarray, by_feature: sparse.csr_matrix, dense_examples: np.ndarray
) -> np.ndarray:
    """The kernel: squared weighted likeness of each text with each example, float32."""
    alike = (sparse_part @ by_feature).toarray()
    alike += dense_part @ dense_examples.T
    np.maximum(alike, 0, out=alike)
    np.square(alike, out=alike)
    alike *= np.float32(1 / _SCALE)
    return alike


def fit(texts: Sequence[str], targets: dict[str, np.ndarray], *, ridge: float) -> Model:
    """Learn every output at once.

    `targets` maps an output to its wanted value for each text, (len(texts),). `ridge` is the
    penalty; larger is smoother. Needs about 5 bytes x len(texts)^2 of memory while it runs (3 GB for 24,000).
    """
    texts = list(texts)
    idf = fit_idf(texts)
    sparse_part, dense_part = ngrams(texts, idf), vectors(texts)
    by_feature = sparse_part.T.tocsr()
    wanted = np.stack(list(targets.values()), axis=1).astype(np.float32)
    bias = wanted.mean(axis=0)
    gram = np.empty((len(texts), len(texts)), dtype=np.float32)
    for start in range(0, len(texts), _BLOCK):
        rows = slice(start, start + _BLOCK)
        gram[rows] = likeness(sparse_part[rows], dense_part[rows], by_feature, dense_part)
    duals = solve(gram, wanted - bias, ridge)
    return Model(tuple(targets), idf, by_feature, dense_part, duals, bias)


def solve(gram: np.ndarray, wanted: np.ndarray, ridge: float) -> np.ndarray:
    """Dual coefficients of the least-squares fit; `gram` is overwritten."""
    gram[np.diag_indices_from(gram)] += ridge
    # Its transpose is itself, in the order LAPACK wants: nothing is copied.
    factor = linalg.cho_factor(gram.T, lower=True, overwrite_a=True, check_finite=False)
    return linalg.cho_solve(factor, wanted, check_finite=False).astype(np.float32)


def save(model: Model, path: Path) -> None:
    """One .npz of plain arrays (no pickle), written whole or not at all."""
    part = path.with_suffix(".part.npz")
    examples = model.ngrams_by_feature
    np.savez_compressed(
        part, format=FORMAT, outputs=np.array(model.outputs), letters=model.idf.letters, words=model.idf.words,
        data=examples.data.astype(np.float16), indices=examples.indices, indptr=examples.indptr,
        vectors=model.vectors.astype(np.float16), duals=model.duals, bias=model.bias,
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
        held = stored["vectors"].astype(np.float32)
        return Model(
            outputs=tuple(str(name) for name in stored["outputs"]),
            idf=Idf(stored["letters"], stored["words"]),
            ngrams_by_feature=sparse.csr_matrix(
                (stored["data"].astype(np.float32), stored["indices"], stored["indptr"]),
                shape=(LETTERS + WORDS, len(held)),
            ),
            vectors=held,
            duals=stored["duals"],
            bias=stored["bias"],
        )
