"""Read `content/fr` into one `Content`. Refuses, in French, what it cannot read; `check` says the rest."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.content.model import Content, Line, Route, Source, Support, Text, Theme, Topic
from bot.content.typography import french

_PLACEHOLDER = re.compile(r"\{(line|hours|fact)\.(\w+)\}")
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ContentError(ValueError):
    """A file of content that cannot be used: which, where, what to do."""


@lru_cache(maxsize=4)
def load(folder: Path) -> Content:
    """Everything below `folder`. Raises ContentError naming the file and the place."""
    lines = {id: _line(id, raw) for id, raw in _read(folder / "help" / "lines.yml").items()}
    facts = _read(folder / "facts.yml")
    fill = _Filler(lines, facts)
    taxonomy = _read(folder / "taxonomy.yml")
    themes, topics = _topics(folder / "topics", fill)
    return Content(
        audiences=_needed(taxonomy, "audiences", "taxonomy.yml"),
        levels=tuple(_needed(taxonomy, "risk_levels", "taxonomy.yml")),
        categories=tuple(_needed(taxonomy, "risk_categories", "taxonomy.yml")),
        taxonomy={theme: tuple(listed) for theme, listed in _needed(taxonomy, "topics", "taxonomy.yml").items()},
        themes=themes,
        topics=topics,
        lines=lines,
        support=_support(folder / "help" / "support.yml", fill),
        routes=_routes(folder / "help" / "routes.yml"),
        reporting=_french(_read(folder / "help" / "reporting.yml"), fill, "help/reporting.yml"),
        card=_french(_read(folder / "help" / "card.yml"), fill, "help/card.yml"),
        facts=facts,
        sources={id: _source(id, raw) for id, raw in _read(folder / "sources.yml").items()},
        interface=_french(_read(folder / "interface.yml"), fill, "interface.yml"),
        raw_texts=tuple(fill.seen),
    )


class _Filler:
    """Puts lines and facts where a text names them, so that a number lives in one file."""

    def __init__(self, lines: Mapping[str, Line], facts: Mapping[str, Any]) -> None:
        self._lines, self._facts = lines, facts
        self.seen: list[tuple[str, str, str]] = []

    def __call__(self, text: str, place: str) -> str:
        file, _, inside = place.partition(", ")
        self.seen.append((file, inside, text))
        return french(_PLACEHOLDER.sub(lambda found: self._value(found, place), text.strip()))

    def _value(self, found: re.Match, place: str) -> str:
        kind, id = found.groups()
        if kind == "fact" and id in self._facts:
            return _needed(self._facts[id], "say", f"facts.yml, {id}")
        if kind == "line" and id in self._lines:
            return self._lines[id].say
        if kind == "hours" and id in self._lines:
            return self._lines[id].hours_text
        raise ContentError(f"{place} : « {found.group()} » n'existe pas ; voir lines.yml et facts.yml")


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    except FileNotFoundError:
        raise ContentError(f"{path} : fichier absent") from None
    except yaml.YAMLError as error:
        raise ContentError(f"{path} : YAML illisible ({error})") from None
    if not isinstance(data, dict):
        raise ContentError(f"{path} : une liste de « clé : valeur » est attendue")
    return data


def _needed(raw: Mapping[str, Any], key: str, place: str) -> Any:
    if key not in raw:
        raise ContentError(f"{place} : champ manquant « {key} » ; voir fields.yml")
    return raw[key]


def _french(data: Any, fill: _Filler, place: str) -> Any:
    if isinstance(data, dict):
        return {key: _french(value, fill, f"{place}, {key}") for key, value in data.items()}
    if isinstance(data, list):
        return [_french(value, fill, place) for value in data]
    if not isinstance(data, str) or data.startswith(("http://", "https://")):
        return data
    return fill(data, place)


def _build(kind: type, raw: Mapping[str, Any], place: str) -> Any:
    known = {field.name for field in fields(kind)}
    unknown = set(raw) - known
    if unknown:
        raise ContentError(f"{place} : champ inconnu {sorted(unknown)} ; voir fields.yml")
    try:
        return kind(**raw)
    except TypeError as error:
        raise ContentError(f"{place} : champ manquant ({error}) ; voir fields.yml") from None


def _line(id: str, raw: dict[str, Any]) -> Line:
    said: dict[str, Any] = {
        key: french(value) if isinstance(value, str) and key not in ("chat", "site", "tel", "sms", "number") else value
        for key, value in raw.items()
    }  # fmt: skip
    for key in ("why", "what_happens"):
        if key in said:
            said[key] = {who: french(words) for who, words in said[key].items()}
    for key in ("number", "tel", "sms", "say"):
        if key in said:
            said[key] = str(said[key])
    said["audiences"] = tuple(said.get("audiences", ()))
    return _build(Line, {"id": id, **said}, f"help/lines.yml, {id}")


def _source(id: str, raw: dict[str, Any]) -> Source:
    return _build(Source, {"id": id, **raw, "date": str(raw.get("date", ""))}, f"sources.yml, {id}")


def _topics(folder: Path, fill: _Filler) -> tuple[dict[str, Theme], dict[str, Topic]]:
    themes, topics = {}, {}
    for path in sorted(folder.glob("*.yml")):
        raw = _read(path)
        place = f"topics/{path.name}"
        theme = raw.get("theme", path.stem)
        intro = {who: fill(words, place) for who, words in raw.get("intro", {}).items()}
        themes[theme] = Theme(theme, french(raw.get("label", theme)), intro, place)
        for id, one in (raw.get("topics") or {}).items():
            texts = {
                who: _text(words, fill, f"{place}, {id}, {who}") for who, words in (one.get("texts") or {}).items()
            }
            button = _needed(one, "button", f"{place}, {id}")
            topics[id] = Topic(id, theme, french(button), french(one.get("button_adult", button)), texts, place)
    return themes, topics


def _text(raw: dict[str, Any], fill: _Filler, place: str) -> Text:
    said = {key: fill(raw[key], f"{place}, {key}") for key in ("text", "action", "simpler", "details") if raw.get(key)}
    rest = {key: tuple(raw.get(key) or ()) for key in ("next", "sources")}
    unknown = set(raw) - {"text", "action", "simpler", "details", "next", "sources"}
    if unknown:
        raise ContentError(f"{place} : champ inconnu {sorted(unknown)} ; voir fields.yml")
    return _build(Text, {"action": "", "simpler": None, "details": None, **said, **rest}, place)


def _support(path: Path, fill: _Filler) -> dict[str, dict[str, dict[str, Support]]]:
    return {
        category: {
            person: {
                audience: _support_of(raw, fill, f"help/support.yml, {category}, {person}, {audience}")
                for audience, raw in voices.items()
            }
            for person, voices in people.items()
        }
        for category, people in _read(path).items()
    }  # fmt: skip


def _support_of(raw: dict[str, Any], fill: _Filler, place: str) -> Support:
    return _build(Support, {key: fill(words, f"{place}, {key}") for key, words in raw.items()}, place)


def _routes(path: Path) -> dict[str, dict[str, Route]]:
    keys = ("lines", "written", "urgent", "then", "second", "reporting")
    return {
        category: {
            who: _build(Route, {key: tuple(raw.get(key) or ()) for key in keys}, f"help/routes.yml, {category}, {who}")
            for who, raw in people.items()
        }
        for category, people in _read(path).items()
    }
