"""A message as numbers: n-grams of letters, of words, and the sentence vector, side by side."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer

from bot.language.encoder import encode
from bot.language.text import clean, normalise

LETTERS, WORDS, DENSE = 2**17, 2**16, 256
# Relative weight of the three views; chosen by cross-validation over authors (docs/evaluation.md).
WEIGHTS = (1.0, 0.8, 1.22)
# An n-gram found in more than this share of the sentences tells little and costs most of the time.
COMMON, _COMMON_AT_LEAST = 0.05, 50

_letters = HashingVectorizer(
    analyzer="char_wb", ngram_range=(2, 5), n_features=LETTERS, norm=None,
    alternate_sign=False, lowercase=False, dtype=np.float32,
)  # fmt: skip
_words = HashingVectorizer(
    analyzer="word", ngram_range=(1, 2), n_features=WORDS, norm=None, token_pattern=r"[\w']+",  # noqa: S106
    alternate_sign=False, lowercase=False, dtype=np.float32,
)  # fmt: skip


@dataclass(frozen=True)
class Views:
    """How to weigh n-grams and shorten vectors, learnt from the training sentences."""

    letters: np.ndarray  # (LETTERS,) inverse document frequencies
    words: np.ndarray  # (WORDS,) inverse document frequencies
    common: float  # n-grams whose inverse document frequency is below this are left out
    basis: np.ndarray  # (512, DENSE) the directions in which the sentences differ most


@dataclass(frozen=True)
class Features:
    """Texts as numbers; the rows of both parts are the texts."""

    ngrams: sparse.csr_matrix  # (n, LETTERS + WORDS) float32
    dense: np.ndarray  # (n, DENSE) float32


def fit_views(texts: list[str]) -> tuple[Views, Features]:
    """Learn the views from `texts`, and what they make of them."""
    counts, vectors = _counts(texts), _vectors(texts)
    common = _rarity(len(texts), np.array(max(COMMON * len(texts), _COMMON_AT_LEAST)))
    # Not centred: products of shortened vectors stay those of the whole ones, as nearly as 256 numbers can.
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    views = Views(
        letters=_rarities(counts[0]), words=_rarities(counts[1]), common=float(common),
        basis=np.ascontiguousarray(directions[:, -DENSE:].astype(np.float32)),
    )  # fmt: skip
    return views, _weigh(counts, vectors, views)


def read_features(texts: list[str], views: Views) -> Features:
    """Texts never seen, with views already learnt."""
    return _weigh(_counts(texts), _vectors(texts), views)


def _weigh(counts: tuple[sparse.csr_matrix, sparse.csr_matrix], vectors: np.ndarray, views: Views) -> Features:
    letters = _weighted(counts[0], views.letters, views.common, WEIGHTS[0])
    words = _weighted(counts[1], views.words, views.common, WEIGHTS[1])
    return Features(sparse.hstack([letters, words], format="csr", dtype=np.float32), vectors @ views.basis)


def _counts(texts: list[str]) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    plain = [normalise(text) for text in texts]
    return _letters.transform(plain), _words.transform(plain)


def _vectors(texts: list[str]) -> np.ndarray:
    return encode([clean(text) for text in texts]) * np.float32(WEIGHTS[2])


def _rarity(count: int, seen: np.ndarray) -> np.ndarray:
    """Smoothed inverse document frequency, as scikit-learn computes it."""
    return np.log((1 + count) / (1 + seen)) + 1


def _rarities(counts: sparse.csr_matrix) -> np.ndarray:
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    return _rarity(counts.shape[0], seen).astype(np.float32)


def _weighted(counts: sparse.csr_matrix, rarities: np.ndarray, common: float, weight: float) -> sparse.csr_matrix:
    rarity = rarities[counts.indices]
    counts.data = np.log1p(counts.data) * rarity
    norms = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    counts.data[rarity < common] = 0
    counts.eliminate_zeros()
    scale = np.divide(weight, norms, out=np.zeros_like(norms), where=norms > 0)
    return sparse.diags(scale.astype(np.float32)) @ counts
