"""Sentences that say the same thing in nearly the same words: they teach nothing, and flatter a test."""

from collections.abc import Sequence

import numpy as np

from bot.language.encoder import encode
from bot.language.text import clean, normalise

COSINE = 0.95
_FEWEST_WORDS = 5
_BLOCK = 2048


def near_duplicates(texts: Sequence[str], *, cosine: float = COSINE) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of texts equal once normalised, or whose vectors' cosine exceeds `cosine`.

    Texts of fewer than five words are only compared once normalised: "oui" and "ouii" are two ways
    to type, and the encoder takes most two-word messages for one another.
    """
    plain = [normalise(text) or text for text in texts]
    first: dict[str, int] = {}
    same = {(first[one], row) for row, one in enumerate(plain) if first.setdefault(one, row) != row}
    long = np.array([row for row, one in enumerate(plain) if len(one.split()) >= _FEWEST_WORDS])
    vectors = encode([clean(texts[row]) for row in long])
    for start in range(0, len(long), _BLOCK):
        alike = vectors[start : start + _BLOCK] @ vectors[: start + _BLOCK].T
        for one, other in zip(*np.nonzero(alike > cosine), strict=True):
            if other < start + one:
                same.add((int(long[other]), int(long[start + one])))
    return sorted(same)
