"""Wordings that must never be missed, whatever the model says, and the near misses beside them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bot.language.text import normalise

if TYPE_CHECKING:
    from bot.safety.screen import Risk

_FILE = Path(__file__).with_name("wordings.yml")
_GLUED = 9  # letters: a shorter word is a word


@dataclass(frozen=True)
class Wording:
    """A pattern on normalised text (no accent, lower case), and what silences it."""

    pattern: re.Pattern
    unless: re.Pattern | None
    level: str
    category: str
    third: bool = False  # said of somebody else, whatever the model thinks


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    """The wordings of a message with its spaces, and those of a message without."""
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    spaced = tuple(_wording(one, lambda written: _compile(written, data["parts"])) for one in data["wordings"])
    return spaced, tuple(_wording(one, re.compile) for one in data["glued"])


def _wording(one: dict[str, str], compiled: Callable[[str], re.Pattern]) -> Wording:
    unless = compiled(one["unless"]) if "unless" in one else None
    return Wording(compiled(one["say"]), unless, one["level"], one["category"], bool(one.get("third")))


def _compile(written: str, parts: dict[str, str]) -> re.Pattern:
    """A pattern in which {name} stands for a shared part, a space for a gap, « ␣? » for a gap or none."""
    filled = re.sub(r"\{(\w+)\}", lambda found: f"(?:{parts[found.group(1)]})", written)
    return re.compile(r"\b(?:" + filled.replace(" ?", r"\s*").replace(" ", r"\s+") + r")\b")


def by_wording(text: str) -> "Risk | None":
    """The gravest wording found in `text`, or None."""
    from bot.safety.screen import LEVELS, Risk

    words = normalise(text)
    spaced, glued = _wordings()
    found = _found(spaced, words)
    for run_together in (word for word in words.split() if len(word) >= _GLUED):
        found += _found(glued, run_together)
    if not found:
        return None
    gravest = max(found, key=lambda one: LEVELS.index(one.level))
    return Risk(gravest.level, gravest.category, any(one.third for one in found if one.category == gravest.category))


def _found(wordings: Iterable[Wording], words: str) -> list[Wording]:
    return [one for one in wordings if one.pattern.search(words) and not (one.unless and one.unless.search(words))]
