"""Open now, until when, and when it reopens: Paris hours, holidays, midnight, both changes of clock."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation import opening
from bot.orientation.hours import french_day, french_hour, is_public_holiday

PARIS = ZoneInfo("Europe/Paris")
EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYTIME = [{"days": EVERY_DAY, "from": "09:00", "to": "23:00"}]
OFFICE = [{"days": EVERY_DAY[:5], "from": "09:00", "to": "17:00"}]
NIGHT = [{"days": ["fri", "sat"], "from": "20:00", "to": "04:00"}]
TO_MIDNIGHT = [{"days": EVERY_DAY, "from": "18:00", "to": "24:00"}]
TWICE = [{"days": ["mon"], "from": "09:00", "to": "12:00"}, {"days": ["mon"], "from": "14:00", "to": "18:00"}]


def paris(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=PARIS)


def state(hours, written: str, *, holidays: bool = True):
    found = opening(hours, paris(written), open_on_holidays=holidays)
    return found.state, found.until, found.reopens


OPEN = [
    (DAYTIME, "2026-11-24T09:00", "2026-11-24T23:00"),  # the very minute it opens
    (DAYTIME, "2026-11-24T22:59", "2026-11-24T23:00"),
    (NIGHT, "2026-11-27T23:30", "2026-11-28T04:00"),
    (NIGHT, "2026-11-29T03:59", "2026-11-29T04:00"),  # Sunday morning belongs to Saturday night
    (TO_MIDNIGHT, "2026-11-24T23:59", "2026-11-25T00:00"),
    (TWICE, "2026-11-23T11:00", "2026-11-23T12:00"),
    (TWICE, "2026-11-23T15:00", "2026-11-23T18:00"),
]
CLOSED = [
    (DAYTIME, "2026-11-24T08:59", "2026-11-24T09:00"),
    (DAYTIME, "2026-11-24T23:00", "2026-11-25T09:00"),  # the very minute it closes
    (DAYTIME, "2026-12-31T23:30", "2027-01-01T09:00"),
    (OFFICE, "2026-11-27T17:00", "2026-11-30T09:00"),  # Friday evening to Monday
    (OFFICE, "2026-11-28T10:00", "2026-11-30T09:00"),
    (NIGHT, "2026-11-29T04:00", "2026-12-04T20:00"),
    (NIGHT, "2026-11-26T23:30", "2026-11-27T20:00"),
    (TO_MIDNIGHT, "2026-11-25T00:00", "2026-11-25T18:00"),
    (TWICE, "2026-11-23T12:30", "2026-11-23T14:00"),
]


@pytest.mark.parametrize(("hours", "now", "until"), OPEN)
def test_an_open_line_says_until_when(hours, now, until):
    assert state(hours, now) == ("open", paris(until), None)


@pytest.mark.parametrize(("hours", "now", "reopens"), CLOSED)
def test_a_closed_line_says_when_it_reopens(hours, now, reopens):
    assert state(hours, now) == ("closed", None, paris(reopens))


def test_a_line_that_never_closes_is_open_on_a_holiday_night():
    assert state("always", "2026-12-25T03:00", holidays=False) == ("always", None, None)


@pytest.mark.parametrize("hours", ["unknown", None, {}, "", 5])
def test_hours_that_nobody_checked_are_never_open(hours):
    found = opening(hours, paris("2026-11-24T15:00"), open_on_holidays=True)
    assert found.state == "unknown"
    assert not found.is_open


def test_hours_without_a_span_are_closed_and_promise_nothing():
    assert state([], "2026-11-24T15:00") == ("closed", None, None)


HOLIDAYS = ["2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
            "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", "2027-03-29", "2028-06-05"]  # fmt: skip
ORDINARY = ["2026-12-24", "2026-12-26", "2026-04-03", "2026-11-10", "2027-03-26"]


@pytest.mark.parametrize("day", HOLIDAYS)
def test_a_public_holiday_is_known(day):
    assert is_public_holiday(datetime.fromisoformat(day).date())


@pytest.mark.parametrize("day", ORDINARY)
def test_a_day_beside_a_holiday_is_an_ordinary_day(day):
    assert not is_public_holiday(datetime.fromisoformat(day).date())


def test_a_line_that_rests_on_holidays_is_closed_and_reopens_the_day_after():
    assert state(OFFICE, "2026-12-25T10:00", holidays=False) == ("closed", None, paris("2026-12-28T09:00"))


def test_a_line_that_works_on_holidays_is_open():
    assert state(OFFICE, "2026-12-25T10:00", holidays=True)[0] == "open"


def test_a_night_begun_before_a_holiday_goes_on_after_midnight():
    night = [{"days": EVERY_DAY, "from": "20:00", "to": "04:00"}]
    assert state(night, "2026-12-25T01:00", holidays=False) == ("open", paris("2026-12-25T04:00"), None)


def test_a_chain_of_holidays_is_walked_through():
    assert state(OFFICE, "2027-12-24T18:00", holidays=False)[2] == paris("2027-12-27T09:00")


SPRING, AUTUMN = "2027-03-28", "2026-10-25"  # 2 h becomes 3 h; 3 h becomes 2 h


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_on_the_day_clocks_change_doors_open_and_close_by_the_clock_on_the_wall(day):
    assert state(DAYTIME, f"{day}T08:59")[0] == "closed"
    assert state(DAYTIME, f"{day}T09:00")[0] == "open"
    assert state(DAYTIME, f"{day}T23:00")[0] == "closed"


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_the_night_before_clocks_change_it_reopens_at_nine_on_the_wall(day):
    reopens = state(DAYTIME, f"{day}T01:30")[2]
    assert (reopens.astimezone(PARIS).isoformat()[:16], french_hour(reopens)) == (f"{day}T09:00", "9\u00a0h")


UTC_MOMENTS = [
    ("2026-01-15T08:00+00:00", "open"), ("2026-01-15T07:59+00:00", "closed"),  # winter: Paris is UTC+1
    ("2026-07-15T07:00+00:00", "open"), ("2026-07-15T06:59+00:00", "closed"),  # summer: UTC+2
    ("2026-10-24T21:30+00:00", "closed"), ("2026-10-25T21:30+00:00", "open"),  # 23 h 30 then 22 h 30 in Paris
    ("2027-03-28T06:59+00:00", "closed"), ("2027-03-28T07:00+00:00", "open"),
    ("2026-07-15T03:00-04:00", "open"), ("2026-07-15T16:59+10:00", "closed"),
]  # fmt: skip


@pytest.mark.parametrize(("now", "expected"), UTC_MOMENTS)
def test_hours_are_those_of_paris_wherever_the_clock_is(now, expected):
    assert opening(DAYTIME, datetime.fromisoformat(now), open_on_holidays=True).state == expected


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)),
    st.sampled_from([DAYTIME, OFFICE, NIGHT, TO_MIDNIGHT, TWICE]),
    st.booleans(),
)
def test_at_any_moment_the_state_holds_together(moment, hours, holidays):
    now = moment.replace(tzinfo=timezone.utc)
    found = opening(hours, now, open_on_holidays=holidays)
    if found.is_open:
        assert now < found.until.astimezone(timezone.utc) <= now + timedelta(hours=25)
        at_the_end = opening(hours, found.until.astimezone(timezone.utc), open_on_holidays=holidays)
        assert not at_the_end.is_open
    else:
        assert found.reopens > now.astimezone(PARIS)
        assert opening(hours, found.reopens.astimezone(timezone.utc), open_on_holidays=holidays).is_open


SPLIT = [{"days": EVERY_DAY, "from": "18:00", "to": "24:00"}, {"days": EVERY_DAY, "from": "00:00", "to": "04:00"}]
ROUND = [{"days": EVERY_DAY, "from": "00:00", "to": "24:00"}]


def test_spans_that_touch_are_one():
    assert state(SPLIT, "2026-11-24T23:30") == ("open", paris("2026-11-25T04:00"), None)
    assert state(SPLIT, "2026-11-24T10:00") == ("closed", None, paris("2026-11-24T18:00"))


def test_a_line_that_is_open_every_hour_of_the_week_never_closes():
    assert state(ROUND, "2026-11-24T23:30") == ("always", None, None)


TORONTO = ZoneInfo("America/Toronto")


def test_a_foreign_line_has_the_hours_of_its_own_clocks_and_holidays():
    office = [{"days": EVERY_DAY, "from": "08:00", "to": "24:00"}]
    at_noon = datetime(2026, 11, 24, 18, tzinfo=PARIS)
    found = opening(office, at_noon, open_on_holidays=True, zone=TORONTO, country="CA")
    assert found.until == datetime(2026, 11, 25, 0, tzinfo=TORONTO)
    canada_day = datetime(2026, 7, 1, 12, tzinfo=TORONTO)
    assert opening(office, canada_day, open_on_holidays=False, zone=TORONTO, country="CA").state == "closed"
    assert opening(office, canada_day, open_on_holidays=False, zone=TORONTO, country="FR").state == "open"


HOURS_SAID = [
    ("2026-11-24T23:00", "23\u00a0h"), ("2026-11-24T09:00", "9\u00a0h"),
    ("2026-11-24T09:30", "9\u00a0h\u00a030"), ("2026-11-24T00:05", "0\u00a0h\u00a005"), ("2026-11-24T00:00", "minuit"),
]  # fmt: skip


@pytest.mark.parametrize(("moment", "said"), HOURS_SAID)
def test_an_hour_is_said_in_french(moment, said):
    assert french_hour(paris(moment)) == said


DAYS_SAID = [
    ("2026-11-24T23:00", "2026-11-24T08:00", "aujourd’hui"), ("2026-11-25T09:00", "2026-11-24T23:30", "demain"),
    ("2026-11-25T09:00", "2026-11-25T00:30", "aujourd’hui"), ("2026-11-30T09:00", "2026-11-27T18:00", "lundi"),
    ("2027-01-01T09:00", "2026-12-31T23:30", "demain"), ("2026-11-25T00:00", "2026-11-24T20:00", "aujourd’hui"),
]  # fmt: skip


@pytest.mark.parametrize(("moment", "now", "said"), DAYS_SAID)
def test_a_day_is_said_as_one_says_it(moment, now, said):
    assert french_day(paris(moment), paris(now)) == said
