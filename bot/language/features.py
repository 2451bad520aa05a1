"""A message as numbers: n-grams of letters, of words, and the sentence vector, side by side."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer

from bot.language.encoder import encode
from bot.language.text import clean, normalise

LETTERS, WORDS = 2**17, 2**16
# Relative weight of the three views; chosen by cross-validation over authors (docs/evaluation.md).
WEIGHTS = (1.0, 0.8, 1.22)

_letters = HashingVectorizer(
    analyzer="char_wb", ngram_range=(2, 5), n_features=LETTERS, norm=None,
    alternate_sign=False, lowercase=False, dtype=np.float32,
)  # fmt: skip
_words = HashingVectorizer(
    analyzer="word", ngram_range=(1, 2), n_features=WORDS, norm=None, token_pattern=r"[\w']+",  # noqa: S106
    alternate_sign=False, lowercase=False, dtype=np.float32,
)  # fmt: skip


@dataclass(frozen=True)
class Idf:
    """Inverse document frequencies of the two n-gram views, (LETTERS,) and (WORDS,) float32."""

    letters: np.ndarray
    words: np.ndarray


def _counts(texts: list[str]) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    plain = [normalise(text) for text in texts]
    return _letters.transform(plain), _words.transform(plain)


def fit_idf(texts: list[str]) -> Idf:
    """How rare each n-gram is among `texts` (smoothed as scikit-learn does)."""
    return Idf(*(_idf(counts) for counts in _counts(texts)))


def _idf(counts: sparse.csr_matrix) -> np.ndarray:
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    return (np.log((1 + counts.shape[0]) / (1 + seen)) + 1).astype(np.float32)


def _weighted(counts: sparse.csr_matrix, idf: np.ndarray, weight: float) -> sparse.csr_matrix:
    counts.data = np.log1p(counts.data) * idf[counts.indices]
    norms = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    scale = np.divide(weight, norms, out=np.zeros_like(norms), where=norms > 0)
    return sparse.diags(scale.astype(np.float32)) @ counts


def ngrams(texts: list[str], idf: Idf) -> sparse.csr_matrix:
    """Sparse (len(texts), LETTERS + WORDS) float32."""
    letters, words = _counts(texts)
    return sparse.hstack(
        [_weighted(letters, idf.letters, WEIGHTS[0]), _weighted(words, idf.words, WEIGHTS[1])],
        format="csr", dtype=np.float32,
    )  # fmt: skip


def vectors(texts: list[str]) -> np.ndarray:
    """Dense (len(texts), 512) float32, from the encoder."""
    return encode([clean(text) for text in texts]) * np.float32(WEIGHTS[2])
