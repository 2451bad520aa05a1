"""Whoever is in trouble, at any hour, is given one line that takes them and is open."""

from datetime import date, datetime, timedelta, timezone
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import AUDIENCES, CHILDREN
from bot.orientation import ABILITIES, card_of, help_lines, orient
from tests.orientation.situations import LEVELS, PARIS, REAL, at, paris, served

TUESDAY, SUNDAY, CHRISTMAS = date(2026, 11, 24), date(2026, 11, 29), date(2026, 12, 25)


HERE = ("fr", "gp", "mq", "gf", "re", "yt", "nc", "pf")
ADULTS_ONLY = {
    "viols_femmes",
    "femmes_victimes",
    "ciivise",
    "ciivise_outre_mer",
    "point_justice",
    "point_justice_outre_mer",
}
FROM_TWELVE = {"fil_sante_jeunes", "cyber_police", "violences_tchat", "stop_service", "memo_de_vie"}


def assert_sound(found):
    """What must hold of an orientation at any moment, in France and overseas."""
    shown = served(found)
    assert found.first.opening.is_open
    assert 1 + bool(found.emergency) + bool(found.written) + bool(found.second) <= 3
    assert len({one.line.id for one in shown}) == len(shown)
    assert all(one.line.emergency for one in found.emergency)
    assert bool(found.emergency) == (found.level == "urgence")
    place, today = REAL.territories[found.territory], found.now.astimezone(PARIS).date()
    for one in shown:
        line = one.line
        assert line.status == "active"
        assert today <= line.recheck_by or line.emergency
        assert found.audience in line.audiences
        assert line.territory in (place.id, place.of)
        assert line.id not in place.without
        if found.audience in CHILDREN:
            assert line.id not in ADULTS_ONLY
        if found.audience == "8-10":
            assert line.id not in FROM_TWELVE
            assert line.from_age is None
    assert "stopncii" not in found.reporting
    assert all(found.audience in REAL.reporting[id]["who"] for id in found.reporting)
    assert found.support.believe
    assert found.support.step


@pytest.mark.parametrize("territory", HERE)
@pytest.mark.parametrize("category", REAL.categories)
def test_every_combination_has_an_open_line_and_at_most_three(category, territory):
    """With the parameters: 9 categories x 3 levels x 5 audiences x self or third x 24 h x 3 days x 8 territories."""
    for level, audience, third, day in product(LEVELS, AUDIENCES, (False, True), (TUESDAY, SUNDAY, CHRISTMAS)):
        for hour in range(24):
            now = datetime(day.year, day.month, day.day, hour, 30, tzinfo=PARIS)
            assert_sound(
                orient(
                    REAL, category=category, level=level, audience=audience, now=now, third_party=third,
                    territory=territory,
                )
            )  # fmt: skip


@pytest.mark.parametrize("territory", HERE)
@pytest.mark.parametrize("ability", ["write", "watched", "deaf"])
@pytest.mark.parametrize("category", [*REAL.categories, "auteur", "attirance"])
def test_who_cannot_speak_is_given_a_way_to_write_first(category, ability, territory):
    for level, audience, hour in product(LEVELS, AUDIENCES, (3, 15)):
        now = datetime(2026, 11, 29, hour, tzinfo=PARIS)
        found = orient(
            REAL, category=category, level=level, audience=audience, now=now, territory=territory, ability=ability,
        )  # fmt: skip
        assert_sound(found)
        if audience in CHILDREN and category != "attirance":
            assert found.first.channel in ("chat", "sms")
        if found.emergency and territory not in ("nc", "pf"):
            assert found.emergency[0].channel == "sms"


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)), st.sampled_from([*REAL.categories, "auteur", "attirance", None]),
    st.sampled_from(AUDIENCES), st.sampled_from(LEVELS), st.timedeltas(timedelta(hours=-12), timedelta(hours=14)),
    st.sampled_from(list(REAL.territories)), st.sampled_from(ABILITIES),
)  # fmt: skip
def test_at_any_moment_of_any_year_someone_answers(moment, category, audience, level, offset, territory, ability):
    now = moment.replace(tzinfo=timezone(timedelta(minutes=offset // timedelta(minutes=1))))
    found = orient(
        REAL, category=category, level=level, audience=audience, now=now, territory=territory, ability=ability
    )
    assert found.first.opening.is_open
    assert found.first.line.status == "active"
    assert audience in found.first.line.audiences
    assert all(now.astimezone(PARIS).date() <= one.line.recheck_by or one.line.emergency for one in served(found))
    card = card_of(REAL, found)
    assert card["line"]["status"]
    assert 1 + bool(card["emergency"]) + len(card["written"]) + bool(card["second"]) <= 3


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
    assert "sms" in {one.channel for one in found.emergency}


@pytest.mark.parametrize("level", ["vigilance", "alerte"])
@pytest.mark.parametrize("category", REAL.categories)
def test_without_urgency_no_emergency_number_comes_first(category, level):
    found = at("2026-11-24T03:00", category=category, level=level)
    assert found.emergency == ()
    assert not found.first.line.emergency


@pytest.mark.parametrize("hour", range(24))
def test_no_line_is_offered_twice_on_one_card(hour):
    for category, audience, level in product(REAL.categories, AUDIENCES, LEVELS):
        ids = [one.line.id for one in served(at(f"2026-11-24T{hour:02d}:15", category, audience, level))]
        assert len(ids) == len(set(ids)), (category, audience, level)


@pytest.mark.parametrize("category", REAL.categories)
def test_a_friend_in_trouble_gets_other_words_and_the_same_line(category):
    mine, theirs = at("2026-11-24T15:00", category), at("2026-11-24T15:00", category, third_party=True)
    assert mine.support != theirs.support
    assert mine.first == theirs.first


@pytest.mark.parametrize("category", [None, "", "nulle_part", "SUICIDE"])
def test_an_unknown_trouble_is_read_as_distress(category):
    assert at("2026-11-24T15:00", category).category == "mal_etre"


@pytest.mark.parametrize("field", ["audience", "ability"])
def test_an_unknown_person_still_gets_a_card_and_the_operator_is_told(field):
    options = {"category": "suicide", "level": "alerte", "audience": "11-14", "now": paris("2026-11-24T15:00")}
    found = orient(REAL, **(options | {field: "martien"}))
    assert found.first.line.id == "prevention_suicide"
    assert any("'martien' is unknown" in said for said in found.missing)


def test_the_line_that_answers_at_night_is_named_beside_the_one_that_closes():
    found = at("2026-11-24T15:00")
    assert (found.second.line.id, found.night) == ("enfance_en_danger", True)
    assert at("2026-11-24T15:00", category="suicide").night is False


@pytest.mark.parametrize("audience", ["15-17", "parent", "educator"])
def test_who_worries_about_themselves_is_given_the_stop_line_when_it_is_open(audience):
    by_day = at("2026-11-24T15:00", category="attirance", audience=audience)
    by_night = at("2026-11-24T23:00", category="attirance", audience=audience)
    assert by_day.first.line.id == "stop_service"
    assert by_night.closed.line.id == "stop_service"
    assert by_night.first.opening.is_open


def test_the_stop_line_is_feminine():
    said = card_of(REAL, at("2026-11-24T23:00", category="attirance", audience="parent"))["closed"]
    assert said.startswith("La ligne STOP")
    assert "elle rouvre demain à 9" in said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_list_of_lines_puts_emergencies_first_and_open_lines_before_closed_ones(content, audience):
    listed = help_lines(content, audience, paris("2026-11-24T23:30"))
    order = [(not one.line.emergency, not one.opening.is_open) for one in listed]
    assert order == sorted(order)
    assert "e_enfance" in [one.line.id for one in listed if not one.opening.is_open]
