"""A message read in the light of what was told before: "c'est mon oncle" is no small talk after a help card."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from bot.language.text import normalise
from bot.safety.screen import Risk, at_least

_FILE = Path(__file__).with_name("context.yml")
# After one of these, a message read as one of those is mostly of the same thing.
_DEEPEST, _VAGUER = ("violence_sexuelle", "maltraitance"), ("sollicitation",)
_NEVER_CALM = ("suicide", "mal_etre")


@dataclass(frozen=True)
class Before:
    """What the conversation was flagged with, and whether the last answer was a help card."""

    risk: Risk
    helped: bool


@dataclass(frozen=True)
class Reading:
    """`risk` in context. `thread`: nothing new is told, and the answer must stay with what was told before."""

    risk: Risk
    thread: bool = False


def in_light(text: str, risk: Risk, before: Before | None) -> Reading:
    """Read `text`, whose own risk is `risk`, after `before`. Never calmer than `risk`.

    A short answer to a help card keeps the category told before: to say when makes it `urgence`, to
    say who or how long keeps it `alerte`.
    """
    if before is None:
        return Reading(risk)
    kind = _kind(text)
    kind = "thread" if kind == "asks" else kind
    if kind == "taken":
        if before.risk.category == "suicide":
            return Reading(replace(before.risk, level="urgence"))
        kind = None
    if before.risk.category in _DEEPEST and risk.category in _VAGUER and not _graver(risk, before.risk):
        # "il m'a dit c'est un secret", after a touch, is of the touch.
        risk = replace(before.risk, level=risk.level)
    if kind and risk.category == "mal_etre" and at_least(risk, "alerte"):
        # "j'ai peur", "depuis deux semaines" have no category of their own: what was told before does.
        risk = replace(before.risk, level=risk.level)
    if not before.helped:
        return Reading(risk)
    if kind == "now":
        return Reading(replace(before.risk, level="urgence"))
    if at_least(risk, "alerte"):
        return Reading(risk)
    if kind == "goes_on":
        return Reading(replace(before.risk, level="alerte"))
    return Reading(risk, thread=kind == "thread")


def only_asks(text: str, before: Before | None) -> bool:
    """Whether a message asks what to do or say and tells nothing ("que lui dire ce soir ?"): read with the usual cut.

    With the low cut of a flagged conversation, « ce soir » alone would alarm. Not after distress or thoughts of death.
    """
    return before is not None and before.risk.category not in _NEVER_CALM and _kind(text) == "asks"


def _graver(risk: Risk, than: Risk) -> bool:
    return not at_least(than, risk.level)


def _kind(text: str) -> str | None:
    plain = normalise(text)
    longest, patterns = _patterns()
    if not plain or len(plain.split()) > longest:
        return None
    return next((kind for kind, pattern in patterns if pattern.fullmatch(plain)), None)


@lru_cache(maxsize=1)
def _patterns() -> tuple[int, tuple[tuple[str, re.Pattern[str]], ...]]:
    data = yaml.safe_load(_FILE.read_text(encoding="utf-8"))

    def compiled(kind: str) -> re.Pattern[str]:
        whole = "|".join(f"(?:{one})" for one in data[kind])
        for name, part in data["parts"].items():
            whole = whole.replace("{" + name + "}", part)
        return re.compile(whole)

    return data["longest"], tuple((kind, compiled(kind)) for kind in ("asks", "taken", "now", "goes_on", "thread"))
