"""Who says that they did harm, or fear to: their own words and line, never a victim's."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from bot.language.text import normalise
from bot.safety.screen import Risk, at_least

_FILE = Path(__file__).with_name("roles.yml")
ROLES = ("auteur", "attirance")
# Told by somebody who did harm, these are still dangers of their own; other kinds are mostly a misreading.
_STILL = ("suicide", "danger_immediat")


def by_role(text: str, told: str | None) -> Risk | None:
    """The role that a message says its writer has, or None. `told` is the category of the conversation so far.

    `urgence` where somebody who told of such a thing says that it may happen now.
    """
    plain = normalise(text)
    for role, kinds in _patterns().items():
        now = any(pattern.search(plain) for pattern in kinds["now"])
        if any(pattern.search(plain) for pattern in kinds["say"]):
            return Risk("urgence" if now else "alerte", role)
        if told == role and now:
            return Risk("urgence", role)
    return None


def kept_role(risk: Risk, told: str | None) -> Risk:
    """The risk of a message in a conversation whose writer has a role: the role's, unless it is a danger of its own."""
    if told not in ROLES or risk.category in (None, *ROLES) or not at_least(risk, "vigilance"):
        return risk
    if risk.category in _STILL and not risk.third_party and at_least(risk, "alerte"):
        return risk
    return Risk(risk.level if risk.category not in _STILL else "alerte", told)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, dict[str, tuple[re.Pattern[str], ...]]]:
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        role: {kind: tuple(re.compile(rf"\b(?:{one})\b") for one in kinds[kind]) for kind in ("say", "now")}
        for role, kinds in data.items()
    }
