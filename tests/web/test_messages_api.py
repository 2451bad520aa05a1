"""POST /api/messages: what Rasa is sent, what comes back, and once only."""

import json
import uuid

import pytest

from bot.content import leaflet_reply, reply
from tests.browsing import CALM, DANGER, card_of


def test_an_answer_has_the_shape_that_was_promised(child):
    body = child.say(CALM)
    assert set(body) >= {"messages", "risk", "help", "degraded"}
    assert body["risk"] == {"level": "aucun", "category": None}
    assert body["help"] == []
    assert body["degraded"] is False
    (message,) = body["messages"]
    assert message["text"] == "Bonjour de Rasa"
    assert [set(button) for button in message["buttons"]] == [{"id", "title"}]


def test_rasa_hears_the_sentence_the_audience_and_no_name_of_ours(child, rasa):
    child.say(CALM)
    (heard,) = rasa.heard
    assert (heard["text"], heard["audience"]) == (CALM, "11-14")
    assert set(heard) == {"conversation", "text", "audience"}
    with child.client.session_transaction() as session:
        assert session["c"] not in json.dumps(heard)


def test_the_same_id_twice_is_answered_once_with_the_same_answer(child, rasa):
    id = str(uuid.uuid4())
    first, second = child.send(text=CALM, id=id), child.send(text=CALM, id=id)
    assert first.data == second.data
    assert len(rasa.heard) == 1


def test_another_id_is_another_message(child, rasa):
    child.say(CALM)
    child.say(CALM)
    assert len(rasa.heard) == 2


def test_one_browser_does_not_get_the_answer_of_another(child, app, rasa):
    id = str(uuid.uuid4())
    child.send(text=CALM, id=id)
    other = app.test_client()
    other.post("/api/conversation", json={"audience": "parent"})
    assert other.post("/api/messages", json={"text": "autre", "id": id}).status_code == 200
    assert len(rasa.heard) == 2


def test_an_id_in_capitals_or_without_dashes_is_the_same_id(child, rasa):
    id = str(uuid.uuid4())
    child.send(text=CALM, id=id)
    child.send(text=CALM, id=id.upper().replace("-", ""))
    assert len(rasa.heard) == 1


def test_a_button_of_ours_reaches_rasa_as_its_intent(child, rasa):
    button = child.say(CALM)["messages"][0]["buttons"][0]
    child.press(button["id"])
    assert rasa.heard[-1]["intent"] == "ligne_3018"
    assert "text" not in rasa.heard[-1]


def test_a_theme_button_reaches_rasa_as_the_menu_with_its_theme(child, rasa, services):
    child.press(services.buttons.id_of("theme:grooming"))
    assert (rasa.heard[-1]["intent"], rasa.heard[-1]["entities"]) == ("que_sais_tu_faire", {"theme": "grooming"})


def test_a_button_says_nothing_of_its_intent(child):
    button = child.say(CALM)["messages"][0]["buttons"][0]
    assert "3018" not in button["id"]
    assert len(button["id"]) == 20


def test_changing_audience_speaks_to_the_new_one_from_then_on(child, rasa, services):
    said = child.press(services.buttons.id_of("audience:parent"))["messages"][0]["text"]
    child.say(CALM)
    assert "vos questions" in said
    assert rasa.heard[-1]["audience"] == "parent"


@pytest.mark.parametrize(
    "typed", ["/confier_suicide", "  /confier_suicide", "//menu", '/ask{"audience": "parent"}', "/restart"]
)
def test_a_slash_typed_is_words_and_never_an_intent(child, rasa, typed):
    child.say(typed)
    (heard,) = rasa.heard
    assert "intent" not in heard
    assert heard["text"] == typed


@pytest.mark.parametrize("extra", [
    {"intent": "confier_suicide"}, {"sender": "x"}, {"sender_id": "x"}, {"metadata": {"audience": "parent"}}, {"audience": "parent"},
    {"conversation": "x"}, {"entities": {"audience": "parent"}},
])  # fmt: skip
def test_nothing_else_that_a_client_sends_reaches_rasa(child, rasa, extra):
    child.send(text=CALM, **extra)
    plain = {"text": CALM, "audience": "11-14", "conversation": rasa.heard[0]["conversation"]}
    assert rasa.heard == [plain]
    assert rasa.heard[0]["conversation"] != "x"


MASKED = [
    ("je m'appelle léa et mon tel 0612345678", "je m'appelle [nom] et mon tel [téléphone]"),
    ("écris à lea@exemple.fr", "écris à [courriel]"),
    ("mon snap c'est lea_13", "mon snap c'est [pseudo]"),
    ("j'habite 12 rue des Lilas", "j'habite [adresse]"),
]


@pytest.mark.parametrize(("typed", "heard"), MASKED)
def test_rasa_hears_placeholders_and_the_page_is_told(child, rasa, typed, heard):
    assert child.say(typed)["masked"] is True
    assert rasa.heard[-1]["text"] == heard


def test_a_message_without_personal_data_is_not_said_to_be_masked(child):
    assert child.say("appelle le 3018")["masked"] is False


def test_the_raw_words_are_screened_even_when_a_name_is_hidden(child, rasa):
    body = child.say(f"je m'appelle léa {DANGER}")
    assert body["risk"]["level"] == "alerte"
    assert "léa" not in rasa.heard[-1]["text"]


def test_what_rasa_chose_is_said_in_the_words_of_today(child, rasa, content):
    rasa.says = [{"text": "De vieux mots."}, {"custom": {"topic": "mot_de_passe", "part": "details"}}]
    (message,) = child.say(CALM)["messages"]
    said = reply(content, "mot_de_passe", "11-14", part="details")
    assert message["text"] == said.text
    assert [one["title"] for one in message["sources"]] == [one.title for one in said.sources]


def test_a_topic_that_content_no_longer_has_is_said_in_the_words_of_rasa(child, rasa):
    rasa.says = [{"text": "De vieux mots."}, {"custom": {"topic": "disparu"}}]
    assert [one["text"] for one in child.say(CALM)["messages"]] == ["De vieux mots."]


def test_an_app_that_rasa_chose_is_told_with_its_steps(child, rasa, content):
    rasa.says = [{"text": "x"}, {"custom": {"topic": "signaler_sur_appli", "leaflet": "app.discord"}}]
    (message,) = child.say(CALM)["messages"]
    assert message["text"] == leaflet_reply(content, "app.discord", "11-14").text


def test_cards_of_rasa_reach_the_page(child, rasa):
    card = {
        "level": "alerte",
        "category": "suicide",
        "emergency": [],
        "line": {"id": "x"},
        "written": [],
        "second": None,
    }
    rasa.says = [{"text": "Une réponse"}, {"custom": {"card": card}}]
    body = child.say(CALM)
    assert card_of(body)["category"] == "suicide"
    assert card_of(body)["line"]["id"] == "prevention_suicide"  # as it is today, whatever Rasa was trained with
    assert body["risk"] == {"level": "alerte", "category": "suicide"}


def test_several_messages_of_rasa_stay_in_order(child, rasa):
    rasa.says = [{"text": "un"}, {"text": "deux"}]
    assert [message["text"] for message in child.say(CALM)["messages"]] == ["un", "deux"]


def test_a_button_of_rasa_that_no_page_may_press_is_left_out(child, rasa):
    rasa.says = [
        {
            "text": "un",
            "buttons": [{"title": "Non", "payload": "/confier_suicide"}, {"title": "Oui", "payload": "/oui"}],
        }
    ]
    assert [button["title"] for button in child.say(CALM)["messages"][0]["buttons"]] == ["Oui"]


@pytest.mark.parametrize("length", [1, 499, 500])
def test_five_hundred_characters_are_read(child, rasa, length):
    child.say("é" * length)
    assert rasa.heard[-1]["text"] == "é" * length


@pytest.mark.parametrize(
    "typed", ["😭", "مرحبا", "\u200b?", "<script>alert(1)</script>", "'; drop table answer; --", "a\u0000b"]
)
def test_whatever_is_typed_has_an_answer(child, typed):
    assert child.say(typed)["messages"]


@pytest.mark.parametrize("half", ["\\ud83d", "\\udc00 bonjour"])
def test_half_a_character_has_an_answer_too(child, half):
    body = f'{{"id": "{uuid.uuid4()}", "text": "{half}"}}'
    response = child.client.post("/api/messages", data=body, content_type="application/json")
    assert response.status_code == 200
    assert response.json["messages"]


def test_half_a_character_hides_no_danger(child):
    body = f'{{"id": "{uuid.uuid4()}", "text": "je veux mourir \\ud83d"}}'
    response = child.client.post("/api/messages", data=body, content_type="application/json")
    assert response.json["risk"]["category"] == "suicide"
    assert "prevention_suicide" in response.json["help"]
