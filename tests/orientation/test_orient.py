"""Whoever is in trouble, at any hour, is given one line that takes them and is open."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import AUDIENCES, LAST_RESORT, load
from bot.orientation import help_lines, lines_of, orient
from bot.settings import ROOT

PARIS = ZoneInfo("Europe/Paris")
REAL = load(ROOT / "content" / "fr")
LEVELS = ("vigilance", "alerte", "urgence")
TUESDAY, SUNDAY, CHRISTMAS, NEW_YEAR = date(2026, 11, 24), date(2026, 11, 29), date(2026, 12, 25), date(2027, 1, 1)


def paris(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=PARIS)


def served(content, found):
    """Every choice of an orientation."""
    return [*found.emergency, found.first, *found.written, *([found.second] if found.second else [])]


def assert_sound(found):
    """What must hold of an orientation at any moment."""
    now = found.now.astimezone(PARIS)
    first = found.first
    assert first.opening.is_open
    assert found.audience in first.line.audiences
    for choice in served(REAL, found):
        assert choice.line.status == "active"
        assert found.audience in choice.line.audiences
        assert choice.line.territory == "fr"
        assert now.date() <= choice.line.recheck_by or choice.line.emergency
    emergencies = {choice.line.id for choice in found.emergency}
    beside = [id for id in lines_of(found) if id not in emergencies]
    assert len(beside) <= 3
    assert len(emergencies) <= 3
    assert bool(emergencies) == (found.level == "urgence")
    assert found.support.believe
    assert found.support.step


@pytest.mark.parametrize("day", [TUESDAY, SUNDAY, CHRISTMAS, NEW_YEAR], ids=str)
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("category", REAL.categories)
def test_every_trouble_has_an_open_line_at_every_hour_of_the_day(content, category, audience, day):
    for level, third, hour in product(LEVELS, (False, True), range(24)):
        now = datetime(day.year, day.month, day.day, hour, 30, tzinfo=PARIS)
        assert_sound(orient(content, category=category, level=level, audience=audience, now=now, third_party=third))


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)), st.sampled_from(REAL.categories), st.sampled_from(AUDIENCES),
    st.sampled_from(LEVELS), st.timedeltas(timedelta(hours=-12), timedelta(hours=14)),
)  # fmt: skip
def test_at_any_moment_of_any_year_someone_answers(moment, category, audience, level, offset):
    now = moment.replace(tzinfo=timezone(timedelta(minutes=offset // timedelta(minutes=1))))
    found = orient(REAL, category=category, level=level, audience=audience, now=now)
    assert found.first.opening.is_open
    assert found.first.line.status == "active"
    assert audience in found.first.line.audiences
    assert all(
        now.astimezone(PARIS).date() <= one.line.recheck_by or one.line.emergency for one in served(REAL, found)
    )


def at(written: str, category="sextorsion", audience="11-14", level="alerte", **options):
    return orient(REAL, category=category, level=level, audience=audience, now=paris(written), **options)


def test_blackmail_at_half_past_eleven_at_night_goes_to_the_119_and_says_the_3018_is_closed():
    found = at("2026-11-24T23:30")
    assert (found.first.line.id, found.closed.line.id) == ("enfance_en_danger", "e_enfance")
    assert found.closed.opening.reopens == paris("2026-11-25T09:00")


def test_blackmail_in_the_afternoon_goes_to_the_3018():
    found = at("2026-11-24T15:00")
    assert (found.first.line.id, found.closed) == ("e_enfance", None)


DOORS = [("08:59", "enfance_en_danger"), ("09:00", "e_enfance"), ("22:59", "e_enfance"), ("23:00", "enfance_en_danger")]


@pytest.mark.parametrize(("hour", "first"), DOORS)
def test_the_line_changes_at_the_very_minute_it_opens_or_closes(hour, first):
    assert at(f"2026-11-24T{hour}").first.line.id == first


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("hour", ["03:00", "15:00"])
def test_thoughts_of_death_go_to_the_3114_at_any_hour(audience, hour):
    assert at(f"2026-11-24T{hour}", category="suicide", audience=audience).first.line.id == "prevention_suicide"


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("category", ["suicide", "danger_immediat", "violence_sexuelle", "maltraitance"])
def test_when_it_is_urgent_emergency_services_come_with_a_way_to_write(category, audience):
    found = at("2026-11-24T03:00", category=category, audience=audience, level="urgence")
    assert found.emergency[0].line.id == ("samu" if category == "suicide" else "police")
    assert all(one.line.emergency for one in found.emergency)
    assert "sms" in {one.channel for one in (*found.emergency, *found.written)}


@pytest.mark.parametrize("level", ["vigilance", "alerte"])
@pytest.mark.parametrize("category", REAL.categories)
def test_without_urgency_no_emergency_number_comes_first(category, level):
    found = at("2026-11-24T03:00", category=category, level=level)
    assert found.emergency == ()
    assert not found.first.line.emergency


@pytest.mark.parametrize("hour", range(24))
def test_no_line_is_offered_twice_on_one_card(hour):
    for category, audience, level in product(REAL.categories, AUDIENCES, LEVELS):
        ids = [one.line.id for one in served(REAL, at(f"2026-11-24T{hour:02d}:15", category, audience, level))]
        assert len(ids) == len(set(ids)), (category, audience, level)


@pytest.mark.parametrize("category", REAL.categories)
def test_a_friend_in_trouble_gets_other_words_and_the_same_line(category):
    mine, theirs = at("2026-11-24T15:00", category), at("2026-11-24T15:00", category, third_party=True)
    assert mine.support != theirs.support
    assert mine.first == theirs.first


@pytest.mark.parametrize("category", [None, "", "nulle_part", "SUICIDE"])
def test_an_unknown_trouble_is_read_as_distress(category):
    assert at("2026-11-24T15:00", category).category == "mal_etre"


WITHDRAWN = ["ancien_3020", "net_ecoute"]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("territory", ["fr", "be", "ch", "lu", "ca", "mc"])
def test_a_withdrawn_line_is_never_listed(content, audience, territory):
    listed = {one.line.id for one in help_lines(content, audience, paris("2026-11-24T15:00"), territory=territory)}
    assert listed.isdisjoint(WITHDRAWN)
    assert listed


def retired(content, **changes):
    return replace(content, lines={id: replace(line, **changes) for id, line in content.lines.items()})


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("category", REAL.categories)
def test_when_every_line_is_past_its_date_the_numbers_set_by_law_remain(content, category, audience):
    old = retired(content, recheck_by=date(2020, 1, 1))
    for level in LEVELS:
        found = orient(old, category=category, level=level, audience=audience, now=paris("2026-11-24T15:00"))
        assert found.first.line.emergency
        assert all(content.lines[id].emergency for id in lines_of(found))
        assert found.first.opening.is_open


def test_when_every_line_is_withdrawn_the_european_number_remains(content):
    gone = retired(content, status="withdrawn")
    found = orient(gone, category="suicide", level="alerte", audience="11-14", now=paris("2026-11-24T15:00"))
    assert lines_of(found) == ["urgence_europe"]


def test_a_line_is_served_on_its_last_day_and_not_on_the_next(content):
    line = content.lines["e_enfance"]
    last = datetime(line.recheck_by.year, line.recheck_by.month, line.recheck_by.day, 15, tzinfo=PARIS)
    for now, first in ((last, "e_enfance"), (last + timedelta(days=1), "urgence_europe")):
        assert orient(content, category="harcelement", level="alerte", audience="11-14", now=now).first.line.id == first


def test_the_last_day_of_a_line_ends_at_midnight_in_paris(content):
    line = content.lines["prevention_suicide"]
    after = datetime(line.recheck_by.year, line.recheck_by.month, line.recheck_by.day, 23, 30, tzinfo=timezone.utc)
    found = orient(content, category="suicide", level="alerte", audience="11-14", now=after)
    assert found.first.line.emergency


TERRITORIES = [(t, a) for t in ("be", "ch", "lu", "ca", "mc") for a in AUDIENCES]


@pytest.mark.parametrize(("territory", "audience"), TERRITORIES)
def test_abroad_someone_answers_at_every_hour(content, territory, audience):
    for hour in range(24):
        now = datetime(2026, 11, 29, hour, tzinfo=PARIS)
        found = orient(content, category="sextorsion", level="alerte", audience=audience, now=now, territory=territory)
        assert found.first.opening.is_open
        assert found.first.line.territory == territory or found.first.line.id in LAST_RESORT


def test_an_unknown_territory_is_read_as_france(content):
    assert at("2026-11-24T15:00", territory="atlantide") == at("2026-11-24T15:00")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_list_of_lines_puts_emergencies_first_and_open_lines_before_closed_ones(content, audience):
    listed = help_lines(content, audience, paris("2026-11-24T23:30"))
    order = [(not one.line.emergency, not one.opening.is_open) for one in listed]
    assert order == sorted(order)
    assert "e_enfance" in [one.line.id for one in listed if not one.opening.is_open]
