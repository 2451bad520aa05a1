"""Read `content/fr` into one `Content`. Refuses, in French, all that it cannot use; `check` says the rest."""

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.content.files import read_all
from bot.content.fill import Filler
from bot.content.help_model import FollowUp, Line, Route, Support, Territory
from bot.content.leaflets import leaflets
from bot.content.model import ADULTS, AUDIENCES, Content, Source, Text, Theme, Topic, Word
from bot.content.problem import ContentError
from bot.content.schema import shape_faults
from bot.content.typography import french

Files = Mapping[str, Mapping[str, Any]]
_AS_WRITTEN = ("chat", "site", "tel", "sms", "number")


@lru_cache(maxsize=4)
def load(folder: Path) -> Content:
    """Everything below `folder`, whatever its dates; `Words` serves. Raises ContentError."""
    return build(read_files(folder))


def read_files(folder: Path) -> Files:
    """The files below `folder` as data of the right shape. Raises ContentError with everything that is wrong."""
    files, problems = read_all(folder)
    problems += shape_faults(files)
    if problems:
        raise ContentError(problems)
    return files


def build(files: Files, left_out: frozenset[str] = frozenset()) -> Content:
    """The content of files of the right shape, without what `left_out` names. Raises ContentError."""
    fill = Filler(files["help/lines.yml"], files["facts.yml"], left_out)
    taxonomy = files["taxonomy.yml"]
    themes, topics = _topics(files, fill)
    content = Content(
        audiences=taxonomy["audiences"],
        levels=tuple(taxonomy["risk_levels"]),
        categories=tuple(taxonomy["risk_categories"]),
        taxonomy={theme: tuple(listed) for theme, listed in taxonomy["topics"].items()},
        themes=themes,
        topics=topics,
        lines={id: _line(id, raw) for id, raw in files["help/lines.yml"].items()},
        support=_support(files["help/support.yml"], fill),
        routes=_routes(files["help/routes.yml"]),
        territories={id: _territory(id, raw) for id, raw in files["help/territories.yml"].items()},
        follow_ups=_follow_ups(files["help/follow_ups.yml"], fill),
        guide=fill.all(files["help/guide.yml"], "help/guide.yml"),
        reporting=fill.all(files["help/reporting.yml"], "help/reporting.yml"),
        card=fill.all(files["help/card.yml"], "help/card.yml"),
        facts=files["facts.yml"],
        sources={id: Source(**{**raw, "id": id, "date": str(raw["date"])}) for id, raw in files["sources.yml"].items()},
        interface=fill.all(files["interface.yml"], "interface.yml"),
        widget=fill.all(files["widget.yml"], "widget.yml"),
        leaflets=leaflets(files, fill, left_out),
        glossary=_glossary(files["glossary.yml"], fill),
        platforms=files["help/platforms.yml"],
        laws=files["law.yml"],
        expired=left_out,
        raw_texts=tuple(fill.seen),
    )
    if fill.problems:
        raise ContentError(fill.problems)
    return content


def _of(kind: type, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of `kind` among those of `raw`; lists become tuples."""
    names = {field.name for field in fields(kind)}
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items() if key in names}


def _line(id: str, raw: Mapping[str, Any]) -> Line:
    said: dict[str, Any] = {
        key: french(value) if isinstance(value, str) and key not in _AS_WRITTEN else value for key, value in raw.items()
    }
    for key in ("why", "what_happens"):
        said[key] = {who: french(words) for who, words in raw.get(key, {}).items()}
    return Line(**{**_of(Line, said), "id": id, "hours": raw["hours"]})


def _territory(id: str, raw: Mapping[str, Any]) -> Territory:
    first_for = {category: tuple(ids) for category, ids in raw.get("first_for", {}).items()}
    return Territory(**{**_of(Territory, raw), "id": id, "first_for": first_for})


def _topics(files: Files, fill: Filler) -> tuple[dict[str, Theme], dict[str, Topic]]:
    themes, topics = {}, {}
    for file, raw in files.items():
        if not file.startswith("topics/"):
            continue
        theme = raw["theme"]
        intro = {who: fill(words, file, "intro", who) for who, words in raw["intro"].items()}
        themes[theme] = Theme(theme, french(raw["label"]), intro, file)
        for id, one in raw["topics"].items():
            texts = {who: _text(words, fill, file, id, who) for who, words in (one.get("texts") or {}).items()}
            topics[id] = Topic(id, theme, french(one["button"]), french(one["button_adult"]), texts, file)
    return themes, topics


def _text(raw: Mapping[str, Any], fill: Filler, file: str, id: str, who: str) -> Text:
    said = {key: fill(raw[key], file, id, who, key) for key in ("text", "action", "simpler", "details") if raw.get(key)}
    return Text(
        text=said["text"],
        action=said.get("action", ""),
        # A part whose every sentence has expired is as if it had not been written.
        simpler=said.get("simpler") or None,
        details=said.get("details") or None,
        next=tuple(raw["next"]),
        sources=tuple(raw.get("sources") or ()),
    )


def _support(raw: Mapping[str, Any], fill: Filler) -> dict[str, dict[str, dict[str, Support]]]:
    file = "help/support.yml"
    return {
        category: {
            person: {
                who: Support(**{key: fill(words, file, category, person, who, key) for key, words in said.items()})
                for who, said in voices.items()
            }
            for person, voices in people.items()
        }
        for category, people in raw.items()
    }  # fmt: skip


def _follow_ups(raw: Mapping[str, Any], fill: Filler) -> dict[str, FollowUp]:
    file, found = "help/follow_ups.yml", {}
    for id, one in raw.items():
        said = {key: one.get(key) or {} for key in ("button", "texts", "situations", "again")}
        filled = fill.all(said, file, id)
        found[id] = FollowUp(id, **filled, lines=one.get("lines") or {}, next=tuple(one.get("next") or ()))
    return found


def _routes(raw: Mapping[str, Any]) -> dict[str, dict[str, Route]]:
    keys = [field.name for field in fields(Route) if field.name != "situation"]
    return {
        category: {
            who: Route(
                **{key: tuple(said.get(key) or ()) for key in keys},
                situation=french(said["situation"]) if said.get("situation") else None,
            )
            for who, said in people.items()
        }
        for category, people in raw.items()
    }  # fmt: skip


def _glossary(raw: Mapping[str, Any], fill: Filler) -> dict[str, Word]:
    found = {}
    for id, one in raw.items():
        said = {who: fill(words, "glossary.yml", id, who) for who, words in one["say"].items()}
        voices = {who: "adult" if who in ADULTS else who for who in AUDIENCES}
        say = {who: said[voice] for who, voice in voices.items() if said.get(voice)}
        title = {who: french(words) for who, words in one.get("title", {}).items()}
        forms = tuple(french(str(form)) for form in one["forms"])
        explain_to = tuple(one.get("explain_to") or AUDIENCES)
        sources = tuple(one["sources"])
        found[id] = Word(id, french(one["word"]), title, forms, say, one.get("topic"), sources, explain_to)
    return found
