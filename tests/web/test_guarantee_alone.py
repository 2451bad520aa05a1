"""A message screened alerte or more always brings the support reply and a line, whatever is broken."""

import uuid

import pytest

from bot.content import AUDIENCES
from bot.understanding import Understander
from bot.web import create_app
from tests.browsing import CALM, DANGER, Browser, assert_helped, card_of

FAULTS = ["hangs", "crashes", "talks nonsense", "says nothing"]
ODD_ANSWERS = [
    [], None, "bonjour", {}, {"text": "x"}, [{}], ["bonjour"], [None], [{"text": ""}], [{"text": None}], [{"custom": {}}], [{"image": "x"}],
    [{"text": "x", "buttons": [{"title": "sans payload"}]}], [{"text": "x", "buttons": "non"}], [{"text": 5}],
    [{"text": "x"}, {"custom": {"card": {"level": "inconnu"}}}], [{"text": "x"}, {"custom": []}],
]  # fmt: skip


def test_rasas_ordinary_answer_to_a_danger_is_replaced_by_the_help_card(child):
    body = child.say(DANGER)
    assert_helped(body)
    assert body["degraded"] is False
    assert "Bonjour de Rasa" not in str(body["messages"])
    assert "Ne paie pas" in card_of(body)["never"]


def test_the_danger_that_rasa_saw_is_kept_when_it_is_graver_in_our_words(child, rasa):
    card = {
        "level": "urgence",
        "category": "sextorsion",
        "emergency": [],
        "line": {"id": "x"},
        "written": [],
        "second": None,
    }
    rasa.says = [{"text": "Aide de Rasa"}, {"custom": {"card": card}}]
    body = child.say(DANGER)
    assert body["risk"] == {"level": "urgence", "category": "sextorsion"}
    assert card_of(body)["emergency"]
    assert "Aide de Rasa" not in str(body)


def test_the_help_of_rasa_is_replaced_when_the_danger_is_graver(child, rasa):
    card = {
        "level": "vigilance",
        "category": "mal_etre",
        "emergency": [],
        "line": {"id": "x"},
        "written": [],
        "second": None,
    }
    rasa.says = [{"text": "Conseil de Rasa"}, {"custom": {"card": card}}]
    assert_helped(child.say(DANGER))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_rasa_still_brings_help(visitor, rasa, fault, audience):
    visitor.begin(audience)
    rasa.fault = fault
    body = visitor.say(DANGER)
    assert_helped(body)
    assert body["degraded"] is True


@pytest.mark.parametrize("answer", ODD_ANSWERS, ids=str)
def test_an_answer_of_rasa_that_makes_no_sense_still_brings_help(child, rasa, answer):
    rasa.says = answer
    assert_helped(child.say(DANGER))


@pytest.mark.parametrize("answer", ODD_ANSWERS, ids=str)
def test_an_answer_of_rasa_that_makes_no_sense_is_never_silence(child, rasa, services, answer):
    rasa.says = answer
    for body in (child.say(CALM), child.press(services.buttons.id_of("ligne_3018"))):
        assert body["messages"]
        assert all(message["text"] for message in body["messages"])


def test_rasa_gone_still_brings_help(child, rasa):
    rasa.stop()
    assert_helped(child.say(DANGER))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_rasa_answers_a_question_with_the_menu_and_says_so(child, rasa, fault):
    rasa.fault = fault
    body = child.say(CALM)
    assert body["degraded"] is True
    assert "en panne" in body["messages"][0]["text"]
    assert len(body["messages"][0]["buttons"]) >= 2


@pytest.mark.parametrize(
    "intent", ["ligne_3018", "theme:grooming", "que_sais_tu_faire", "recommencer", "grooming_definition"]
)
def test_without_rasa_a_button_is_answered_from_the_same_words(child, rasa, services, intent):
    rasa.stop()
    body = child.press(services.buttons.id_of(intent))
    assert body["degraded"] is True
    assert body["messages"][0]["text"]
    assert len(body["messages"][0]["buttons"]) >= 2


def test_a_flagged_conversation_keeps_its_help_in_sight(child):
    child.say(DANGER)
    body = child.say(CALM)
    assert body["risk"]["level"] == "aucun"
    assert "e_enfance" in body["help"]
    assert body["pinned"]["lines"][0]["id"] == "e_enfance"


def test_a_conversation_without_danger_pins_nothing(child):
    assert child.say(CALM)["pinned"] is None


def test_a_graver_danger_takes_the_place_of_the_first_and_a_lesser_one_does_not(child):
    for text, first in (
        ("je me fais harceler", "e_enfance"),
        ("je vais me tuer ce soir", "samu"),
        ("je me fais harceler", "samu"),
    ):
        assert child.say(text)["pinned"]["lines"][0]["id"] == first


def test_help_stays_after_a_button_and_a_change_of_audience(child, services):
    child.say(DANGER)
    body = child.press(services.buttons.id_of("audience:parent"))
    assert "e_enfance" in body["help"]


class Broken:
    """A collaborator on which everything fails."""

    def __getattr__(self, name):
        raise RuntimeError("broken")

    def __call__(self, *_):
        raise RuntimeError("broken")


@pytest.mark.parametrize("part", ["understander", "mask", "bot"])
def test_any_part_that_raises_still_brings_help(settings, services, part):
    from dataclasses import replace

    app = create_app(settings, services=replace(services, **{part: Broken()}))
    browser = Browser(app.test_client())
    browser.begin("11-14")
    assert_helped(browser.say(DANGER))


@pytest.mark.parametrize("act", ["needs_conversation", "read", "answer"])
def test_a_fault_of_the_gateway_itself_still_brings_help(child, monkeypatch, act):
    monkeypatch.setattr(f"bot.web.incoming.{act}", Broken())
    response = child.send(text=DANGER)
    assert response.status_code == 500
    assert card_of(response.json)["line"]["id"] == "e_enfance"
    assert "messages" not in child.send(text=CALM).json
    pages = [
        child.client.post("/conversation/message", data={"text": text, "id": str(uuid.uuid4())}).text
        for text in (DANGER, CALM)
    ]
    assert ['href="tel:3018"' in page for page in pages] == [True, False]


def test_a_store_that_raises_still_brings_help(settings, services):
    from dataclasses import replace

    browser = Browser(create_app(settings, services=replace(services, store=Broken())).test_client())
    assert card_of(browser.send(text=DANGER, audience="11-14").json)["line"]["id"] == "e_enfance"


def test_words_that_could_not_be_masked_never_reach_rasa(settings, services, rasa):
    from dataclasses import replace

    browser = Browser(create_app(settings, services=replace(services, mask=Broken())).test_client())
    browser.begin("11-14")
    assert browser.say("je m'appelle léa")["degraded"] is True
    assert rasa.heard == []


NIGHT = [
    ("2026-11-24T23:30", "enfance_en_danger"),
    ("2026-11-24T15:00", "e_enfance"),
    ("2027-12-01T15:00", "urgence_europe"),
]


@pytest.mark.parametrize(("now", "line"), NIGHT)
def test_the_line_is_the_one_open_at_that_moment(environ, settings, database, mask, now, line):
    from bot.settings import read_settings

    environ(BALISE_NOW=now)
    browser = Browser(create_app(read_settings()).test_client())
    browser.begin("11-14")
    body = browser.say(DANGER)
    assert_helped(body, line)
    assert (card_of(body)["closed"] is None) == (line == "e_enfance" or now.startswith("2027"))


@pytest.mark.parametrize("written", [b"", b"not a model", b"PK\x03\x04cut short", None])
def test_a_broken_model_leaves_wordings_to_judge(settings, database, mask, written):
    settings.models.mkdir(parents=True)
    if written is not None:
        settings.understanding.write_bytes(written)
    app = create_app(settings)
    assert app.extensions["balise"].understander.understand("?", audience=None) == Understander(None).understand(
        "?", audience=None
    )
    browser = Browser(app.test_client())
    browser.begin("11-14")
    assert_helped(browser.say(DANGER))
