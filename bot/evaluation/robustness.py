"""The same dangers, mistyped: does a disclosure survive a hurried thumb?"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.measures import alarmed
from bot.evaluation.rates import Rate, rate
from bot.language.text import strip_accents
from bot.understanding import Understander

_LOOKALIKES = str.maketrans({"a": "@", "e": "3", "i": "1", "o": "0", "s": "5"})
_EMOJI = ("😭", "🙏", "😅", "💔", "😶", "👀")


@dataclass(frozen=True)
class Line:
    """One way of mistyping: recall on the same messages, clean and mistyped."""

    name: str
    clean: Rate
    mistyped: Rate


def _each_word(change: Callable[[str, random.Random], str], share: float) -> Callable[[str, random.Random], str]:
    def mistype(text: str, dice: random.Random) -> str:
        words = text.split(" ")
        return " ".join(change(word, dice) if len(word) > 3 and dice.random() < share else word for word in words)

    return mistype


def _double(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word))
    return word[: at + 1] + word[at:]


def _drop(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _swap(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _disguise(word: str, dice: random.Random) -> str:
    spots = [at for at, char in enumerate(word) if char.translate(_LOOKALIKES) != char]
    if not spots:
        return word
    at = dice.choice(spots)
    return word[:at] + word[at].translate(_LOOKALIKES) + word[at + 1 :]


def _glue(text: str, dice: random.Random) -> str:
    return re.sub(" ", lambda _: "" if dice.random() < 0.15 else " ", text)


def _sprinkle(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    words.insert(dice.randrange(len(words) + 1), dice.choice(_EMOJI))
    return " ".join([*words, dice.choice(_EMOJI)])


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "sans accents": lambda text, dice: strip_accents(text),
    "EN CAPITALES": lambda text, dice: text.upper(),
    "sans ponctuation": lambda text, dice: " ".join(re.sub(r"[^\w\s']", " ", text).split()),
    "une lettre doublée, un mot sur quatre": _each_word(_double, 0.25),
    "une lettre oubliée, un mot sur quatre": _each_word(_drop, 0.25),
    "deux lettres échangées, un mot sur quatre": _each_word(_swap, 0.25),
    "des espaces perdus (15 %)": _glue,
    "des emojis ajoutés": _sprinkle,
    "su1cide (un mot sur deux)": _each_word(_disguise, 0.5),
}


def robustness(understander: Understander, dangers: Sequence[dict[str, Any]]) -> list[Line]:
    """Recall on `dangers` (text, audience) clean and mistyped in each way. The same dice at every run."""

    def seen(texts: Sequence[str]) -> Rate:
        return rate(
            alarmed(understander.understand(text, audience=one["audience"]))
            for text, one in zip(texts, dangers, strict=True)
        )

    clean = seen([one["text"] for one in dangers])
    lines = []
    for name, way in WAYS.items():
        dice = random.Random(name)  # noqa: S311 (no secret here)
        lines.append(Line(name, clean, seen([way(one["text"], dice) for one in dangers])))
    return lines
