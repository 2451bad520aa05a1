"""The card says it all in finished French: who to reach, whether they are open, what to say."""

import json
from datetime import datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot.content import AUDIENCES, CHILDREN, GUIDE, load
from bot.orientation import card_of, describe_line, doors, help_lines, lines_of, orient, plain_text
from bot.settings import ROOT

PARIS = ZoneInfo("Europe/Paris")
REAL = load(ROOT / "content" / "fr")
EVERY = list(product(REAL.support, AUDIENCES))
NIGHT, DAY = datetime(2026, 11, 24, 23, 30, tzinfo=PARIS), datetime(2026, 11, 24, 15, tzinfo=PARIS)


def card(category="sextorsion", audience="11-14", *, now=DAY, level="alerte", third_party=False):
    found = orient(REAL, category=category, level=level, audience=audience, now=now, third_party=third_party)
    return card_of(REAL, found)


@pytest.mark.parametrize(("category", "audience"), EVERY)
def test_every_card_is_finished_french_that_json_can_carry(category, audience):
    for level, third, now in product(("vigilance", "alerte", "urgence"), (False, True), (NIGHT, DAY)):
        made = card(category, audience, now=now, level=level, third_party=third)
        written = json.dumps(made, ensure_ascii=False)
        assert "None" not in written.replace("null", "")
        assert not any(brace in sentence for sentence in sentences(made) for brace in "{}")
        assert all(made[key] for key in ("title", "intro", "line", "sentence", "say_this", "show_adult", "show"))


def sentences(made):
    if isinstance(made, dict):
        return [words for value in made.values() for words in sentences(value)]
    if isinstance(made, list):
        return [words for value in made for words in sentences(value)]
    return [made] if isinstance(made, str) else []


def test_at_night_the_card_says_that_the_3018_is_closed_and_reopens_tomorrow_at_nine():
    assert card(now=NIGHT)["closed"] == "Le 3018 est fermé maintenant\u00a0: il rouvre demain à 9\u00a0h."


def test_after_midnight_it_reopens_at_nine_and_not_tomorrow():
    said = card(now=datetime(2026, 11, 25, 0, 30, tzinfo=PARIS))["closed"]
    assert "rouvre à 9" in said
    assert "demain" not in said


def test_in_the_afternoon_nothing_is_said_to_be_closed():
    made = card()
    assert made["closed"] is None
    assert made["line"]["status"] == "ouvert jusqu’à 23\u00a0h"


def test_blackmail_says_never_to_pay():
    assert "Ne paie pas" in card()["never"]
    assert "Ne payez pas" in card(audience="parent")["never"]


@pytest.mark.parametrize(("category", "audience"), EVERY)
def test_children_are_called_tu_and_adults_vous(category, audience):
    made = card(category, audience)
    said = " ".join(made[key] for key in ("title", "intro", "say_this", "show_adult", "cannot_speak"))
    words = set(said.lower().replace("’", " ").replace(",", " ").replace(".", " ").split())
    wrong = {"vous", "votre", "vos"} if audience in CHILDREN else {"tu", "ton", "tes", "toi"}
    assert words.isdisjoint(wrong), words & wrong


def test_an_urgent_card_begins_with_emergency_and_says_what_to_do_after():
    made = card("suicide", "15-17", level="urgence")
    assert [line["id"] for line in made["emergency"]] == ["samu", "urgence_europe", "urgence_sms"]
    assert made["after_emergency"]
    assert made["line"]["id"] == "prevention_suicide"


def test_a_calm_sign_of_risk_gets_advice_and_no_emergency():
    made = card("sollicitation", "8-10", level="vigilance")
    assert made["emergency"] == []
    assert made["intro"] == REAL.support["sollicitation"]["self"]["8-10"].vigilance


@pytest.mark.parametrize(("category", "audience"), EVERY)
def test_every_card_opens_small_doors_that_exist(category, audience):
    found = orient(REAL, category=category, level="alerte", audience=audience, now=DAY)
    opened = doors(REAL, found)
    assert 2 <= len(opened) <= 6
    known = {*REAL.topics, *REAL.follow_ups, GUIDE}
    assert all(door.intent in known and door.title for door in opened)
    assert len({door.intent for door in opened}) == len(opened)


def test_lines_of_names_the_first_line_first():
    found = orient(REAL, category="suicide", level="urgence", audience="11-14", now=DAY)
    assert lines_of(found)[0] == "prevention_suicide"
    assert len(lines_of(found)) == len(set(lines_of(found)))


@pytest.mark.parametrize(("category", "audience"), EVERY)
def test_the_plain_text_names_the_line_its_price_and_the_sentence_to_show(category, audience):
    for level in ("alerte", "urgence"):
        found = orient(REAL, category=category, level=level, audience=audience, now=NIGHT)
        said = plain_text(REAL, found)
        for wanted in (found.first.line.name, found.first.line.number, found.support.sentence):
            assert wanted in said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_line_listed_can_be_reached_and_says_whether_it_is_open(audience):
    for choice in help_lines(REAL, audience, NIGHT):
        line = describe_line(REAL, choice, NIGHT, audience)
        assert line["tel"] or line["chat"] or line["sms"] or (choice.channel == "site" and line["site"])
        assert line["status"]
        assert line["why"]
        assert line["open"] == choice.opening.is_open


def test_hours_that_nobody_checked_are_said_so():
    (viols,) = [one for one in help_lines(REAL, "parent", DAY) if one.line.id == "viols_femmes"]
    assert describe_line(REAL, viols, DAY, "parent")["status"] == "horaires à vérifier sur le site"
