"""How alike two sentences are, and the table of all likenesses among the sentences learnt."""

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy import sparse

from bot.language.features import Features

_SCALE = 3.0
_PANEL = 2048


def likeness(texts: Features, by_feature: sparse.csr_matrix, dense: np.ndarray) -> np.ndarray:
    """The quadratic kernel, (texts, examples) float32: squared weighted likeness, over three.

    `by_feature` (features, examples) and `dense` (examples, DENSE) are the examples.
    """
    alike = (texts.ngrams @ by_feature).toarray()
    alike += texts.dense @ dense.T
    np.maximum(alike, 0, out=alike)
    np.square(alike, out=alike)
    alike *= np.float32(1 / _SCALE)
    return alike


class Gram:
    """The symmetric table of likenesses of n sentences; only its lower half is held (2 n² bytes)."""

    def __init__(self, features: Features) -> None:
        self.size = len(features.dense)
        by_feature = features.ngrams.T.tocsr()

        def panel(start: int) -> np.ndarray:
            end = min(start + _PANEL, self.size)
            rows = Features(features.ngrams[start:end], features.dense[start:end])
            return likeness(rows, by_feature[:, :end], features.dense[:end])

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            self._panels = list(pool.map(panel, range(0, self.size, _PANEL)))

    def times(self, columns: np.ndarray) -> np.ndarray:
        """The product with (n, k) float32."""
        rows = np.ascontiguousarray(columns.T)
        product = np.zeros_like(rows)
        for number, panel in enumerate(self._panels):
            start, end = number * _PANEL, number * _PANEL + len(panel)
            product[:, start:end] += (panel @ columns[:end]).T
            # Rows on the left: half as long again with the panel transposed.
            product[:, :start] += rows[:, start:end] @ panel[:, :start]
        return np.ascontiguousarray(product.T)
