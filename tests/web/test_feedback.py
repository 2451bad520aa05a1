"""POST /api/feedback and what /etat makes of it: counts, and nobody behind them."""

import hashlib
import json
import re
import sqlite3
from datetime import datetime, timedelta

import pytest

from bot.settings import read_settings
from bot.storage import count_vote
from bot.web import create_app
from bot.web.limits import limiter
from tests.browsing import CALM, DANGER, Browser

TOPIC = "sextorsion_definition"


def vote(browser: Browser, topic=TOPIC, useful=True, **more):
    return browser.client.post("/api/feedback", json={"topic": topic, "useful": useful, **more})


def rows(database) -> list[tuple]:
    with sqlite3.connect(database) as raw:
        return raw.execute("select * from feedback order by 1, 2, 3, 4").fetchall()


def refused(response, status: int, code: str) -> None:
    assert (response.status_code, response.json["error"]["code"]) == (status, code), response.text
    assert len(response.json["error"]["message"]) > 10


@pytest.mark.parametrize("useful", [True, False])
def test_a_vote_is_counted_and_answered_with_nothing(child, database, useful):
    response = vote(child, useful=useful)
    assert (response.status_code, response.data) == (204, b"")
    assert rows(database) == [(TOPIC, "11-14", int(useful), "2026-11", 1)]


@pytest.mark.parametrize("audience", ["8-10", "15-17", "parent", "educator"])
def test_the_audience_is_that_of_the_conversation_whatever_the_request_says(visitor, database, audience):
    visitor.begin(audience)
    vote(visitor, audience="11-14")
    assert [row[1] for row in rows(database)] == [audience]


def test_the_topic_of_an_answer_is_one_that_can_be_voted_on(child, rasa):
    rasa.says = [{"text": "x"}, {"custom": {"topic": "mot_de_passe"}}]
    answered = child.say(CALM)["messages"][0]["topic"]
    assert vote(child, answered).status_code == 204


def test_every_topic_of_content_fits_in_the_table(content):
    assert max(map(len, content.topics)) <= 64


@pytest.mark.parametrize("topic", [None, "", "no_such_topic", 5, True, ["a"], {"a": 1}, "menu", "law.chantage_images"])
def test_a_topic_that_content_does_not_have_is_refused(child, database, topic):
    refused(vote(child, topic), 400, "bad_message")
    assert rows(database) == []


@pytest.mark.parametrize("useful", [None, 0, 1, "true", "", [], {}])
def test_a_vote_that_is_neither_true_nor_false_is_refused(child, database, useful):
    refused(vote(child, useful=useful), 400, "bad_message")
    assert rows(database) == []


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", '"bonjour"', "[" * 30_000], ids=lambda body: body[:5] or "empty"
)
def test_what_is_no_json_object_is_refused(child, body):
    refused(child.client.post("/api/feedback", data=body, content_type="application/json"), 400, "bad_json")


def test_another_content_type_is_refused(child, database):
    body = json.dumps({"topic": TOPIC, "useful": True})
    refused(child.client.post("/api/feedback", data=body, content_type="text/plain"), 400, "bad_json")
    assert rows(database) == []


def test_a_vote_from_another_site_is_refused(child, database):
    headers = {"Origin": "https://evil.example"}
    body = {"topic": TOPIC, "useful": True}
    refused(child.client.post("/api/feedback", json=body, headers=headers), 403, "bad_origin")
    assert rows(database) == []


def test_without_a_conversation_no_vote_is_counted_and_none_is_begun(visitor, database):
    refused(vote(visitor, audience="11-14"), 404, "no_conversation")
    assert rows(database) == []
    assert visitor.client.get_cookie("balise") is None


def test_after_the_conversation_is_erased_no_vote_is_counted(child, database):
    child.client.delete("/api/conversation")
    refused(vote(child), 404, "no_conversation")
    assert rows(database) == []


def test_nothing_of_the_conversation_is_in_the_table(child, database):
    with child.client.session_transaction() as session:
        token = session["c"]
    child.say(DANGER)
    vote(child, text=DANGER, id="0b7a")
    kept = json.dumps(rows(database))
    assert kept == json.dumps([(TOPIC, "11-14", 1, "2026-11", 1)])
    assert token not in kept
    assert hashlib.sha256(token.encode()).hexdigest() not in kept


@pytest.mark.parametrize("table", ["feedback", "conversation"])
def test_a_broken_database_costs_the_vote_only(child, database, caplog, table):
    with sqlite3.connect(database) as raw:
        raw.execute("pragma foreign_keys=off")
        raw.execute(f"drop table {table}")
    assert vote(child).status_code == 204
    assert any(record.levelname == "ERROR" and "OperationalError" in record.message for record in caplog.records)
    assert TOPIC not in caplog.text


@pytest.fixture
def hurried(environ, rasa, database, mask):
    """A gateway that lets two messages, and two votes, a minute through."""
    environ(BALISE_RASA_PORT=str(rasa.port), BALISE_MESSAGES_PER_MINUTE="2")
    app = create_app(read_settings())
    limiter.reset()
    yield app
    limiter.reset()


def test_too_many_votes_are_refused_and_not_counted(hurried, database):
    browser = Browser(hurried.test_client())
    browser.begin()
    assert [vote(browser).status_code for _ in range(2)] == [204, 204]
    refused(vote(browser), 429, "too_fast")
    assert [row[-1] for row in rows(database)] == [2]


def test_one_child_voting_fast_keeps_neither_their_messages_nor_another_childs_votes_waiting(hurried):
    first, second = Browser(hurried.test_client()), Browser(hurried.test_client())
    first.begin()
    second.begin()
    assert [vote(first).status_code for _ in range(3)][-1] == 429
    assert first.send(text=CALM).status_code == 200
    assert vote(second).status_code == 204


# What /etat shows.


@pytest.fixture
def given(store, services):
    """`given(topic, yes, no)` puts votes in the table, `months` ago."""

    def give(topic: str, yes: int, no: int, *, audience: str = "11-14", now: datetime | None = None) -> None:
        for useful in [True] * yes + [False] * no:
            count_vote(store, topic, audience, useful=useful, now=now or services.now())

    return give


def shown(client) -> dict[str, list[str]]:
    """The section's rows, in order: {topic: [useful, not useful]}."""
    found = re.findall(
        r"<small>\((\w+)\)</small></th>\s*<td>([^<]*)</td><td>([^<]*)</td>\s*</tr>", section(client.get("/etat").text)
    )
    return {topic: [yes, no] for topic, yes, no in found}


def section(page: str) -> str:
    return re.search(r"<h2>Ce qui a aidé</h2>.*?</section>", page, re.DOTALL).group()


FEW = "moins de 5"
EMPTY = "Aucun sujet n’a encore reçu 5 avis."


def test_votes_of_every_audience_are_added_up_beside_the_name_of_the_topic(client, given, content):
    given("nude_risques", 4, 5, audience="8-10")
    given("nude_risques", 3, 2, audience="parent")
    assert shown(client) == {"nude_risques": ["7", "7"]}
    assert content.topics["nude_risques"].button_adult in section(client.get("/etat").text)


def test_a_vote_through_the_api_is_the_one_that_is_shown(child, client):
    for _ in range(5):
        vote(child)
    assert shown(client) == {TOPIC: ["5", FEW]}


def test_the_least_useful_comes_first(client, given):
    given("nude_risques", 9, 6)
    given("grooming_definition", 5, 20)
    given("faux_profil", 20, 5)
    given("rencontre_en_vrai", 0, 30)
    assert list(shown(client)) == ["rencontre_en_vrai", "grooming_definition", "nude_risques", "faux_profil"]


@pytest.mark.parametrize(
    ("yes", "no", "cells"),
    [
        (5, 0, ["5", FEW]), (0, 5, [FEW, "5"]), (4, 1, [FEW, FEW]), (4, 4, [FEW, FEW]), (5, 4, ["5", FEW]),
        (5, 5, ["5", "5"]), (4, 0, None), (2, 2, None), (0, 1, None),
    ],
)  # fmt: skip
def test_a_count_under_five_cannot_be_read(client, given, yes, no, cells):
    given("nude_risques", yes, no)
    assert shown(client).get("nude_risques") == cells


def test_the_order_does_not_tell_the_counts_that_are_hidden(client, given):
    given("nude_risques", 6, 1)
    given("grooming_definition", 6, 0)
    before = list(shown(client).items())
    given("grooming_definition", 0, 4)
    assert list(shown(client).items()) == before


def test_votes_of_more_than_twelve_months_are_left_out(client, given, services):
    given("nude_risques", 9, 9, now=services.now() - timedelta(days=366))
    given("grooming_definition", 9, 9, now=services.now() - timedelta(days=300))
    assert list(shown(client)) == ["grooming_definition"]


def test_a_topic_that_content_no_longer_has_keeps_its_id_for_a_name(client, given):
    given("sujet_retire", 9, 9)
    assert shown(client) == {"sujet_retire": ["9", "9"]}


def test_without_enough_votes_a_sentence_says_so(client, given):
    given("nude_risques", 2, 2)
    assert EMPTY in section(client.get("/etat").text)
    assert "<table" not in section(client.get("/etat").text)


def test_with_enough_votes_it_does_not_say_so(client, given):
    given("nude_risques", 5, 5)
    assert EMPTY not in section(client.get("/etat").text)


def test_where_the_database_does_not_answer_the_page_is_served_and_says_so(client, database):
    with sqlite3.connect(database) as raw:
        raw.execute("drop table feedback")
    page = client.get("/etat")
    assert page.status_code == 200
    assert "La base de données ne répond pas" in section(page.text)
