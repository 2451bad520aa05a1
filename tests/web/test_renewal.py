"""A conversation that is over is begun again by the next message, for a page that says whom it speaks to."""

import pytest

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
        "/conversation/message", data={"text": CALM, "id": "7f1b0c7e-4a0e-4d0e-9a53-0f6a3a1f7f01", "audience": "11-14"}
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
