"""Is a line open at this moment, until when, and when does it reopen? Hours are those of where the line is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import holidays

PARIS = ZoneInfo("Europe/Paris")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_HORIZON_DAYS = 24  # A line of one weekday, when Christmas and New Year both fall on it.
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Opening:
    """State of one channel of a line at a moment: `always`, `open`, `closed` or `unknown`.

    `until` is when an open channel closes, `reopens` when a closed one opens: aware, in UTC.
    """

    state: str
    until: datetime | None = None
    reopens: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state in ("always", "open")


@lru_cache(maxsize=64)
def _holidays(country: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, years=year))


def is_public_holiday(day: date, country: str = "FR") -> bool:
    """National public holidays of a country (ISO 3166 code), from the `holidays` library. France: mainland."""
    return day in _holidays(country, day.year)


def opening(
    hours: Any, now: datetime, *, open_on_holidays: bool, zone: ZoneInfo = PARIS, country: str = "FR"
) -> Opening:
    """The state of a channel whose `hours` are "always", "unknown"/None, or a list of spans, at `now` (aware).

    A span is {days, from: "HH:MM", to: "HH:MM"} on the clocks of `zone`; a `to` not after `from` runs past
    midnight. Spans that touch are one: "18:00-24:00" then "00:00-04:00" closes at 4.
    """
    if hours == "always":
        return Opening("always")
    if not isinstance(hours, list):
        return Opening("unknown")
    moment, until = now.astimezone(timezone.utc), None
    for start, end in _spans(hours, now.astimezone(zone).date(), zone, "" if open_on_holidays else country):
        if until is not None:
            if start > until:
                break
            until = max(until, end)
            if until - moment > _WEEK:
                return Opening("always")
        elif start <= moment < end:
            until = end
        elif start > moment:
            return Opening("closed", reopens=start)
    return Opening("open", until=until) if until else Opening("closed")


def _spans(hours: list, today: date, zone: ZoneInfo, country: str) -> Iterator[tuple[datetime, datetime]]:
    """The spans around `today` as moments in UTC, in the order they begin; none on a holiday of `country`."""
    for offset in range(-1, _HORIZON_DAYS):
        day = today + timedelta(days=offset)
        if country and is_public_holiday(day, country):
            continue
        found = [span for span in hours if _DAYS[day.weekday()] in span["days"]]
        for span in sorted(found, key=lambda one: one["from"]):
            start, end = _moment(day, span["from"], zone), _moment(day, span["to"], zone)
            yield start, end if end > start else _moment(day + timedelta(days=1), span["to"], zone)


def _moment(day: date, written: str, zone: ZoneInfo) -> datetime:
    # In UTC: two moments of one zone compare as its clocks show them, wrongly on the night they change.
    last = written == "24:00"
    at = datetime.combine(day + timedelta(days=last), time(0) if last else time.fromisoformat(written), zone)
    return at.astimezone(timezone.utc)


def french_hour(moment: datetime, zone: ZoneInfo = PARIS) -> str:
    """« 23 h », « 9 h 30 » or « minuit » on the clocks of `zone`, with no-break spaces."""
    local = moment.astimezone(zone)
    if local.hour == local.minute == 0:
        return "minuit"
    return f"{local.hour}\u00a0h" + (f"\u00a0{local.minute:02d}" if local.minute else "")


def french_day(moment: datetime, now: datetime, zone: ZoneInfo = PARIS) -> str:
    """« aujourd'hui », « demain », or the day of the week, on the calendar of `zone`. Midnight ends a day."""
    local = moment.astimezone(zone)
    if local.hour == local.minute == 0:
        local -= timedelta(minutes=1)
    days = (local.date() - now.astimezone(zone).date()).days
    if days <= 0:
        return "aujourd’hui"
    return "demain" if days == 1 else _WEEKDAYS[local.weekday()]
