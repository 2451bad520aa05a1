"""From the model's many outputs to three probabilities: danger, danger now, a sign of it.

One output alone judges badly at its edge: "je te garde une place" scores a little for danger, and for no
kind of danger in particular. A logistic regression on the outputs that speak of risk, their products, the
three strongest kinds and the two likeliest topics reads them together. `make tune` learns its weights on
scores of left-out writers and writes them to calibration.json; see docs/adr/0009-second-reading.md.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy.special import expit

FILE = Path(__file__).with_name("calibration.json")
HEADS = ("danger", "now", "sign")
_KINDS, _TOPICS = 3, 2


@dataclass(frozen=True)
class Calibration:
    """Weights on the `signals` of a message, once centred and scaled, and on their products."""

    outputs: tuple[str, ...]  # the risk outputs, in the order of the first signals
    centre: np.ndarray  # (signals,)
    scale: np.ndarray  # (signals,)
    weights: Mapping[str, np.ndarray]  # head -> (1 + signals + products,), the constant first

    def probabilities(self, signals: np.ndarray) -> dict[str, np.ndarray]:
        """{head: (n,)} for signals (n, signals): that someone is in danger (`alerte` or more, against `aucun`),
        that a danger is now (`urgence` among dangers), that a message without danger shows a sign (`vigilance`)."""
        terms = products((signals - self.centre) / self.scale)
        return {head: expit(terms @ its[1:] + its[0]) for head, its in self.weights.items()}


def signals(risk: np.ndarray, kinds: np.ndarray, topics: np.ndarray) -> np.ndarray:
    """The signals of n messages: risk outputs (n, r), the strongest of (n, kinds), the likeliest of (n, topics)."""
    strongest = np.sort(kinds, axis=1)[:, ::-1][:, :_KINDS]
    likeliest = np.sort(topics, axis=1)[:, ::-1][:, :_TOPICS]
    return np.hstack([risk, strongest, likeliest]).astype(np.float64)


def products(scaled: np.ndarray) -> np.ndarray:
    """The signals, then each product of two of them (squares too): (n, s + s (s + 1) / 2)."""
    left, right = np.triu_indices(scaled.shape[1])
    return np.hstack([scaled, scaled[:, left] * scaled[:, right]])


def write(calibration: Calibration, path: Path = FILE) -> None:
    """Six digits a number: a file to read and compare."""
    held = {
        "outputs": list(calibration.outputs),
        "centre": _digits(calibration.centre),
        "scale": _digits(calibration.scale),
        "weights": {head: _digits(its) for head, its in calibration.weights.items()},
    }
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _digits(numbers: np.ndarray) -> list[float]:
    return [float(f"{number:.6g}") for number in numbers]


@lru_cache(maxsize=1)
def read_calibration() -> Calibration:
    """The weights of calibration.json. Raises KeyError where a head is missing."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return Calibration(
        tuple(held["outputs"]), np.array(held["centre"]), np.array(held["scale"]),
        {head: np.array(held["weights"][head]) for head in HEADS},
    )  # fmt: skip
