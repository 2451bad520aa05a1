"""After a help card: short answers are read in its light, whatever Rasa makes of them."""

import pytest

from bot.safety import Risk
from bot.understanding import Understanding
from tests.browsing import CALM, DANGER, card_of


@pytest.fixture
def helped(child):
    assert card_of(child.say(DANGER))
    return child


@pytest.mark.parametrize("text", ["oui", "ok", "j'ose pas", "merci"])
def test_a_bare_answer_keeps_the_thread_and_the_number(helped, text):
    body = helped.say(text)
    assert "Le numéro reste affiché" in body["messages"][0]["text"]
    assert body["messages"][0]["buttons"]
    assert body["pinned"]["lines"]
    assert "Bonjour de Rasa" not in str(body)


def test_the_thread_holds_through_several_bare_answers(helped):
    for text in ("ok", "oui", "je sais pas"):
        assert "Le numéro reste affiché" in helped.say(text)["messages"][0]["text"]


def test_who_it_is_brings_help_again(helped):
    body = helped.say("c'est mon cousin")
    assert body["risk"] == {"level": "alerte", "category": "sextorsion"}
    assert card_of(body)


def test_now_brings_emergency(helped):
    body = helped.say("maintenant")
    assert body["risk"]["level"] == "urgence"
    assert card_of(body)["emergency"]


def test_another_subject_is_answered_and_then_a_yes_is_only_a_yes(helped):
    assert "Bonjour de Rasa" in str(helped.say(CALM)["messages"])
    assert "Bonjour de Rasa" in str(helped.say("oui")["messages"])


def test_a_yes_in_a_calm_conversation_is_rasas(child):
    assert "Bonjour de Rasa" in str(child.say("oui")["messages"])


def test_the_thread_holds_while_rasa_is_down(helped, rasa):
    rasa.mood = "crashes"
    assert "Le numéro reste affiché" in helped.say("ok")["messages"][0]["text"]


def test_a_subject_asked_beside_a_danger_is_offered_after_the_help(child, services, monkeypatch):
    read = services.understander.understand

    def beside(text, **context) -> Understanding:
        found = read(text, **context)
        return Understanding(found.risk, "hors_sujet", 0.0, True, (), also="mot_de_passe")

    monkeypatch.setattr(services.understander, "understand", beside)
    message = child.say(DANGER)["messages"][-1]
    assert message["card"]
    assert message["buttons"][0]["title"] == services.content.topics["mot_de_passe"].title("11-14")


def test_a_context_that_breaks_leaves_the_help(helped, monkeypatch):
    monkeypatch.setattr("bot.web.reading.in_light", lambda *_: 1 / 0)
    assert card_of(helped.say(DANGER))


def test_where_the_danger_is_now_nothing_says_that_it_can_wait(child):
    assert child.say("je vais me tuer ce soir")["risk"]["level"] == "urgence"
    body = child.say("ok")
    assert card_of(body)["emergency"]
    assert "pas à décider" not in body["messages"][0]["text"]


def test_bare_fear_keeps_the_danger_told_before_whatever_card_rasa_makes(helped, rasa, services, monkeypatch):
    vague = Understanding(Risk("alerte", "mal_etre"), "hors_sujet", 0, True, ())
    monkeypatch.setattr(type(services.understander), "understand", lambda *_, **__: vague)
    wrong = {"level": "alerte", "category": "mal_etre", "third_party": False, "emergency": [],
             "line": {"id": "prevention_suicide"}, "written": [], "second": None}  # fmt: skip
    rasa.says = [{"text": "x"}, {"custom": {"card": wrong}}]
    body = helped.say("j'ai peur")
    assert body["risk"] == {"level": "alerte", "category": "sextorsion"}
    assert body["messages"][0]["lines"][0]["id"] == "e_enfance"
    assert body["messages"][0]["text"].startswith("La peur, c’est l’arme de cette personne")
