"""Abroad, overseas, on any clock: numbers of the place, hours of the person."""

from datetime import datetime

import pytest

from bot.content import AUDIENCES, LAST_RESORT
from bot.orientation import card_of, lines_of, orient
from tests.orientation.situations import PARIS, REAL, at

TERRITORIES = [(t, a) for t in ("be", "ch", "lu", "ca", "mc") for a in AUDIENCES]


@pytest.mark.parametrize(("territory", "audience"), TERRITORIES)
def test_abroad_someone_answers_at_every_hour(content, territory, audience):
    for hour in range(24):
        now = datetime(2026, 11, 29, hour, tzinfo=PARIS)
        found = orient(content, category="sextorsion", level="alerte", audience=audience, now=now, territory=territory)
        assert found.first.opening.is_open
        assert found.first.line.territory == territory or found.first.line.id in LAST_RESORT


def test_an_unknown_territory_is_read_as_france_and_said():
    found = at("2026-11-24T15:00", territory="atlantide")
    assert found == at("2026-11-24T15:00")
    assert found.missing == ("territory 'atlantide' is unknown: read as fr",)


def test_a_clock_without_a_zone_is_read_as_paris_time_and_said():
    naive = orient(REAL, category="sextorsion", level="alerte", audience="11-14", now=datetime(2026, 11, 24, 22, 30))
    assert naive.first.line.id == "e_enfance"
    assert naive.missing == ("a moment without a time zone: read as Paris time",)


CLOCKS = ["2026-11-24T14:30-08:00", "2026-11-25T09:30+11:00", "2026-11-24T22:30+00:00"]  # 23 h 30 in Paris, all of them


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_clock_in_another_zone_changes_nothing(clock):
    found = orient(REAL, category="sextorsion", level="alerte", audience="11-14", now=datetime.fromisoformat(clock))
    assert (found.first.line.id, found.closed.line.id) == ("enfance_en_danger", "e_enfance")


OVERSEAS = [  # Paris hours on the clocks of the person, 24 November at 16 h in Paris
    ("gp", "ouvert jusqu’à 18\u00a0h"), ("gf", "ouvert jusqu’à 19\u00a0h"), ("re", "ouvert jusqu’à 2\u00a0h"),
    ("yt", "ouvert jusqu’à 1\u00a0h"), ("fr", "ouvert jusqu’à 23\u00a0h"),
]  # fmt: skip


@pytest.mark.parametrize(("territory", "said"), OVERSEAS)
def test_hours_of_paris_are_said_in_local_time_overseas(territory, said):
    card = card_of(REAL, at("2026-11-24T16:00", territory=territory))
    assert (card["line"]["id"], card["line"]["status"]) == ("e_enfance", said)
    assert (card["clock"] is None) == (territory == "fr")


def test_in_the_evening_in_the_west_indies_the_119_answers_and_the_3018_reopens_in_the_night():
    card = card_of(REAL, at("2026-11-24T23:30", territory="mq"))  # 18 h 30 in Martinique
    assert card["line"]["id"] == "enfance_en_danger"
    assert card["closed"] == "Le 3018 est fermé maintenant\u00a0: il rouvre demain à 4\u00a0h."


@pytest.mark.parametrize(("territory", "line"), [("nc", "police"), ("pf", "police")])
def test_where_short_numbers_of_france_are_not_known_to_work_they_are_not_given(territory, line):
    found = at("2026-11-24T15:00", category="danger_immediat", level="urgence", territory=territory)
    assert [one.line.id for one in found.emergency] == [line]
    assert {"urgence_europe", "urgence_sms", "e_enfance"}.isdisjoint(lines_of(found))
