"""What `content/fr/help` says, as frozen data: lines, routes, replies, territories."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Line:
    """A helpline or an emergency service. `hours` maps a channel to "always", "unknown" or spans."""

    id: str
    name: str
    say: str
    hours: Mapping[str, Any]
    holidays: bool
    hours_text: str
    audiences: tuple[str, ...]
    territory: str
    price: str
    who_answers: str
    why: Mapping[str, str]
    emergency: bool
    source: str
    checked_on: date
    recheck_by: date
    confidence: str
    status: str
    number: str | None = None
    tel: str | None = None
    sms: str | None = None
    chat: str | None = None
    site: str | None = None
    bill: str | None = None
    confidential: str | None = None
    from_age: str | None = None
    what_happens: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    feminine: bool = False  # « la ligne STOP », not « le »


@dataclass(frozen=True)
class Support:
    """The reply to one person in one kind of trouble."""

    believe: str
    step: str
    urgent_step: str
    sentence: str
    vigilance: str


@dataclass(frozen=True)
class Route:
    """Which lines for one category and one kind of person, in order of preference (ids)."""

    lines: tuple[str, ...]
    written: tuple[str, ...]
    urgent: tuple[str, ...]
    then: tuple[str, ...]
    second: tuple[str, ...]
    reporting: tuple[str, ...]
    situation: str | None = None


@dataclass(frozen=True)
class Territory:
    """Where somebody is: `of` names the territory whose lines answer there too; `zone` is IANA's.

    `urgent` and `reporting` are None where those of France hold.
    """

    id: str
    zone: str
    named: tuple[str, ...]
    of: str | None = None
    holidays: str | None = None
    without: tuple[str, ...] = ()
    urgent: tuple[str, ...] | None = None
    lines: tuple[str, ...] = ()
    first_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reporting: tuple[str, ...] | None = None

    @property
    def lines_of(self) -> str:
        """The territory whose routes and hours hold here."""
        return self.of or self.id


@dataclass(frozen=True)
class FollowUp:
    """A question that comes after a help card ("est-ce que mes parents le sauront ?"), and its answers.

    `button` by voice, `texts` by audience; `situations` by category, then audience, where the general text would be
    wrong; `lines` names, by category, the line which that answer speaks of. `again` is said the second time a refusal
    is met. `next` names the buttons offered with it.
    """

    id: str
    button: Mapping[str, str]
    texts: Mapping[str, str]
    situations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    again: Mapping[str, str] = field(default_factory=dict)
    next: tuple[str, ...] = ()
