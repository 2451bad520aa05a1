"""How well messages are understood: recall first, false alarms beside it, intervals on both."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from bot.safety import LEVELS
from bot.understanding import Understander, Understanding

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


@dataclass(frozen=True)
class Measures:
    """Every figure of one run, in the order of the report."""

    rates: dict[str, Rate] = field(default_factory=dict)
    confusions: list[tuple[str, str, int]] = field(default_factory=list)


def measure(understander: Understander, messages: Sequence[dict[str, Any]]) -> Measures:
    """Compare what is understood with what each message is marked with (level, category, third_party, topic)."""
    found = [understander.understand(one["text"], audience=one["audience"]) for one in messages]
    pairs = list(zip(messages, found, strict=True))
    rates = {
        "risque : rappel (alerte et urgence)": _rate(_alarmed(u) for m, u in pairs if _danger(m)),
        "risque : urgence jamais sous alerte": _rate(_alarmed(u) for m, u in pairs if m["level"] == "urgence"),
        "risque : urgence vue comme urgence": _rate(
            u.risk.level == "urgence" for m, u in pairs if m["level"] == "urgence"
        ),
        "fausses alertes sur « aucun »": _rate(_alarmed(u) for m, u in pairs if m["level"] == "aucun"),
        "alertes sur « vigilance »": _rate(_alarmed(u) for m, u in pairs if m["level"] == "vigilance"),
        "précision des alertes": _rate(_danger(m) for m, u in pairs if _alarmed(u)),
        "catégorie juste": _rate(u.risk.category == m["category"] for m, u in pairs if _danger(m) and _alarmed(u)),
        "tierce personne juste": _rate(
            u.risk.third_party == m["third_party"] for m, u in pairs if _danger(m) and _alarmed(u)
        ),
    }
    for category in sorted({m["category"] for m, _ in pairs if _danger(m)}):
        rates[f"rappel, {category}"] = _rate(_alarmed(u) for m, u in pairs if _danger(m) and m["category"] == category)
    for style in sorted({m.get("style") or "" for m, _ in pairs} - {""}):
        rates[f"rappel, style {style}"] = _rate(_alarmed(u) for m, u in pairs if _danger(m) and m.get("style") == style)
        rates[f"fausses alertes, style {style}"] = _rate(
            _alarmed(u) for m, u in pairs if m["level"] == "aucun" and m.get("style") == style
        )
    asked = [(m, u) for m, u in pairs if m["topic"]]
    rates |= {
        "sujet : premier choix": _rate(u.topic == m["topic"] for m, u in asked),
        "sujet : dans les trois": _rate(m["topic"] in [g.topic for g in u.guesses] for m, u in asked),
        "sujet : premier choix, hors danger": _rate(u.topic == m["topic"] for m, u in asked if not _danger(m)),
        "sujet : faux et sûr de lui": _rate(u.topic != m["topic"] and not u.fallback for m, u in asked),
        "sujet : propositions au lieu d'une réponse": _rate(u.fallback for m, u in asked),
    }
    wrong = Counter((m["topic"], u.topic) for m, u in asked if u.topic != m["topic"])
    return Measures(rates, [(wanted, got, count) for (wanted, got), count in wrong.most_common(15)])


def report(measures: Measures) -> str:
    """The figures as lines: rate, 95 % interval, counts."""
    lines = [f"{name:<46} {rate}" for name, rate in measures.rates.items() if rate.total]
    lines += ["", "Confusions les plus fréquentes (attendu -> compris) :"]
    lines += [f"  {wanted} -> {got} : {count}" for wanted, got, count in measures.confusions]
    return "\n".join(lines)


def _danger(message: dict[str, Any]) -> bool:
    return LEVELS.index(message["level"]) >= LEVELS.index("alerte")


def _alarmed(understood: Understanding) -> bool:
    return LEVELS.index(understood.risk.level) >= LEVELS.index("alerte")


def _rate(outcomes: Iterable[bool]) -> Rate:
    listed = list(outcomes)
    return Rate(sum(listed), len(listed))
