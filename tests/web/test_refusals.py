"""What is refused, in French a child understands, and with help beside it when it was a cry for help."""

import json
import uuid

import pytest

from bot.web import create_app
from bot.web.limits import limiter
from tests.browsing import CALM, DANGER, Browser, card_of


def refused(response, status: int, code: str) -> dict:
    assert (response.status_code, response.json["error"]["code"]) == (status, code), response.text
    assert len(response.json["error"]["message"]) > 10
    return response.json


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u00a0"])
def test_an_empty_message_is_refused(child, rasa, text):
    refused(child.send(text=text), 400, "empty")
    assert rasa.heard == []


@pytest.mark.parametrize("body", [{}, {"text": None}, {"text": 5}, {"text": ["a"]}, {"button": 5}, {"button": None}])
def test_a_message_that_is_neither_text_nor_button_is_refused(child, body):
    refused(child.send(**body), 400, "bad_message")


@pytest.mark.parametrize("id", [None, "", "1", "pas-un-uuid", 5, {}])
def test_a_message_without_a_uuid_is_refused(child, rasa, id):
    refused(child.send(text=CALM, id=id), 400, "bad_message")
    assert rasa.heard == []


@pytest.mark.parametrize("button", ["", "confier_suicide", "/menu", "ligne_3018", "0" * 20])
def test_a_button_that_we_did_not_make_is_refused(child, rasa, button):
    refused(child.send(button=button), 400, "unknown_button")
    assert rasa.heard == []


def test_text_wins_over_a_button_sent_with_it(child, rasa, services):
    child.send(text=CALM, button=services.buttons.id_of("ligne_3018"))
    assert rasa.heard[-1]["text"] == CALM


@pytest.mark.parametrize("body", [b"", b"{", b"text=bonjour", b"\xff\xfe"])
def test_what_is_not_json_is_refused(child, body):
    refused(child.client.post("/api/messages", data=body, content_type="application/json"), 400, "bad_json")


@pytest.mark.parametrize("body", [[], "bonjour", 5, None])
def test_json_that_is_no_object_is_refused(child, body):
    data = json.dumps(body)
    refused(child.client.post("/api/messages", data=data, content_type="application/json"), 400, "bad_json")


def test_another_content_type_is_refused(child):
    data = json.dumps({"text": CALM, "id": str(uuid.uuid4())})
    refused(child.client.post("/api/messages", data=data, content_type="text/plain"), 400, "bad_json")


@pytest.mark.parametrize("length", [501, 4000, 30_000])
def test_a_message_too_long_is_refused_and_says_how_long(child, rasa, length):
    body = refused(child.send(text="a" * length), 413, "too_long")
    assert "500" in body["error"]["message"]
    assert "messages" not in body
    assert rasa.heard == []


@pytest.mark.parametrize("text", [DANGER + " " + "bla " * 200, "bla " * 300 + DANGER])
def test_a_cry_for_help_too_long_is_refused_with_help(child, text):
    body = refused(child.send(text=text), 413, "too_long")
    assert body["risk"] == {"level": "alerte", "category": "sextorsion"}
    assert body["help"][0] == "e_enfance"
    assert card_of(body)["line"]["id"] == "e_enfance"


def test_a_body_far_too_big_is_refused_without_being_read(child):
    refused(child.send(text="a" * 100_000), 413, "too_long")


def test_without_a_conversation_a_message_is_refused(visitor, rasa):
    body = refused(visitor.send(text=CALM), 404, "no_conversation")
    assert "messages" not in body
    assert rasa.heard == []


def test_without_a_conversation_a_cry_for_help_gets_help(visitor):
    body = refused(visitor.send(text=DANGER), 404, "no_conversation")
    assert body["help"][0] == "e_enfance"
    assert card_of(body)["category"] == "sextorsion"


def test_a_conversation_idle_too_long_is_over_and_a_cry_for_help_still_gets_help(child, database, settings):
    later = create_app(_later(settings)).test_client()
    later.set_cookie("balise", child.client.get_cookie("balise").value)
    body = refused(Browser(later).send(text="je veux mourir"), 404, "no_conversation")
    assert body["help"][0] == "prevention_suicide"


def _later(settings):
    from dataclasses import replace
    from datetime import timedelta

    return replace(settings, now=settings.now + timedelta(minutes=settings.idle_minutes + 1))


@pytest.mark.parametrize("cookie", ["", "x", "eyJhIjoiMTEtMTQifQ.x.y"])
def test_a_forged_cookie_is_no_conversation(client, cookie):
    client.set_cookie("balise", cookie)
    refused(Browser(client).send(text=CALM), 404, "no_conversation")


@pytest.fixture
def hurried(environ, rasa, database, mask):
    """A gateway that lets two messages a minute through."""
    from bot.settings import read_settings

    environ(BALISE_RASA_PORT=str(rasa.port), BALISE_MESSAGES_PER_MINUTE="2", BALISE_CONVERSATIONS_PER_MINUTE="3")
    app = create_app(read_settings())
    limiter.reset()
    yield app
    limiter.reset()


def test_too_many_messages_are_told_to_wait_and_for_how_long(hurried, rasa):
    browser = Browser(hurried.test_client())
    browser.begin()
    assert [browser.send(text=CALM).status_code for _ in range(3)] == [200, 200, 429]
    response = browser.send(text=CALM)
    body = refused(response, 429, "too_fast")
    assert "J’ai besoin d’aide" in body["error"]["message"]
    assert int(response.headers["Retry-After"]) > 0
    assert len(rasa.heard) == 2


def test_one_child_going_fast_does_not_slow_another_of_the_same_class(hurried):
    first, second = Browser(hurried.test_client()), Browser(hurried.test_client())
    first.begin()
    second.begin()
    assert [first.send(text=CALM).status_code for _ in range(3)][-1] == 429
    assert second.send(text=CALM).status_code == 200


def test_too_many_conversations_are_told_to_wait(hurried):
    codes = [Browser(hurried.test_client()).begin().status_code for _ in range(4)]
    assert codes == [201, 201, 201, 429]


UNKNOWN = [
    ("GET", "/api/nowhere", 404, "not_found"),
    ("GET", "/api/messages", 405, "method"),
    ("PUT", "/api/conversation", 405, "method"),
]


@pytest.mark.parametrize(("method", "path", "status", "code"), UNKNOWN)
def test_an_address_that_does_not_exist_is_said_in_french(client, method, path, status, code):
    refused(client.open(path, method=method), status, code)


def test_a_crash_says_nothing_of_itself(app, monkeypatch, caplog):
    def broken(*_, **__):
        raise RuntimeError("SECRET-DETAIL")

    monkeypatch.setattr(type(app.extensions["balise"].store), "create", broken)
    response = app.test_client().post("/api/conversation", json={"audience": "11-14"})
    refused(response, 500, "server_error")
    assert "SECRET-DETAIL" not in response.text + caplog.text
