"""Is a line open at this moment, until when, and when does it reopen? Hours are Paris hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import holidays

PARIS = ZoneInfo("Europe/Paris")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_HORIZON_DAYS = 24  # A line of one weekday, when Christmas and New Year both fall on it.


@dataclass(frozen=True)
class Opening:
    """State of one channel of a line at a moment: `always`, `open`, `closed` or `unknown`.

    `until` is when an open channel closes, `reopens` when a closed one opens; both in Paris time.
    """

    state: str
    until: datetime | None = None
    reopens: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state in ("always", "open")


@lru_cache(maxsize=16)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FR", years=year))


def is_public_holiday(day: date) -> bool:
    """French public holidays (mainland), from the `holidays` library."""
    return day in _holidays(day.year)


def opening(hours: Any, now: datetime, *, open_on_holidays: bool) -> Opening:
    """The state of a channel whose `hours` are "always", "unknown"/None, or a list of spans.

    A span is {days, from: "HH:MM", to: "HH:MM"}; a `to` not after `from` runs past midnight.
    """
    if hours == "always":
        return Opening("always")
    if not isinstance(hours, list):
        return Opening("unknown")
    moment = now.astimezone(PARIS)
    reopens = None
    for start, end in _spans(hours, moment, open_on_holidays):
        if start <= moment < end:
            return Opening("open", until=end)
        if start > moment and (reopens is None or start < reopens):
            reopens = start
    return Opening("closed", reopens=reopens)


def _spans(hours: list, moment: datetime, open_on_holidays: bool) -> Iterator[tuple[datetime, datetime]]:
    first = moment.date() - timedelta(days=1)
    for offset in range(_HORIZON_DAYS):
        day = first + timedelta(days=offset)
        if not open_on_holidays and is_public_holiday(day):
            continue
        for span in hours:
            if _DAYS[day.weekday()] in span["days"]:
                start = datetime.combine(day, time.fromisoformat(span["from"]), PARIS)
                end = datetime.combine(day, _closing(span["to"]), PARIS)
                yield start, end if end > start else end + timedelta(days=1)


def _closing(written: str) -> time:
    return time(0) if written == "24:00" else time.fromisoformat(written)


def french_hour(moment: datetime) -> str:
    """« 23 h » or « 9 h 30 », in Paris time, with no-break spaces."""
    local = moment.astimezone(PARIS)
    return f"{local.hour}\u00a0h" + (f"\u00a0{local.minute:02d}" if local.minute else "")


def french_day(moment: datetime, now: datetime) -> str:
    """« aujourd'hui », « demain », or the day of the week."""
    days = (moment.astimezone(PARIS).date() - now.astimezone(PARIS).date()).days
    if days == 0:
        return "aujourd’hui"
    return "demain" if days == 1 else _WEEKDAYS[moment.astimezone(PARIS).weekday()]
