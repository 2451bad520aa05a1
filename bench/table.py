"""Figures as a plain table: median, 95th centile, worst."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Values of one measure, all in `unit`."""

    name: str
    values: Sequence[float]
    unit: str


def show(title: str, rows: Sequence[Row]) -> None:
    """Print one table."""
    print(title)
    print(f"  {'mesure':<42}{'médiane':>10}{'95e':>10}{'pire':>10}  n")
    for row in rows:
        ordered = sorted(row.values)
        middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        figures = "".join(f"{value:>10.1f}" for value in (middle, high, ordered[-1]))
        print(f"  {row.name:<42}{figures}  {len(ordered)} {row.unit}")
    print()
