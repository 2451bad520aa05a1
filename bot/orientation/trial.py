"""Can help be given with these words? Tried before they are served."""

from datetime import datetime
from typing import Any

from bot.content import AUDIENCES, Content, ContentError, Problem
from bot.orientation.card import card_of, doors, plain_text
from bot.orientation.hours import PARIS
from bot.orientation.orient import ABILITIES, help_lines, orient

_NIGHT, _DAY = datetime(2026, 12, 25, 3, tzinfo=PARIS), datetime(2026, 11, 24, 15, tzinfo=PARIS)


def trial(content: Content) -> None:
    """Make the card of every trouble, for everyone, here and abroad. Raises ContentError for the first that fails."""
    for category in dict.fromkeys([*content.categories, *content.support]):
        for audience in AUDIENCES:
            for case in _CASES:
                _try(content, {"category": category, "audience": audience, **case})
    for audience in AUDIENCES:
        for where in content.territories:
            _try(content, {"category": "suicide", "audience": audience, "territory": where})
            help_lines(content, audience, _NIGHT, territory=where)


_CASES: tuple[dict[str, Any], ...] = (
    {"level": "alerte", "now": _NIGHT}, {"level": "urgence", "now": _DAY, "third_party": True},
    *({"level": "urgence", "now": _NIGHT, "ability": ability} for ability in ABILITIES),
)  # fmt: skip


def _try(content: Content, case: dict[str, Any]) -> None:
    try:
        asked: dict[str, Any] = {"level": "alerte", "now": _NIGHT} | case
        found = orient(content, **asked)
        if not (plain_text(content, found).strip() and card_of(content, found)["line"] and doors(content, found)):
            raise ValueError("carte vide")
    except Exception as error:
        place = ", ".join(str(case[key]) for key in ("category", "audience", "territory") if key in case)
        what = f"la carte d'aide ne peut pas être faite ({type(error).__name__} : {error})"
        raise ContentError([Problem("help/", place, what)]) from error
