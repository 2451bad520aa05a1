"""A moment and a person, and what is found for them: shared by the tests of orientation."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.content import load
from bot.orientation import orient
from bot.settings import ROOT

PARIS = ZoneInfo("Europe/Paris")
REAL = load(ROOT / "content" / "fr")
LEVELS = ("vigilance", "alerte", "urgence")


def paris(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=PARIS)


def served(found):
    """Every choice of an orientation."""
    return [one for one in (*found.emergency, found.first, found.written, found.second) if one]


def at(written: str, category="sextorsion", audience="11-14", level="alerte", **options):
    return orient(REAL, category=category, level=level, audience=audience, now=paris(written), **options)
