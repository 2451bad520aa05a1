"""Wordings that must never be missed, whatever the model says, and the near misses beside them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bot.language.text import normalise

if TYPE_CHECKING:
    from bot.safety.screen import Risk

_FILE = Path(__file__).with_name("wordings.yml")


@dataclass(frozen=True)
class Wording:
    """A pattern on normalised text (no accent, lower case), and what silences it."""

    pattern: re.Pattern
    unless: re.Pattern | None
    level: str
    category: str


@lru_cache(maxsize=1)
def _wordings() -> tuple[Wording, ...]:
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    parts = data["parts"]
    return tuple(
        Wording(
            _compile(one["say"], parts),
            _compile(one["unless"], parts) if "unless" in one else None,
            one["level"],
            one["category"],
        )
        for one in data["wordings"]
    )


def _compile(written: str, parts: dict[str, str]) -> re.Pattern:
    """A pattern in which {name} stands for a shared part and a space for any gap of white space."""
    filled = re.sub(r"\{(\w+)\}", lambda found: f"(?:{parts[found.group(1)]})", written)
    return re.compile(r"\b(?:" + filled.replace(" ", r"\s+") + r")\b")


def by_wording(text: str) -> "Risk | None":
    """The gravest wording found in `text`, or None."""
    from bot.safety.screen import LEVELS, Risk

    words = normalise(text)
    found = [one for one in _wordings() if one.pattern.search(words) and not (one.unless and one.unless.search(words))]
    if not found:
        return None
    gravest = max(found, key=lambda one: LEVELS.index(one.level))
    return Risk(gravest.level, gravest.category)
