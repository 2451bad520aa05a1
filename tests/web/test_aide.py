"""The page of numbers: the same for all who ask the same, kept by caches, up when everything else is down."""

import re
from html import unescape

import pytest

from bot.content import AUDIENCES


@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_may_be_cached_and_needs_no_cookie(child, client, audience):
    response = client.get(f"/aide?pour={audience}")
    assert "public" in response.headers["Cache-Control"]
    assert "stale-if-error" in response.headers["Cache-Control"]
    assert "Set-Cookie" not in response.headers
    assert "Cookie" not in response.headers.get("Vary", "")
    again = client.get(f"/aide?pour={audience}", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


def test_it_says_the_same_whoever_asks_and_whatever_they_told(child, client):
    before = client.get("/aide?pour=11-14").data
    child.say("un mec menace de publier ma photo nue si je paye pas")
    assert client.get("/aide?pour=11-14").data == before


def test_it_says_the_same_by_day_and_by_night(client, services, monkeypatch):
    pages = set()
    for hour in (3, 15, 23):
        now = services.now().replace(hour=hour)
        monkeypatch.setattr(type(services), "now", lambda self, now=now: now)
        pages.add(client.get("/aide?pour=15-17").data)
    assert len(pages) == 1


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_trouble_has_its_step_its_lines_and_its_sentence(client, audience, content):
    page = unescape(client.get(f"/aide?pour={audience}").text)
    for category in content.categories:
        support = content.support[category]["self"][audience]
        assert support.believe in page
        assert support.sentence in page
    assert "La nuit" in page


def test_it_has_no_form_and_its_links_alone_call(client):
    page = client.get("/aide?pour=8-10").text
    assert "<form" not in page
    assert page.count('href="tel:') >= 5
    assert "sms:114" in page


def test_it_may_be_framed_where_the_school_says(environ, database, mask, rasa):
    from bot.settings import read_settings
    from bot.web import create_app

    environ(BALISE_RASA_PORT=str(rasa.port), BALISE_FRAME_ANCESTORS="https://college.example")
    headers = create_app(read_settings()).test_client().get("/aide").headers
    assert "frame-ancestors https://college.example" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers


def test_a_code_calls_the_line(client):
    response = client.get("/aide/qr/e_enfance/phone.svg")
    assert response.mimetype == "image/svg+xml"
    assert response.data.startswith(b"<svg")
    assert "public" in response.headers["Cache-Control"]
    assert response.data != client.get("/aide/qr/enfance_en_danger/phone.svg").data
    assert response.data != client.get("/aide/qr/e_enfance/chat.svg").data


@pytest.mark.parametrize(
    "id", ["net_ecoute/phone", "nulle_part/phone", "e_enfance/sms", "e_enfance/x", "..%2Fsecret/phone"]
)
def test_a_line_that_is_not_served_has_no_code(client, id):
    assert client.get(f"/aide/qr/{id}.svg").status_code == 404


def test_what_is_shown_to_an_adult_has_no_trouble_in_its_address(child, client):
    child.say("un mec menace de publier ma photo nue si je paye pas")
    page = unescape(client.get("/conversation/montrer").text)
    assert "Peux-tu lire ceci avec moi" in page
    assert "Quelqu’un me fait du chantage avec une photo" in page
    assert re.search(r'href="tel:3018"', page)
    assert client.get("/conversation/montrer").headers["Cache-Control"] == "no-store"


def test_without_a_conversation_there_is_nothing_to_show(client):
    assert client.get("/conversation/montrer").status_code == 303


def test_as_a_file_it_needs_nothing_else(environ, tmp_path, content, capsys):
    from bot.cli import main

    environ()
    assert main(["aide", str(tmp_path / "site")]) == 0
    for audience in AUDIENCES:
        page = (tmp_path / "site" / f"aide-{audience}.html").read_text(encoding="utf-8")
        assert "<script" not in page
        assert not re.search(r'(?:src|href)="/(?:static|aide/qr)', page)
        assert 'src="data:image/svg+xml;base64,' in page
        assert 'href="tel:119"' in page
        assert "<style>" in page
    assert 'href="aide-parent.html"' in page
