"""One linear model for everything read off a sentence: topics, danger, category, who is meant.

Regularised least squares, solved once in its dual form for all outputs together: one Cholesky
factor of an (n, n) matrix serves 100 outputs, where one-vs-rest logistic regression would run 100
optimisations over 200,000 features. See docs/adr/0004-one-linear-model.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import linalg, sparse

from bot.language.features import LETTERS, WORDS, Idf, fit_idf, ngrams, vectors

FORMAT = 1


@dataclass(frozen=True)
class Linear:
    """Scores of a text for each of `outputs`. Weights are float32, one column an output."""

    outputs: tuple[str, ...]
    idf: Idf
    ngram_rows: np.ndarray  # (LETTERS + WORDS,) row of `ngram_weights`, -1 where never seen
    ngram_weights: np.ndarray
    vector_weights: np.ndarray  # (512, len(outputs))
    bias: np.ndarray

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """(len(texts), len(outputs)) float32; about 0 for "no" and 1 for "yes"."""
        texts = list(texts)
        result = vectors(texts) @ self.vector_weights + self.bias
        counts = ngrams(texts, self.idf)
        for row in range(len(texts)):
            span = slice(counts.indptr[row], counts.indptr[row + 1])
            where = self.ngram_rows[counts.indices[span]]
            known = where >= 0
            result[row] += counts.data[span][known] @ self.ngram_weights[where[known]]
        return result


def fit(texts: Sequence[str], targets: dict[str, np.ndarray], *, ridge: float = 1.0) -> Linear:
    """Learn every output at once.

    `targets` maps an output to its wanted value for each text, (len(texts),). `ridge` is the
    penalty; larger is smoother.
    """
    texts = list(texts)
    idf = fit_idf(texts)
    sparse_part, dense_part = ngrams(texts, idf), vectors(texts)
    wanted = np.stack(list(targets.values()), axis=1).astype(np.float32)
    bias = wanted.mean(axis=0)
    duals = solve(kernel(sparse_part, dense_part), wanted - bias, ridge)
    return _primal(tuple(targets), idf, sparse_part, dense_part, duals, bias)


def kernel(sparse_part: sparse.csr_matrix, dense_part: np.ndarray) -> np.ndarray:
    """Inner products of all texts with all texts, (n, n) float32."""
    return (sparse_part @ sparse_part.T).toarray() + dense_part @ dense_part.T


def solve(gram: np.ndarray, wanted: np.ndarray, ridge: float) -> np.ndarray:
    """Dual coefficients of the least-squares fit; `gram` is overwritten."""
    gram[np.diag_indices_from(gram)] += ridge
    factor = linalg.cho_factor(gram, lower=True, overwrite_a=True, check_finite=False)
    return linalg.cho_solve(factor, wanted, check_finite=False).astype(np.float32)


def _primal(outputs, idf, sparse_part, dense_part, duals, bias) -> Linear:
    weights = np.asarray((sparse_part.T @ duals), dtype=np.float32)
    seen = np.flatnonzero(np.diff(sparse_part.tocsc().indptr))
    rows = np.full(LETTERS + WORDS, -1, dtype=np.int32)
    rows[seen] = np.arange(len(seen), dtype=np.int32)
    return Linear(
        outputs, idf, rows, weights[seen], np.ascontiguousarray(dense_part.T @ duals), bias
    )  # fmt: skip


def save(model: Linear, path: Path) -> None:
    """One .npz of plain arrays (no pickle), written whole or not at all."""
    part = path.with_suffix(".part.npz")
    np.savez(
        part, format=FORMAT, outputs=np.array(model.outputs), letters=model.idf.letters,
        words=model.idf.words, rows=model.ngram_rows,
        ngrams=model.ngram_weights.astype(np.float16), vectors=model.vector_weights, bias=model.bias,
    )  # fmt: skip
    part.replace(path)


def load(path: Path) -> Linear:
    """The model that `save` wrote. Raises ValueError for another format, OSError if unreadable."""
    with np.load(path, allow_pickle=False) as stored:
        if int(stored["format"]) != FORMAT:
            raise ValueError(f"{path}: model format {stored['format']}, expected {FORMAT}")
        return Linear(
            outputs=tuple(str(name) for name in stored["outputs"]),
            idf=Idf(stored["letters"], stored["words"]),
            ngram_rows=stored["rows"],
            ngram_weights=stored["ngrams"].astype(np.float32),
            vector_weights=stored["vectors"],
            bias=stored["bias"],
        )
