"""A conversation that is over is begun again by the next message, for a page that says whom it speaks to."""

import threading
import time

import pytest
from itsdangerous import URLSafeTimedSerializer

from tests.browsing import CALM, DANGER, card_of
from tests.web.test_pages import write


def test_a_message_that_says_its_audience_needs_no_conversation(visitor, rasa):
    response = visitor.send(text=CALM, audience="8-10")
    assert response.status_code == 200
    assert response.json["renewed"] is True
    assert rasa.heard[-1]["audience"] == "8-10"


def test_the_next_message_goes_on_in_the_same_conversation(visitor, rasa):
    visitor.send(text=DANGER, audience="11-14")
    body = visitor.send(text=CALM, audience="11-14").json
    assert "renewed" not in body
    assert body["pinned"]


def test_a_button_begins_one_too(visitor, services):
    button = services.buttons.id_of("ligne_3018")
    assert visitor.send(button=button, audience="11-14").status_code == 200


def test_who_speaks_to_a_conversation_does_not_change_it(child):
    child.send(text=CALM, audience="parent")
    assert "Toi" in child.client.get("/conversation").text


@pytest.mark.parametrize("audience", [None, "", "martian", 11, ["11-14"]])
def test_without_a_known_audience_the_end_is_said(visitor, audience):
    response = visitor.send(text=CALM, audience=audience)
    assert (response.status_code, response.json["error"]["code"]) == (404, "no_conversation")


def test_a_cry_for_help_in_an_ended_conversation_brings_the_card(visitor):
    assert card_of(visitor.send(text=DANGER, audience="8-10").json)["level"] == "alerte"


def test_a_form_of_an_ended_conversation_is_answered_and_told_so(client):
    page = client.post(
        "/conversation/message",
        data={"text": CALM, "id": "7f1b0c7e-4a0e-4d0e-9a53-0f6a3a1f7f01", "audience": "11-14"},
        follow_redirects=True,
    ).text
    assert "Bonjour de Rasa" in page
    assert "J’en ai ouvert une nouvelle" in page


def test_a_form_without_audience_is_refused_with_help(client):
    assert 'href="tel:3018"' in write(client, DANGER).text


def test_erasing_is_not_undone_by_a_late_message(child, rasa):
    """« Effacer » in one tab, a message from another: a new conversation, nothing of the old one."""
    child.say(DANGER)
    assert child.client.delete("/api/conversation").status_code == 204
    assert child.send(text=CALM, audience="11-14").json["pinned"] is None


def test_the_frame_of_the_widget_sets_no_cookie_before_something_is_said(client):
    page = client.get("/cadre?pour=8-10")
    assert page.status_code == 200
    assert "Set-Cookie" not in page.headers
    assert "une IA" in page.text
    assert 'data-audience="8-10"' in page.text


@pytest.mark.parametrize("path", ["/cadre", "/cadre?pour=martian"])
def test_the_frame_without_an_audience_opens_the_doors(client, path):
    assert client.get(path, follow_redirects=True).request.path == "/"


def test_the_frame_goes_on_with_the_conversation_there_is(child):
    assert child.client.get("/cadre?pour=8-10").headers["Location"] == "/conversation"


@pytest.mark.parametrize(
    ("https", "ancestors", "wanted", "unwanted"),
    [
        ("1", "https://college.example", ["SameSite=None", "Partitioned", "Secure"], ["SameSite=Lax"]),
        ("1", "'none'", ["SameSite=Lax", "Secure"], ["Partitioned"]),
        ("0", "http://127.0.0.1:8000", ["SameSite=Lax"], ["Partitioned", "Secure"]),
    ],
)
def test_the_cookie_travels_in_a_frame_only_where_the_school_frames(
    environ, settings, database, mask, https, ancestors, wanted, unwanted
):
    from bot.settings import read_settings
    from bot.web import create_app
    from tests.browsing import Browser

    environ(BALISE_HTTPS=https, BALISE_FRAME_ANCESTORS=ancestors)
    cookie = Browser(create_app(read_settings()).test_client()).begin().headers["Set-Cookie"]
    assert all(one in cookie for one in wanted)
    assert not any(one in cookie for one in unwanted)


def test_an_emergency_told_is_remembered_by_the_conversation_that_goes_on(visitor):
    """A browser that refuses cookies: what the page carries keeps the emergency numbers first."""
    body = visitor.send(text="je vais me tuer ce soir", audience="11-14").json
    visitor.client.delete_cookie("balise")
    after = visitor.send(text=CALM, audience="11-14", carry=body["carry"]).json
    assert after["renewed"]
    assert [line["id"] for line in after["pinned"]["lines"]] == [line["id"] for line in body["pinned"]["lines"]]


@pytest.mark.parametrize("short", ["c'est mon oncle", "oui", "il est là", "j'ose pas"])
def test_a_short_answer_to_the_help_is_read_as_one_where_no_cookie_is_kept(visitor, client, short):
    told = "je vais me tuer ce soir"
    body = visitor.send(text=told, audience="8-10").json
    assert body["pinned"]
    with_cookie = visitor.say(short)
    client.delete_cookie("balise")
    without = visitor.send(text=short, audience="8-10", carry=body["carry"]).json
    assert [one.get("card") for one in without["messages"]] == [one.get("card") for one in with_cookie["messages"]]
    assert without["pinned"] == with_cookie["pinned"]


@pytest.mark.parametrize("carry", [None, "", "x.y.z", 3, ["a"], {"risk_level": "urgence"}])
def test_what_was_not_signed_here_is_not_taken_up(visitor, carry):
    assert visitor.send(text=CALM, audience="11-14", carry=carry).json["pinned"] is None


def test_what_is_carried_holds_no_word(visitor):
    carry = visitor.send(text=DANGER, audience="11-14").json["carry"]
    told = str(URLSafeTimedSerializer("another key").loads_unsafe(carry)[1])
    assert "sextorsion" in told
    assert "photo" not in told


def test_nothing_is_carried_where_nothing_was_told(visitor):
    assert visitor.send(text=CALM, audience="11-14").json["carry"] is None


def test_a_refused_message_begins_nothing(visitor):
    response = visitor.send(text="a" * 600, audience="11-14")
    assert response.status_code == 413
    assert "Set-Cookie" not in response.headers


def test_a_second_form_sent_meanwhile_keeps_the_danger_told(client, rasa):
    """An impatient second press must not write back the state from before the first."""
    client.post("/conversation", data={"audience": "11-14"})
    cookie = client.get_cookie("balise").value
    rasa.fault = "hangs"

    def press(text: str) -> None:
        other = client.application.test_client()
        other.set_cookie("balise", cookie)
        write(other, text)

    both = [threading.Thread(target=press, args=(text,)) for text in (DANGER, CALM)]
    both[0].start()
    time.sleep(0.05)
    both[1].start()
    for one in both:
        one.join()
    assert 'href="tel:3018"' in client.get("/conversation").text


def test_a_picture_of_another_site_erases_nothing(child):
    child.client.get("/quitter", headers={"Sec-Fetch-Dest": "image", "Sec-Fetch-Site": "cross-site"})
    assert child.client.get("/conversation").status_code == 200
