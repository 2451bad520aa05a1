"""Who says that they did harm, or fear to: their own words and line, never a victim's."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from bot.language.text import normalise
from bot.safety.screen import Risk, at_least
from bot.safety.wordings import by_wording

_FILE = Path(__file__).with_name("roles.yml")
ROLES = ("auteur", "attirance")
_ADULTS = ("parent", "educator")
# A life, or a danger that is there: no role ever hides it, whoever it is about.
_FIRST = ("suicide", "danger_immediat")


def in_role(text: str, risk: Risk, *, told: str | None, audience: str) -> Risk:
    """`risk`, or that of the role which the writer says they have. `told` is the category of the conversation so far.

    `urgence` where somebody who told of such a thing says that it may happen now. An adult who told of a role keeps
    it when the model alone reads a victim; a child never does, since a child may be both.
    """
    worded = by_wording(text)
    if worded and worded.category in _FIRST:
        return risk
    role, now = _said(text, told)
    if role and (now or not _is_first(risk)):
        return Risk("urgence" if now else "alerte", role)
    misread = at_least(risk, "vigilance") and worded is None and not _is_first(risk) and risk.category not in ROLES
    if told in ROLES and audience in _ADULTS and misread:
        return Risk(risk.level, told)
    return risk


def _is_first(risk: Risk) -> bool:
    return risk.category in _FIRST and at_least(risk, "alerte")


def _said(text: str, told: str | None) -> tuple[str | None, bool]:
    """The role that a message tells of, and whether it may happen now."""
    plain = normalise(text)
    for role, kinds in _patterns().items():
        now = any(pattern.search(plain) for pattern in kinds["now"])
        if any(pattern.search(plain) for pattern in kinds["say"]) or (told == role and now):
            return role, now
    return None, False


@lru_cache(maxsize=1)
def _patterns() -> dict[str, dict[str, tuple[re.Pattern[str], ...]]]:
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        role: {kind: tuple(re.compile(rf"\b(?:{one})\b") for one in kinds[kind]) for kind in ("say", "now")}
        for role, kinds in data.items()
    }
