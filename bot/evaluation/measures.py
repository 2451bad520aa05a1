"""How well messages are understood: recall first, false alarms beside it, intervals on both."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.rates import Rate, rate
from bot.safety import LEVELS
from bot.understanding import Understander, Understanding

BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
Pairs = Sequence[tuple[dict[str, Any], Understanding]]


@dataclass(frozen=True)
class Measures:
    """Every figure of one run, in the order of the report."""

    rates: dict[str, Rate]
    macro_f1: float  # of topics: the plain mean over the topics asked
    calibration: list[tuple[float, float, float, Rate]]  # from, to, mean confidence, share that was right
    confusions: list[tuple[str, str, int]]  # wanted, understood, how often


def measure(understander: Understander, messages: Sequence[dict[str, Any]]) -> Measures:
    """Compare what is understood with what each message is marked with (level, category, third_party, topic)."""
    pairs = [(one, understander.understand(one["text"], audience=one["audience"])) for one in messages]
    asked = [(m, u) for m, u in pairs if m["topic"]]
    wrong = Counter((m["topic"], u.topic) for m, u in asked if u.topic != m["topic"])
    return Measures(
        rates=risk_rates(pairs) | risk_rates_by(pairs, "category") | risk_rates_by(pairs, "style") | topic_rates(asked),
        macro_f1=_macro_f1([(m["topic"], u.topic) for m, u in asked]),
        calibration=_calibration(asked),
        confusions=[(wanted, got, count) for (wanted, got), count in wrong.most_common(15)],
    )


def risk_rates(pairs: Pairs) -> dict[str, Rate]:
    """Alarms where they belong and where they do not; the kind and the person of the alarms that belong."""
    return {
        "risque : rappel (alerte et urgence)": rate(alarmed(u) for m, u in pairs if danger(m)),
        "risque : urgence jamais sous alerte": rate(alarmed(u) for m, u in pairs if m["level"] == "urgence"),
        "risque : urgence vue comme urgence": rate(
            u.risk.level == "urgence" for m, u in pairs if m["level"] == "urgence"
        ),
        "fausses alertes sur « aucun »": rate(alarmed(u) for m, u in pairs if m["level"] == "aucun"),
        "alertes sur « vigilance »": rate(alarmed(u) for m, u in pairs if m["level"] == "vigilance"),
        "« vigilance » vue (ou plus)": rate(u.risk.level != "aucun" for m, u in pairs if m["level"] == "vigilance"),
        "précision des alertes": rate(danger(m) for m, u in pairs if alarmed(u)),
        "catégorie juste": rate(u.risk.category == m["category"] for m, u in pairs if danger(m) and alarmed(u)),
        "tierce personne juste": rate(
            u.risk.third_party == m["third_party"] for m, u in pairs if danger(m) and alarmed(u)
        ),
    }


def risk_rates_by(pairs: Pairs, mark: str) -> dict[str, Rate]:
    """Recall and false alarms for each value of a mark of the messages (category, style, level of school...)."""
    names = {"category": "", "style": "style "}
    found = {}
    for value in sorted({m.get(mark) or "" for m, _ in pairs} - {""}):
        its = [(m, u) for m, u in pairs if m.get(mark) == value]
        found[f"rappel, {names.get(mark, '')}{value}"] = rate(alarmed(u) for m, u in its if danger(m))
        found[f"fausses alertes, {names.get(mark, '')}{value}"] = rate(alarmed(u) for m, u in its if _calm(m))
    return found


def topic_rates(asked: Pairs) -> dict[str, Rate]:
    """First choice, three choices, and what is done when unsure, on messages that have a topic."""
    return {
        "sujet : premier choix": rate(u.topic == m["topic"] for m, u in asked),
        "sujet : dans les trois": rate(m["topic"] in [g.topic for g in u.guesses] for m, u in asked),
        "sujet : premier choix, hors danger": rate(u.topic == m["topic"] for m, u in asked if not danger(m)),
        "sujet : dans les trois, hors danger": rate(
            m["topic"] in [g.topic for g in u.guesses] for m, u in asked if not danger(m)
        ),
        "sujet : faux et sûr de lui": rate(u.topic != m["topic"] and not u.fallback for m, u in asked),
        "sujet : propositions au lieu d'une réponse": rate(u.fallback for m, u in asked),
    }


def _macro_f1(answers: Sequence[tuple[str, str]]) -> float:
    scores = []
    for topic in sorted({wanted for wanted, _ in answers}):
        hits = sum(wanted == got == topic for wanted, got in answers)
        said = sum(got == topic for _, got in answers)
        asked = sum(wanted == topic for wanted, _ in answers)
        scores.append(2 * hits / (said + asked))
    return sum(scores) / len(scores) if scores else float("nan")


def _calibration(asked: Pairs) -> list[tuple[float, float, float, Rate]]:
    rows = []
    for low, high in itertools.pairwise(BINS):
        its = [(m, u) for m, u in asked if low <= u.confidence < high]
        if its:
            mean = sum(u.confidence for _, u in its) / len(its)
            rows.append((low, min(high, 1.0), mean, rate(u.topic == m["topic"] for m, u in its)))
    return rows


def danger(message: dict[str, Any]) -> bool:
    """Whether the message is marked as telling of danger."""
    return LEVELS.index(message["level"]) >= LEVELS.index("alerte")


def _calm(message: dict[str, Any]) -> bool:
    return message["level"] == "aucun"


def alarmed(understood: Understanding) -> bool:
    """Whether help is given."""
    return LEVELS.index(understood.risk.level) >= LEVELS.index("alerte")
