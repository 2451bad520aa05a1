"""POST and DELETE /api/conversation, GET /api/help, and the two health checks."""

import pytest

from bot.content import AUDIENCES
from bot.web.session import _hash
from tests.browsing import CALM, DANGER, card_of


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_conversation_begins_with_a_program_that_says_so(visitor, audience):
    response = visitor.begin(audience)
    (message,) = response.json["messages"]
    assert response.status_code == 201
    assert "pas une personne" in message["text"]
    assert len(message["buttons"]) >= 2
    assert all({"id", "title"} <= set(button) <= {"id", "title", "picture"} for button in message["buttons"])


@pytest.mark.parametrize("audience", [None, "", "12", "admin", 11, ["11-14"], {"a": 1}, "11-14 "])
def test_an_unknown_audience_is_refused_in_french(visitor, audience):
    response = visitor.begin(audience)
    assert (response.status_code, response.json["error"]["code"]) == (400, "unknown_audience")
    assert "Je ne connais pas ce choix" in response.json["error"]["message"]
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"11-14"', b"null"])
def test_a_body_that_is_no_object_is_refused(client, body):
    response = client.post("/api/conversation", data=body, content_type="application/json")
    assert (response.status_code, response.json["error"]["code"]) == (400, "bad_json")


def test_a_form_is_not_json(client):
    response = client.post("/api/conversation", data={"audience": "11-14"})
    assert (response.status_code, response.json["error"]["code"]) == (400, "bad_json")


def test_the_cookie_is_for_this_site_alone_and_scripts_cannot_read_it(visitor):
    cookie = visitor.begin().headers["Set-Cookie"]
    assert cookie.startswith("balise=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie


def test_the_cookie_says_nothing_of_the_conversation_kept_on_the_server(child, app, store):
    with child.client.session_transaction() as session:
        token = session["c"]
    now = app.extensions["balise"].now()
    assert store.find(token, now=now, idle_minutes=60) is None
    assert store.find(_hash(token), now=now, idle_minutes=60) is not None


def test_a_second_conversation_ends_the_first(child, rasa):
    child.say(CALM)
    first = rasa.heard[-1]["conversation"]
    child.begin("parent")
    child.say(CALM)
    assert rasa.forgotten == [first]
    assert rasa.heard[-1]["conversation"] != first
    assert rasa.heard[-1]["audience"] == "parent"


def test_an_erased_conversation_is_gone_from_every_store(child, app, store, rasa):
    child.say(CALM)
    conversation = rasa.heard[-1]["conversation"]
    response = child.client.delete("/api/conversation")
    assert (response.status_code, response.data) == (204, b"")
    assert store.find(conversation, now=app.extensions["balise"].now(), idle_minutes=60) is None
    assert rasa.forgotten == [conversation]
    assert child.send(text=CALM).status_code == 404


def test_erasing_without_a_conversation_is_no_error(client):
    assert client.delete("/api/conversation").status_code == 204


def test_erasing_while_rasa_is_down_is_no_error(child, rasa):
    rasa.stop()
    assert child.client.delete("/api/conversation").status_code == 204
    assert child.send(text=CALM).json["error"]["code"] == "no_conversation"


def test_the_erase_button_erases(child, services, rasa):
    child.say(DANGER)
    body = child.press(services.buttons.id_of("do:erase"))
    assert body["ended"] is True
    assert "effacé" in body["messages"][0]["text"]
    assert rasa.forgotten
    assert child.send(text=CALM).status_code == 404


@pytest.mark.parametrize("audience", AUDIENCES)
def test_help_lists_lines_for_an_audience_emergencies_first(client, audience):
    body = client.get(f"/api/help?audience={audience}").json
    assert body["now"].startswith("2026-11-24T15:00")
    assert [line["emergency"] for line in body["lines"]] == sorted(
        (line["emergency"] for line in body["lines"]), reverse=True
    )
    assert {"enfance_en_danger", "prevention_suicide", "urgence_europe"} <= {line["id"] for line in body["lines"]}
    assert all(isinstance(line["open"], bool) for line in body["lines"])


def test_help_needs_no_conversation_and_no_audience(client):
    assert client.get("/api/help").status_code == 200


def test_help_refuses_an_unknown_audience(client):
    response = client.get("/api/help?audience=martian")
    assert (response.status_code, response.json["error"]["code"]) == (400, "unknown_audience")


def test_help_is_the_same_with_rasa_down(client, rasa):
    before = client.get("/api/help").json
    rasa.stop()
    assert client.get("/api/help").json == before


def test_the_web_is_alive_without_rasa(client, rasa):
    rasa.stop()
    assert (client.get("/healthz").status_code, client.get("/healthz").json) == (200, {"status": "ok"})


def test_all_three_ready_is_ready(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json == {"ready": True, "web": True, "bot": True, "database": True}


@pytest.mark.parametrize("said", [{"ready": False}, {}, [], "yes", None])
def test_rasa_that_does_not_say_ready_is_not_ready(client, rasa, said):
    rasa.ready = said
    assert (client.get("/readyz").status_code, client.get("/readyz").json["bot"]) == (503, False)


def test_without_rasa_the_whole_is_not_ready(client, rasa):
    rasa.stop()
    assert client.get("/readyz").status_code == 503


def test_without_the_database_the_whole_is_not_ready(client, database):
    database.unlink()
    assert (client.get("/readyz").status_code, client.get("/readyz").json["database"]) == (503, False)


def test_the_conversation_goes_on_the_night_the_3018_is_closed(child, environ):
    assert card_of(child.say(DANGER))["line"]["id"] == "e_enfance"
