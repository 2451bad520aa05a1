"""The decision: situation + audience + territory + moment -> one line, and what goes with it."""

import logging
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bot.content import CHILDREN, LAST_RESORT, Content, Line, Support
from bot.content.model import Route
from bot.orientation.hours import PARIS, Opening, opening

log = logging.getLogger(__name__)

DEFAULT_CATEGORY = "mal_etre"


@dataclass(frozen=True)
class Choice:
    """A line, the channel to reach it by (`phone`, `chat`, `sms`; `site` where there is no other) and its state."""

    line: Line
    channel: str
    opening: Opening


@dataclass(frozen=True)
class Orientation:
    """What to answer one person in one kind of trouble at one moment."""

    category: str
    level: str
    audience: str
    third_party: bool
    now: datetime
    support: Support
    emergency: tuple[Choice, ...]
    first: Choice
    closed: Choice | None
    written: tuple[Choice, ...]
    second: Choice | None
    reporting: tuple[str, ...]


def orient(
    content: Content,
    *,
    category: str | None,
    level: str,
    audience: str,
    now: datetime,
    third_party: bool = False,
    territory: str = "fr",
) -> Orientation:
    """One line that takes this audience and is open at `now`, preferred ones first.

    Always returns a line: an unknown category is read as `mal_etre`, an unknown territory as
    France, and where everything else is closed or withdrawn the emergency numbers answer.
    """
    chosen = category if category and category in content.support else DEFAULT_CATEGORY
    route = _route(content, chosen, audience)
    here = _territory(content, territory)
    abroad = _abroad(content, here, chosen)
    lines = _Lines(content, audience, now, here)
    urgent = content.abroad[here]["urgent"] if here != "fr" else route.urgent
    emergency = tuple(lines.all(urgent)) if level == "urgence" else ()
    first, closed = lines.first_open((*(route.then if emergency else ()), *abroad, *route.lines))
    used = {first.line.id, *(choice.line.id for choice in emergency)}
    writable = route.written if here == "fr" else abroad
    written = [choice for choice in lines.all(writable, channels=("chat", "sms")) if choice.line.id not in used][:2]
    used |= {choice.line.id for choice in written}
    # Three lines beside the emergency numbers, no more: a long list helps nobody.
    second = lines.second((*route.second, *abroad, *route.lines), used=used) if len(written) < 2 else None
    return Orientation(
        category=chosen,
        level=level,
        audience=audience,
        third_party=third_party,
        now=now,
        support=support_for(content, chosen, audience, third_party=third_party),
        emergency=emergency[:3],
        first=first,
        closed=closed,
        written=tuple(written),
        second=second,
        reporting=route.reporting,
    )


def support_for(content: Content, category: str, audience: str, *, third_party: bool) -> Support:
    """The words for this person; an unwritten third-person reply falls back on the first person's."""
    people = content.support[category]
    return people.get("third" if third_party else "self", people["self"])[audience]


def _route(content: Content, category: str, audience: str) -> Route:
    routes = content.routes.get(category) or content.routes[DEFAULT_CATEGORY]
    return routes.get(audience) or routes["child" if audience in CHILDREN else audience]


def _territory(content: Content, territory: str) -> str:
    if territory == "fr" or territory in content.abroad:
        return territory
    log.warning("unknown territory, read as fr")
    return "fr"


def _abroad(content: Content, territory: str, category: str) -> list[str]:
    """The lines of another territory, those for this trouble first."""
    if territory == "fr":
        return []
    there = content.abroad[territory]
    return list(dict.fromkeys([*there.get("first_for", {}).get(category, ()), *there["lines"]]))


def help_lines(content: Content, audience: str, now: datetime, *, territory: str = "fr") -> list[Choice]:
    """Every line served to this audience, emergency first, then open ones, in the order of the file. Never empty."""
    lines = _Lines(content, audience, now, _territory(content, territory))
    found = list(lines.all(content.lines, channels=("phone", "chat", "sms", "site"))) or [lines.last_resort()]
    return sorted(found, key=lambda choice: (not choice.line.emergency, not choice.opening.is_open))


class _Lines:
    """The lines that may be served to one audience at one moment."""

    def __init__(self, content: Content, audience: str, now: datetime, territory: str) -> None:
        self._content, self._audience, self._now, self._territory = content, audience, now, territory

    def all(self, ids, *, channels=("phone", "chat", "sms")):
        for id in ids:
            choice = self._choice(id, channels)
            if choice:
                yield choice

    def first_open(self, ids) -> tuple[Choice, Choice | None]:
        closed = None
        for choice in self.all(ids):
            if choice.opening.is_open:
                return choice, closed
            closed = closed or choice
        level = logging.ERROR if self._territory == "fr" else logging.INFO  # abroad, few hours are known
        log.log(level, "no open line for %s at %s: emergency numbers served", self._audience, self._now.isoformat())
        return self.last_resort(), closed

    def second(self, ids, *, used: set[str]) -> Choice | None:
        for choice in self.all(ids):
            if choice.line.id not in used and choice.opening.is_open:
                return choice
        return None

    def last_resort(self) -> Choice:
        there = self._content.abroad.get(self._territory, {}).get("urgent", ())
        for id in (*there, *LAST_RESORT):
            if id in self._content.lines:
                return Choice(self._content.lines[id], "phone", Opening("always"))
        raise LookupError("content/fr/help/lines.yml has none of: " + ", ".join(LAST_RESORT))

    def _choice(self, id: str, channels) -> Choice | None:
        line = self._content.lines.get(id)
        if line is None or not self._serves(line):
            return None
        for channel in channels:
            if _reaches(line, channel):
                state = opening(line.hours.get(channel), self._now, open_on_holidays=line.holidays)
                return Choice(line, channel, state)
        return None

    def _serves(self, line: Line) -> bool:
        if line.status != "active" or self._audience not in line.audiences or line.territory != self._territory:
            return False
        if self._now.astimezone(PARIS).date() > line.recheck_by and not line.emergency:
            _say_withdrawn(line.id)
            return False
        return True


@lru_cache(maxsize=256)
def _say_withdrawn(id: str) -> None:
    """Once a line and a process: the operator must know, the log must not fill."""
    log.warning("line %s is past its recheck date: withdrawn", id)


def _reaches(line: Line, channel: str) -> bool:
    return bool({"phone": line.tel, "chat": line.chat, "sms": line.sms, "site": line.site}[channel])
