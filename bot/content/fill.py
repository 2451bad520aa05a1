"""Numbers, hours and facts put where a text names them; a sentence whose fact has expired is left out."""

import re
from collections.abc import Mapping
from typing import Any

from bot.content.problem import Problem
from bot.content.typography import french

PLACEHOLDER = re.compile(r"\{(line|hours|fact)\.(\w+)\}")
_NAMED = re.compile(r"\{(\w+\.[^{}]*)\}")
_OWN_PLACEHOLDERS = ("interface.yml", "help/card.yml")  # filled by the code that shows them
_SENTENCES = re.compile(r"(?<=[.!?…])(\s+)")


class Filler:
    """Fills the placeholders of texts; notes what it saw and what it could not fill.

    `expired` holds names as they stand in texts ("fact.peine", "line.e_enfance"): a sentence that
    uses one is left out, so that what remains is true.
    """

    def __init__(self, lines: Mapping[str, Any], facts: Mapping[str, Any], expired: frozenset[str]) -> None:
        self._lines, self._facts, self._expired = lines, facts, expired
        self.seen: list[tuple[str, str, str]] = []
        self.problems: list[Problem] = []

    def __call__(self, text: str, file: str, *place: str) -> str:
        inside = ", ".join(place)
        self.seen.append((file, inside, text))
        for found in _NAMED.finditer(text):
            if not PLACEHOLDER.fullmatch(found.group()) or self._value(found.group(1)) is None:
                self.problems.append(
                    Problem(file, inside, f"« {found.group()} » n'existe pas ; voir lines.yml et facts.yml")
                )
        if file not in _OWN_PLACEHOLDERS and re.search(r"[{}]", PLACEHOLDER.sub("", _NAMED.sub("", text))):
            message = "une accolade de trop ; un fait s'écrit {fact.ID}, une ligne {line.ID}"
            self.problems.append(Problem(file, inside, message))
        kept = without(text.strip(), self._expired)
        return french(PLACEHOLDER.sub(lambda found: self._value(f"{found[1]}.{found[2]}") or found[0], kept))

    def all(self, data: Any, file: str, *place: str) -> Any:
        """`data` with every text of it filled; addresses are left as they are."""
        if isinstance(data, dict):
            return {key: self.all(value, file, *place, str(key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self.all(value, file, *place) for value in data]
        if not isinstance(data, str) or data.startswith(("http://", "https://")):
            return data
        return self(data, file, *place)

    def _value(self, name: str) -> str | None:
        kind, _, id = name.partition(".")
        said = {"fact": ("say", self._facts), "line": ("say", self._lines), "hours": ("hours_text", self._lines)}
        if kind not in said or not isinstance(said[kind][1].get(id), dict):
            return None
        field, known = said[kind]
        return str(known[id].get(field, ""))


def without(text: str, expired: frozenset[str]) -> str:
    """`text` without the sentences that name something expired; lines and paragraphs stay."""
    if not expired or not names_in(text) & expired:
        return text
    parts = _SENTENCES.split(text)
    kept, gap = "", ""
    for sentence, space in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if not names_in(sentence) & expired:
            kept += gap + sentence if kept else sentence
            gap = ""
        gap = max(gap, space, key=lambda one: (one.count("\n"), len(one)))
    return kept


def names_in(text: str) -> set[str]:
    """What a text names: {"fact.peine", "line.e_enfance"}; the hours of a line go with the line."""
    return {f"{'line' if kind == 'hours' else kind}.{id}" for kind, id in PLACEHOLDER.findall(text)}
