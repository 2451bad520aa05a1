"""A database that is locked, gone or broken costs the memory of answers, never the help."""

import re
import sqlite3
import uuid

import pytest

from tests.browsing import CALM, DANGER, assert_helped


@pytest.fixture(params=["locked", "gone", "broken"])
def bad_database(request, child, database):
    """The database fails in the middle of a conversation."""
    if request.param == "locked":
        blocker = sqlite3.connect(database, isolation_level=None)
        blocker.execute("begin exclusive")
        yield request.param
        blocker.close()
        return
    for path in database.parent.glob("balise.db*"):
        path.unlink()
    if request.param == "broken":
        database.write_bytes(b"not a database" * 100)
    yield request.param


def test_a_database_that_fails_still_brings_help(child, bad_database):
    assert_helped(child.say(DANGER))


def test_a_database_that_fails_still_answers_a_question(child, bad_database):
    assert child.say(CALM)["messages"][0]["text"] == "Bonjour de Rasa"


def test_a_database_that_fails_lets_a_conversation_begin_and_end(visitor, bad_database):
    assert visitor.begin("8-10").status_code == 201
    assert_helped(visitor.say(DANGER))
    assert visitor.client.delete("/api/conversation").status_code == 204


def test_a_conversation_begun_while_the_database_was_locked_is_remembered_afterwards(visitor, database):
    blocker = sqlite3.connect(database, isolation_level=None)
    blocker.execute("begin exclusive")
    visitor.begin("8-10")
    blocker.close()
    visitor.say(DANGER)
    assert visitor.say(CALM)["pinned"]["lines"][0]["id"] == "e_enfance"


@pytest.mark.parametrize("short", ["oui", "c'est mon oncle", "je fais quoi"])
def test_a_database_that_fails_does_not_make_the_page_forget_the_help(child, bad_database, short):
    told = child.say("je vais me tuer ce soir")
    assert told["pinned"]
    after = child.send(text=short, carry=told["carry"]).json
    assert after["pinned"] == told["pinned"]
    assert "Bonjour de Rasa" not in str(after["messages"])
    assert child.send(text=CALM, carry=after["carry"]).json["pinned"] == told["pinned"]


def test_a_form_carries_the_help_too_when_the_database_fails(client, bad_database):
    client.post("/conversation", data={"audience": "11-14"})
    form = {"id": str(uuid.uuid4()), "audience": "11-14"}
    page = client.post("/conversation/message", data=form | {"text": DANGER}).text
    carry = re.search(r'name="carry" value="([^"]+)"', page)[1]
    page = client.post("/conversation/message", data=form | {"text": CALM, "carry": carry}).text
    assert re.search(r'<section class="pinned" id="pinned"[^>]*>', page)[0].count("hidden") == 0


def test_everything_broken_at_once_still_brings_help(child, rasa, bad_database):
    rasa.stop()
    assert_helped(child.say(DANGER))
