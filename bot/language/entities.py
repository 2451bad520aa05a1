"""What a message names: apps, ages, relations. Read by rules, since the lists are closed."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bot.language.text import normalise

_FILE = Path(__file__).with_name("entities.yml")
_OLDEST = 99


@dataclass(frozen=True)
class Entity:
    """`kind` is platform, relation or age; `value` is content's own word for it ("13" for an age)."""

    kind: str
    value: str


def entities(text: str) -> tuple[Entity, ...]:
    """Every entity of a message, in the order of the text, each once. Never raises for a string."""
    plain = normalise(text)
    found = [(match.start(), Entity(kind, value)) for kind, value, named in _named() for match in named.finditer(plain)]
    found += [(match.start(), Entity("age", age)) for match in _ages().finditer(plain) if (age := _age(match))]
    return tuple(dict.fromkeys(one for _, one in sorted(found, key=lambda pair: pair[0])))


def _age(match: re.Match[str]) -> str | None:
    said = match.group("age")
    value = int(said) if said.isdigit() else _data()["age"]["words"][said]
    return str(value) if 0 < value <= _OLDEST else None


@lru_cache(maxsize=1)
def _data() -> dict:
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _named() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (kind, value, re.compile(rf"(?<!\w)(?:{say})(?!\w)"))
        for kind in ("platform", "relation")
        for value, say in _data()[kind].items()
    )


@lru_cache(maxsize=1)
def _ages() -> re.Pattern[str]:
    age = _data()["age"]
    words = "|".join(sorted(age["words"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<age>\d{{1,2}}|{words}) ?(?:{age['unit']})(?!\w)")
