"""What the files of `content/fr` say, as frozen data. No rule, no reading of files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.content.help_model import FollowUp, Line, Route, Support, Territory

Day = date
CHILDREN = ("8-10", "11-14", "15-17")
ADULTS = ("parent", "educator")
AUDIENCES = CHILDREN + ADULTS


def voice_of(audience: str) -> str:
    """`child` (tu) or `adult` (vous)."""
    return "adult" if audience in ADULTS else "child"


@dataclass(frozen=True)
class Text:
    """What Balise says of one topic to one audience; placeholders already filled."""

    text: str
    action: str
    simpler: str | None
    details: str | None
    next: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    id: str
    theme: str
    button: str
    button_adult: str
    texts: Mapping[str, Text]
    file: str

    def title(self, audience: str) -> str:
        return self.button_adult if audience in ADULTS else self.button


@dataclass(frozen=True)
class Theme:
    id: str
    label: str
    intro: Mapping[str, str]
    file: str


@dataclass(frozen=True)
class Leaflet:
    """A law card, a dossier, the steps of an app or a way to report: what a button opens beside the topics.

    `texts` and `details` are finished words by audience; no text for an audience means it is not offered to it.
    """

    id: str
    kind: str
    title: str
    texts: Mapping[str, str]
    details: Mapping[str, str]
    topics: tuple[str, ...]
    next: tuple[str, ...]
    sources: tuple[str, ...]
    site: str | None = None
    named: tuple[str, ...] = ()  # plain forms by which it is asked for
    child_title: str | None = None
    then: tuple[str, ...] = ()  # topics proposed after it, where they are not those that offer it

    @property
    def name(self) -> str:
        """How buttons and other leaflets call it: "law.chantage_images"."""
        return f"{self.kind}.{self.id}"

    def titled(self, audience: str) -> str:
        """The title as this audience may see it."""
        return self.child_title if audience == "8-10" and self.child_title else self.title


@dataclass(frozen=True)
class Word:
    """A word explained: `say` by audience, `forms` as texts write it, `explain_to` those it is not obvious to."""

    id: str
    word: str
    title: Mapping[str, str]
    forms: tuple[str, ...]
    say: Mapping[str, str]
    topic: str | None
    sources: tuple[str, ...]
    explain_to: tuple[str, ...]

    def named(self, audience: str) -> str:
        """The word as this audience may see it (some words are not shown to the youngest)."""
        return self.title.get(audience, self.word)


@dataclass(frozen=True)
class Source:
    id: str
    title: str
    publisher: str
    url: str
    date: str
    checked_on: Day
    confidence: str


@dataclass(frozen=True)
class Button:
    """A quick reply: what is read on it and the intent it sends."""

    title: str
    intent: str


@dataclass(frozen=True)
class Group:
    """More buttons under a title, folded unless they are what was asked for."""

    title: str
    buttons: tuple[Button, ...]
    folded: bool = True


@dataclass(frozen=True)
class Reply:
    """A finished answer: text, buttons, sources; words explained, further leaflets, the address of a service."""

    text: str
    buttons: tuple[Button, ...] = ()
    sources: tuple[Source, ...] = ()
    title: str | None = None
    words: tuple[Word, ...] = ()
    groups: tuple[Group, ...] = ()
    site: str | None = None


@dataclass(frozen=True)
class Content:
    """Everything Balise can say, checked for shape, with placeholders filled."""

    audiences: Mapping[str, Mapping[str, Any]]
    levels: tuple[str, ...]
    categories: tuple[str, ...]
    taxonomy: Mapping[str, tuple[str, ...]]
    themes: Mapping[str, Theme]
    topics: Mapping[str, Topic]
    lines: Mapping[str, Line]
    support: Mapping[str, Mapping[str, Mapping[str, Support]]]
    routes: Mapping[str, Mapping[str, Route]]
    territories: Mapping[str, Territory]
    follow_ups: Mapping[str, FollowUp]
    guide: Mapping[str, Any]
    reporting: Mapping[str, Mapping[str, Any]]
    card: Mapping[str, Any]
    facts: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, Source]
    interface: Mapping[str, Any]
    widget: Mapping[str, Any]  # the button of a school's site, and the page for its owner
    leaflets: Mapping[str, Leaflet]  # by name, "law.chantage_images"
    glossary: Mapping[str, Word]
    platforms: Mapping[str, Any]
    laws: Mapping[str, Mapping[str, Any]]
    expired: frozenset[str] = frozenset()  # what was left out when these words were filled
    raw_texts: tuple[tuple[str, str, str], ...] = ()  # (file, place, as written) for the checks

    def theme_of(self, topic: str) -> str:
        """The theme that lists `topic` in the taxonomy. Raises KeyError for an unknown id."""
        for theme, topics in self.taxonomy.items():
            if topic in topics:
                return theme
        raise KeyError(topic)

    def words(self, *path: str, audience: str) -> str:
        """The interface sentence at `path`, in the voice of `audience`."""
        found: Any = self.interface
        for key in path:
            found = found[key]
        return found if isinstance(found, str) else found.get(audience, found.get(voice_of(audience)))
