"""Everything that Balise says, piece by piece, with who hears it: what the rules of wording read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.model import ADULTS, AUDIENCES, CHILDREN, Content

LEAFLET_FILES = {
    "law": "law.yml", "dossier": "dossiers.yml", "app": "help/platforms.yml", "report": "help/reporting.yml",
}  # fmt: skip
_PARTS = ("text", "action", "simpler", "details")
_SUPPORT = ("believe", "step", "urgent_step", "sentence", "vigilance")


@dataclass(frozen=True)
class Said:
    """One piece of text as one audience hears it."""

    file: str
    place: str
    audience: str
    text: str


def everything_said(content: Content) -> Iterator[Said]:
    """Topics, short texts of themes, support, leaflets, glossary, lines and the page's own sentences."""
    yield from topics_said(content)
    for theme in content.themes.values():
        for audience, text in theme.intro.items():
            yield Said(theme.file, "intro", audience, text)
    for category, people in content.support.items():
        for person, voices in people.items():
            for audience, said in voices.items():
                for part in _SUPPORT:
                    place = f"{category}, {person}, {audience}, {part}"
                    yield Said("help/support.yml", place, audience, getattr(said, part))
    for leaflet in content.leaflets.values():
        for audience, text in (*leaflet.texts.items(), *leaflet.details.items()):
            yield Said(LEAFLET_FILES[leaflet.kind], f"{leaflet.id}, {audience}", audience, text)
    for word in content.glossary.values():
        for audience, text in word.say.items():
            yield Said("glossary.yml", f"{word.id}, {audience}", audience, text)
    for line in content.lines.values():
        if line.status == "active":
            for voice, text in (*line.why.items(), *line.what_happens.items()):
                for audience in _hearers(voice):
                    if audience in line.audiences:
                        yield Said("help/lines.yml", line.id, audience, text)
    yield from follow_ups_said(content)
    data = (("interface.yml", content.interface), ("help/card.yml", content.card), ("help/guide.yml", content.guide))
    for file, said_there in data:
        yield from _voiced(file, (), said_there)


def follow_ups_said(content: Content) -> Iterator[Said]:
    """The answers to what is asked after a help card."""
    for one in content.follow_ups.values():
        for place, texts in (("texts", one.texts), ("again", one.again), *one.situations.items()):
            for audience, text in texts.items():
                yield Said("help/follow_ups.yml", f"{one.id}, {place}, {audience}", audience, text)


def topics_said(content: Content) -> Iterator[Said]:
    """The four parts of each text of each topic."""
    for topic in content.topics.values():
        for audience, text in topic.texts.items():
            for part in _PARTS:
                said = getattr(text, part)
                if said:
                    yield Said(topic.file, f"{topic.id}, {audience}", audience, said)


def _hearers(key: str) -> tuple[str, ...]:
    """The audiences that a key of words speaks to: itself, children, adults, or nobody in particular."""
    if key in AUDIENCES:
        return (key,)
    return {"child": CHILDREN, "adult": ADULTS}.get(key.removesuffix("_third"), ())


def _voiced(file: str, path: tuple[str, ...], data: object) -> Iterator[Said]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str):
                for audience in _hearers(key) if path[-1:] != ("doors",) else ():
                    if key == audience or audience not in data:  # its own words replace those for all children
                        yield Said(file, ", ".join((*path, key)), audience, value)
            else:
                yield from _voiced(file, (*path, str(key)), value)


def sentences(text: str) -> list[str]:
    """The sentences of a text. A colon or semicolon ends an idea as a full stop does; a quote counts by itself."""
    found = re.split(r"(?<=[.!?…:;])\s+|[«»\n]+", text)
    return [one.strip() for one in found if re.search(r"[^\W\d_]", one)]


def words(text: str) -> list[str]:
    """The words of a text, as one counts them by eye: "l'ami" is one."""
    return re.findall(r"\w[\w’'-]*", text)
