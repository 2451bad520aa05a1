"""Refused, silent, erased meanwhile: the hurried cases."""

import pytest

from tests.browsing import CALM, DANGER


@pytest.mark.parametrize("id", [None, "", "not a uuid"])
def test_a_disclosure_without_a_good_id_is_refused_with_help(child, id):
    response = child.client.post("/api/messages", json={"text": DANGER, "id": id})
    assert response.status_code == 400
    assert response.json["help"]
    assert response.json["messages"][0]["card"]


def test_a_disclosure_at_the_end_of_a_long_text_is_seen(child):
    response = child.send(text="blabla " * 800 + DANGER)
    assert response.status_code == 413
    assert response.json["help"]


def test_after_one_silence_nobody_waits_for_a_while(child, rasa):
    rasa.fault = "hangs"
    assert child.say(CALM)["degraded"]
    heard = len(rasa.heard)
    assert child.say(DANGER)["help"]
    assert len(rasa.heard) == heard


def test_what_was_erased_while_it_was_answered_is_forgotten_again(child, rasa, services, monkeypatch):
    answered = services.bot.say

    def say_then_erased(conversation, text, audience):
        messages = answered(conversation, text, audience)
        services.store.delete(conversation)
        return messages

    monkeypatch.setattr(type(services.bot), "say", lambda _, *said: say_then_erased(*said))
    child.say(CALM)
    assert rasa.forgotten
    with child.client.session_transaction() as session:
        assert "c" not in session


@pytest.mark.parametrize("body", ["[" * 60000, '{"text": ' * 6000])
def test_json_without_a_bottom_is_refused(child, body):
    response = child.client.post("/api/messages", data=body, content_type="application/json")
    assert response.status_code == 400


def test_an_origin_that_is_no_address_is_from_elsewhere(child):
    assert child.client.post("/api/messages", json={}, headers={"Origin": "http://["}).status_code == 403
