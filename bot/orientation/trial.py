"""Can help be given with these words? Tried before they are served."""

from datetime import datetime

from bot.content import AUDIENCES, Content, ContentError, Problem
from bot.orientation.card import card_of, doors, plain_text
from bot.orientation.hours import PARIS
from bot.orientation.orient import help_lines, orient

_NIGHT, _DAY = datetime(2026, 12, 25, 3, tzinfo=PARIS), datetime(2026, 11, 24, 15, tzinfo=PARIS)


def trial(content: Content) -> None:
    """Make the card of every trouble, for everyone, here and abroad. Raises ContentError for the first that fails."""
    for category in content.categories:
        for audience in AUDIENCES:
            for third_party in (False, True):
                _try(content, category, audience, third_party, "fr")
            for where in content.abroad:
                _try(content, category, audience, False, where)


def _try(content: Content, category: str, audience: str, third_party: bool, territory: str) -> None:
    try:
        for level, now in (("alerte", _NIGHT), ("urgence", _DAY)):
            found = orient(
                content, category=category, level=level, audience=audience, now=now,
                third_party=third_party, territory=territory,
            )  # fmt: skip
            if not (plain_text(content, found).strip() and card_of(content, found)["line"] and doors(content, found)):
                raise ValueError("carte vide")
        help_lines(content, audience, _NIGHT, territory=territory)
    except Exception as error:
        place = f"{category}, {audience}, {territory}"
        what = f"la carte d'aide ne peut pas être faite ({type(error).__name__} : {error})"
        raise ContentError([Problem("help/", place, what)]) from error
