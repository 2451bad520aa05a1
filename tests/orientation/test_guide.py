"""The guide: every path ends on help and on ways that take the case; nothing typed in an address can break it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content import AUDIENCES, CHILDREN, GUIDE, load
from bot.orientation.guide import QUESTIONS, cases_of, every_end, next_question, outcome_of, read, states, step, ways
from bot.orientation.hours import PARIS
from bot.settings import ROOT

REAL = load(ROOT / "content" / "fr")
DAY = datetime(2026, 11, 24, 15, tzinfo=PARIS)


def written(given):
    return ";".join(f"{question}={answer}" for question, answer in given.items())


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_end_has_words_a_line_open_now_and_ways_that_take_the_case(audience):
    ends = list(every_end(REAL, audience))
    assert len(ends) > 100
    for answers in ends:
        end = step(REAL, written(answers), audience, DAY)
        assert end.text
        assert end.result["line"]["open"]
        assert end.result["evidence"]
        cases = cases_of(answers, audience)
        for way in end.result["ways"]:
            one = REAL.reporting[way["id"]]
            assert audience in one["who"]
            assert cases & {"public", "private", "minor", "adult"} <= set(one["cases"]["takes"])
            assert cases & set(one["cases"]["takes"])
        assert end.result["ways"] or REAL.guide["unsure"]["child" if audience in CHILDREN else "adult"] in end.text


@pytest.mark.parametrize("audience", CHILDREN)
def test_no_child_is_sent_to_a_service_for_adults(audience):
    for answers in every_end(REAL, audience):
        assert "stopncii" not in ways(REAL, answers, audience)
        assert "adult" not in cases_of(answers, audience)


@pytest.mark.parametrize("audience", ["parent", "educator"])
def test_an_adult_in_the_image_goes_to_stopncii_and_not_to_take_it_down(audience):
    image = {"subject": "image", "nature": "intimate", "stage": "published", "where": "instagram", "reach": "public"}
    grown, young = ways(REAL, image | {"age": "adult"}, audience), ways(REAL, image | {"age": "minor"}, audience)
    assert "stopncii" in grown
    assert "take_it_down" not in grown
    assert "take_it_down" in young
    assert "stopncii" not in young


def test_the_youngest_are_not_asked_for_money_nor_offered_what_they_do_not_know():
    for state in states(REAL):
        given = read(REAL, state, "8-10")
        assert "money" not in given
        assert given.get("nature") != "faked"


ENDS = [
    ("subject=image;nature=intimate;stage=threatened;money=asked;where=snapchat", "sextorsion", "thesee"),
    ("subject=image;nature=faked;stage=published;where=site", "diffusion_intime", "pharos"),
    ("subject=messages;where=whatsapp;reach=private", "harcelement", "plainte"),
]


@pytest.mark.parametrize(("state", "category", "way"), ENDS)
def test_answers_that_tell_of_a_danger_say_so(state, category, way):
    end = step(REAL, state, "15-17", DAY)
    assert end.risk == ("alerte", category)
    assert way in [one["id"] for one in end.result["ways"]]


def test_an_ordinary_photo_is_no_danger_and_ends_at_the_cnil():
    end = step(REAL, "subject=image;nature=ordinary;stage=published;where=site", "11-14", DAY)
    assert end.risk is None
    assert [one["id"] for one in end.result["ways"]] == ["signaler_appli", "cnil", "plainte"]


CONTRADICTIONS = [
    ("subject=messages;nature=intimate;where=tiktok;reach=public", "messages"),
    ("subject=image;nature=intimate;stage=threatened;money=asked;where=site;reach=public", "intimate_threatened"),
    ("subject=account;stage=threatened;money=asked;where=instagram;reach=public;age=adult", "account"),
]


@pytest.mark.parametrize(("state", "outcome"), CONTRADICTIONS)
def test_answers_that_contradict_each_other_are_read_as_far_as_they_follow(state, outcome):
    given = read(REAL, state, "11-14")
    assert next_question(given, "11-14") is None
    assert outcome_of(given) == outcome
    assert step(REAL, state, "11-14", DAY).result["line"]


@given(st.text(max_size=80), st.sampled_from(AUDIENCES))
def test_whatever_is_written_there_is_a_next_step(state, audience):
    found = step(REAL, state, audience, DAY)
    assert found.text
    assert found.buttons


@given(
    st.dictionaries(
        st.sampled_from(QUESTIONS), st.sampled_from(["image", "intimate", "threatened", "adult", "site", "x"])
    ),
    st.sampled_from(AUDIENCES),
)
def test_any_answers_in_any_order_lead_somewhere(answers, audience):
    assert step(REAL, written(answers), audience, DAY).buttons


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_step_back_is_always_one_answer_less(audience):
    end = next(iter(every_end(REAL, audience)))
    back = step(REAL, written(end), audience, DAY).buttons[0]
    assert back.intent.removeprefix(GUIDE) == written(dict(list(end.items())[:-1]))


@pytest.mark.parametrize("territory", ["be", "ch", "ca"])
def test_abroad_no_french_way_nor_line_is_named(territory):
    state = "subject=image;nature=intimate;stage=threatened;money=asked;where=snapchat"
    end = step(REAL, state, "11-14", DAY, territory=territory)
    assert {one["id"] for one in end.result["ways"]} <= {"signaler_appli", "take_it_down"}
    assert "3018" not in end.text
    assert REAL.lines[end.result["line"]["id"]].territory == territory
