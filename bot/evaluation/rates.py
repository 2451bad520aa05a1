"""Shares with their uncertainty."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

_Z = 1.96


@dataclass(frozen=True)
class Rate:
    """`hits` out of `total`."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        return self.hits / self.total if self.total else float("nan")

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval."""
        if not self.total:
            return (0.0, 1.0)
        share, n = self.value, self.total
        middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return (max(0.0, middle - half), min(1.0, middle + half))

    def __str__(self) -> str:
        if not self.total:
            return "aucun cas"
        low, high = self.interval()
        return f"{self.value:.3f}  [{low:.3f}-{high:.3f}]  {self.hits}/{self.total}"


def rate(outcomes: Iterable[bool]) -> Rate:
    """How often an outcome is true."""
    listed = list(outcomes)
    return Rate(sum(listed), len(listed))
