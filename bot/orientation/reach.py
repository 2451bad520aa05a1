"""The lines that may be served to one audience, in one place, at one moment."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.content import LAST_RESORT, Content, Line, Territory
from bot.orientation.hours import PARIS, Opening, opening

log = logging.getLogger(__name__)
SPOKEN, WRITTEN = ("phone",), ("chat", "sms")
ANY = (*SPOKEN, *WRITTEN)


@dataclass(frozen=True)
class Choice:
    """A line, the channel to reach it by (`phone`, `chat`, `sms`; `site` where there is no other) and its state."""

    line: Line
    channel: str
    opening: Opening


class Reach:
    """What can be reached. `missing` collects, for the operator, what should have been there and was not."""

    def __init__(self, content: Content, audience: str, now: datetime, territory: Territory) -> None:
        self._content, self._audience, self._now, self._territory = content, audience, now, territory
        self.missing: list[str] = []
        self._today = now.astimezone(PARIS).date()

    def all(self, ids: Iterable[str], *, channels: tuple[str, ...] = ANY) -> Iterator[Choice]:
        """Of these lines, those that serve, each by the first of `channels` that it has."""
        for id in dict.fromkeys(ids):
            choice = self.choice(id, channels)
            if choice:
                yield choice

    def choice(self, id: str, channels: tuple[str, ...]) -> Choice | None:
        """This line by the first of `channels` that it has; None where it may not be served."""
        line = self._content.lines.get(id)
        if line is None or not self._serves(line):
            return None
        for channel in channels:
            if _reaches(line, channel):
                return Choice(line, channel, self._opening(line, channel))
        return None

    def last_resort(self, ids: Iterable[str] = (), *, but: Iterable[str] = ()) -> Choice:
        """An emergency service that always answers, one not in `but`: of this place, else the numbers set by law."""
        for id in (*ids, *(self._territory.urgent or ()), *LAST_RESORT):
            line = self._content.lines.get(id) if id not in but else None
            if line and line.emergency and self._here(line) and line.status == "active":
                channel = next(one for one in ANY if _reaches(line, one))
                return Choice(line, channel, Opening("always"))
        for id in LAST_RESORT:
            if id in self._content.lines:
                return Choice(self._content.lines[id], "phone", Opening("always"))
        raise LookupError("content/fr/help/lines.yml has none of: " + ", ".join(LAST_RESORT))

    def _opening(self, line: Line, channel: str) -> Opening:
        place = self._content.territories[line.territory]
        return opening(
            line.hours.get(channel), self._now, open_on_holidays=line.holidays, zone=zone_of(place.zone),
            country=place.holidays or "FR",
        )  # fmt: skip

    def _here(self, line: Line) -> bool:
        place = self._territory
        return line.territory in (place.id, place.of) and line.id not in place.without

    def _serves(self, line: Line) -> bool:
        if line.status != "active" or self._audience not in line.audiences or not self._here(line):
            return False
        if self._today > line.recheck_by and not line.emergency:
            self.missing.append(f"line {line.id} is past its recheck date: withdrawn")
            return False
        return True


@lru_cache(maxsize=32)
def zone_of(name: str) -> ZoneInfo:
    """The clocks of an IANA zone; those of Paris for one that this machine does not know."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        log.warning("time zone %s is unknown here: hours are shown as in Paris", name)
        return PARIS


def _reaches(line: Line, channel: str) -> bool:
    return bool({"phone": line.tel, "chat": line.chat, "sms": line.sms, "site": line.site}[channel])
