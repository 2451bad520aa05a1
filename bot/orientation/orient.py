"""The decision: situation, audience, place, moment, what one can do -> one line, and what goes with it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.content import AUDIENCES, CHILDREN, Content, Route, Support, Territory
from bot.orientation.hours import PARIS
from bot.orientation.reach import ANY, SPOKEN, WRITTEN, Choice, Reach, zone_of

DEFAULT_CATEGORY = "mal_etre"
DEFAULT_AUDIENCE = "11-14"
FRANCE = "fr"
# What somebody can do: speak, only write, only write because they are not alone, not hear.
ABILITIES = ("speak", "write", "watched", "deaf")
_MOST_EMERGENCIES = 3


@dataclass(frozen=True)
class Orientation:
    """What to answer one person in one kind of trouble at one moment.

    At most three lines: `emergency` (one row of services, only in `urgence`), `first`, then `written` and `second`
    as far as there is room. `first` takes this audience and is open at `now`. `closed` is the line that would
    have been first, `night` says that `second` answers when `first` is closed, `zone` is where hours are shown.
    """

    category: str
    level: str
    audience: str
    third_party: bool
    ability: str
    now: datetime
    zone: ZoneInfo
    territory: str
    support: Support
    emergency: tuple[Choice, ...]
    first: Choice
    closed: Choice | None
    written: Choice | None
    second: Choice | None
    night: bool
    reporting: tuple[str, ...]
    missing: tuple[str, ...] = field(default=(), compare=False)


def orient(
    content: Content,
    *,
    category: str | None,
    level: str,
    audience: str,
    now: datetime,
    third_party: bool = False,
    territory: str = FRANCE,
    ability: str = "speak",
) -> Orientation:
    """One line that takes this audience and is open at `now`, preferred ones first.

    Always returns a line: an unknown category is read as `mal_etre`, an unknown place as France, a `now` without
    a zone as Paris time, and where everything else is closed or withdrawn the emergency numbers answer. `missing`
    says, for the operator's log, what was not understood or not to be had.
    """
    chosen = category if category and category in content.support else DEFAULT_CATEGORY
    who = audience if audience in AUDIENCES else DEFAULT_AUDIENCE
    can = ability if ability in ABILITIES else "speak"
    place, moment = territory_of(content, territory), aware(now)
    reach = Reach(content, who, moment, place)
    reach.missing += _misread(
        (audience, who, "audience"), (ability, can, "ability"), (territory, place.id, "territory")
    )
    reach.missing += [] if moment is now else ["a moment without a time zone: read as Paris time"]
    ways = _Ways(content, chosen, who, place, reach, can)
    emergency = ways.emergency() if level == "urgence" else ()
    first, closed = ways.first(emergency)
    used = {first.line.id, *(choice.line.id for choice in emergency)}
    room = 1 if emergency else 2
    written = ways.written(used) if first.channel in SPOKEN else None
    used |= {written.line.id} if written else set()
    night = ways.night(first, used)
    second = night or (ways.caller(used) if can != "speak" else None) or ways.second(used)
    if room == 1 and written:
        second, night = None, None
    return Orientation(
        category=chosen,
        level=level,
        audience=who,
        third_party=third_party,
        ability=can,
        now=moment,
        zone=zone_of(place.zone),
        territory=place.id,
        support=support_for(content, chosen, who, third_party=third_party),
        emergency=emergency,
        first=first,
        closed=closed,
        written=written,
        second=second,
        night=night is not None,
        reporting=ways.reporting(),
        missing=tuple(dict.fromkeys(reach.missing)),
    )


def support_for(content: Content, category: str, audience: str, *, third_party: bool) -> Support:
    """The words for this person; an unwritten third-person reply falls back on the first person's."""
    people = content.support[category]
    return people.get("third" if third_party else "self", people["self"])[audience]


def territory_of(content: Content, territory: str) -> Territory:
    """The place; France for one that nobody knows."""
    return content.territories.get(territory) or content.territories[FRANCE]


def answers_as_in_france(place: Territory) -> bool:
    """Whether words that name the lines of France hold there: not abroad, nor where some are not known to answer."""
    return place.lines_of == FRANCE and not {"e_enfance", "enfance_en_danger", "urgence_sms"} & set(place.without)


def aware(now: datetime) -> datetime:
    """The moment with its zone; a clock that says none is read as Paris time."""
    return now if now.tzinfo is not None else now.replace(tzinfo=PARIS)


def help_lines(content: Content, audience: str, now: datetime, *, territory: str = FRANCE) -> list[Choice]:
    """Every line served to this audience, emergency first, then open ones, in the order of the file. Never empty."""
    reach = Reach(content, audience, aware(now), territory_of(content, territory))
    found = list(reach.all(content.lines, channels=(*ANY, "site"))) or [reach.last_resort()]
    return sorted(found, key=lambda choice: (not choice.line.emergency, not choice.opening.is_open))


class _Ways:
    """The ways to help of one situation, place and person, in the order that the routes say."""

    def __init__(
        self, content: Content, category: str, audience: str, place: Territory, reach: Reach, ability: str
    ) -> None:
        self._content, self._audience, self._place, self._reach = content, audience, place, reach
        self._writes, self._what = ability != "speak", f"{category} for {audience} in {place.id}"
        self._route = _route(content, category, audience)
        self._local = (*place.first_for.get(category, ()), *place.lines)
        self._abroad = place.lines_of != FRANCE

    def emergency(self) -> tuple[Choice, ...]:
        """The services to reach at once; for who only writes, those that can be written to come first."""
        ids = self._place.urgent if self._place.urgent is not None else self._route.urgent
        found = list(self._reach.all(ids, channels=(*WRITTEN, *SPOKEN) if self._writes else ANY))
        if self._writes:
            found.sort(key=lambda choice: choice.channel not in WRITTEN)
        return tuple(found[:_MOST_EMERGENCIES]) or (self._reach.last_resort(),)

    def first(self, emergency: tuple[Choice, ...]) -> tuple[Choice, Choice | None]:
        """The first open line beside the `emergency` services, and the one before it that is closed."""
        urgent = bool(emergency)
        spoken = (*self._local, *(() if self._abroad else (*(self._route.then if urgent else ()), *self._route.lines)))
        if self._writes:
            written = list(self._reach.all((*self._local, *self._writable()), channels=WRITTEN))
            listed = [choice for choice in written if not choice.line.emergency]
            listed = listed or ([] if urgent else written)
            # Nobody answers in writing: somebody else may call for this person.
            if not any(choice.opening.is_open for choice in listed):
                self._reach.missing.append(f"nobody answers in writing: {self._what}")
                listed += list(self._reach.all(spoken))
        else:
            # Where nobody answers the telephone, a human who answers in writing comes before an emergency number.
            written = [one for one in self._reach.all(self._writable(), channels=WRITTEN) if not one.line.emergency]
            listed = [*self._reach.all(spoken), *written]
        closed = None
        for choice in listed:
            if choice.opening.is_open:
                return choice, closed
            closed = closed or choice
        if not self._abroad:  # Abroad, few hours are known.
            self._reach.missing.append(f"no open line, emergency numbers served: {self._what}")
        shown = [choice.line.id for choice in emergency]
        return self._reach.last_resort(self._writable() if self._writes else (), but=shown), closed

    def _writable(self) -> tuple[str, ...]:
        return self._local if self._abroad else self._route.written

    def written(self, used: set[str]) -> Choice | None:
        """A way to write: one that is open now, else one whose hours nobody knows."""
        every = list(self._reach.all(self._writable(), channels=WRITTEN))
        if not any(one.opening.is_open for one in every) and not self._abroad:
            self._reach.missing.append(f"no written way is open: {self._what}")
        found = [one for one in every if one.line.id not in used]
        return min(found, key=lambda one: not one.opening.is_open, default=None)

    def night(self, first: Choice, used: set[str]) -> Choice | None:
        """The line that answers when `first` is closed, where `first` closes."""
        if first.opening.state == "always":
            return None
        found = self._reach.all((*self._local, *self._route.lines), channels=ANY)
        return next((one for one in found if one.line.id not in used and one.opening.state == "always"), None)

    def caller(self, used: set[str]) -> Choice | None:
        """The open line that somebody else may call, for who does not speak."""
        spoken = self._reach.all((*self._local, *self._route.lines), channels=SPOKEN)
        return next((one for one in spoken if one.line.id not in used and one.opening.is_open), None)

    def second(self, used: set[str]) -> Choice | None:
        """Another line that is open now; else one of the place whose hours nobody knows."""
        ids = (*self._local, *(() if self._abroad else (*self._route.second, *self._route.lines)))
        found = [one for one in self._reach.all(ids) if one.line.id not in used]
        local = [one for one in found if one.line.id in self._local and one.opening.state == "unknown"]
        return next((one for one in found if one.opening.is_open), None) or next(iter(local), None)

    def reporting(self) -> tuple[str, ...]:
        """Ways to report or remove that take this audience, are served today and hold in this place."""
        allowed: Iterable[str] = self._route.reporting
        if self._place.reporting is not None:
            allowed = [id for id in allowed if id in self._place.reporting]
        leaflets = self._content.leaflets
        named = {id: leaflets.get(f"report.{id}") for id in allowed}
        return tuple(id for id, leaflet in named.items() if leaflet and self._audience in leaflet.texts)


def _misread(*read: tuple[str, str, str]) -> list[str]:
    return [f"{what} {said!r} is unknown: read as {taken}" for said, taken, what in read if said != taken]


def _route(content: Content, category: str, audience: str) -> Route:
    routes = content.routes.get(category) or content.routes[DEFAULT_CATEGORY]
    return routes.get(audience) or routes["child" if audience in CHILDREN else audience]
