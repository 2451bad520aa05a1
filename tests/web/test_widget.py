"""The script a school puts on its site, and the page that tells how."""

import json
import re

import pytest

from bot.content.typography import french
from bot.settings import read_settings
from bot.web import create_app
from bot.web.widget import numbers
from tests.browsing import Browser

MOST_BYTES = 3000


@pytest.fixture
def owned(environ, settings, database, mask):
    """`owned(BALISE_…=…)`: a client of a Balise whose owner set these variables."""

    def with_settings(**values):
        environ(**values)
        return create_app(read_settings()).test_client()

    return with_settings


def words_of(script: str) -> dict:
    return json.loads(re.search(r"const words = (.*);\n", script).group(1))


def test_the_script_is_light(client):
    response = client.get("/embed.js", headers={"Accept-Encoding": "gzip, deflate, br"})
    assert response.headers["Content-Encoding"] == "br"
    assert len(response.data) <= MOST_BYTES


def test_any_page_may_load_the_script_and_keep_it_an_hour(client):
    response = client.get("/embed.js")
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.headers["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize("encoding", ["identity", "br"])
def test_a_script_already_known_is_not_sent_again(client, encoding):
    asked = {"Accept-Encoding": encoding}
    known = client.get("/embed.js", headers=asked).headers["ETag"]
    again = client.get("/embed.js", headers={**asked, "If-None-Match": known})
    assert again.status_code == 304
    assert again.data == b""


def test_the_script_is_the_same_with_a_conversation_and_without(client):
    before = client.get("/embed.js")
    Browser(client).begin("8-10")
    after = client.get("/embed.js")
    assert after.data == before.data
    for response in (before, after):
        assert "Set-Cookie" not in response.headers
        assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    "way", ["innerHTML", "cssText", "<style", '.setAttribute("style"', "eval(", "document.cookie", "Storage", "fetch("]
)
def test_the_script_does_nothing_that_a_strict_page_forbids(client, way):
    assert way not in client.get("/embed.js").text


@pytest.mark.parametrize("syntax", [r"\?\.", r"\?\?", r"\|\|=", r"\bimport\b", r"\.at\(", r"\.replaceAll\("])
def test_the_script_uses_nothing_newer_than_es2018(client, syntax):
    assert not re.search(syntax, client.get("/embed.js").text)


def test_comments_stay_on_the_server(client):
    script = client.get("/embed.js").text
    assert "{#" not in script
    assert "rem would follow" not in script


def test_without_balise_emergency_numbers_come_first_then_two_lines(client):
    words = words_of(client.get("/embed.js").text)
    assert [one["to"] for one in words["emergency"]] == ["tel:17", "tel:112", "sms:114"]
    assert [one["to"] for one in words["lines"]] == ["tel:3018", "tel:119"]


@pytest.mark.parametrize("moment", ["2026-11-24T15:00", "2026-11-24T03:00"])
def test_a_script_that_is_kept_never_says_that_a_line_is_open(owned, moment):
    words = words_of(owned(BALISE_NOW=moment).get("/embed.js").text)
    said = " ".join(one["more"] for one in [*words["emergency"], *words["lines"]])
    assert "9 h à 23 h" in said.replace("\u202f", " ").replace("\xa0", " ")
    assert "ouvert" not in said


def test_a_line_past_its_date_is_not_in_the_script(owned):
    words = words_of(owned(BALISE_NOW="2035-01-05T15:00").get("/embed.js").text)
    assert words["lines"] == []
    assert "tel:112" in [one["to"] for one in words["emergency"]]


def test_every_place_has_a_number_for_an_emergency(content, services):
    for place in content.territories:
        assert numbers(content, services.now(), territory=place)["emergency"], place


def test_abroad_the_numbers_are_those_of_the_place(owned):
    words = words_of(owned(BALISE_TERRITORY="be").get("/embed.js").text)
    assert "tel:17" not in [one["to"] for one in words["emergency"]]
    assert "103" in [one["to"].removeprefix("tel:") for one in words["lines"]]


@pytest.mark.parametrize(("https", "origin"), [("", "http://balise.ecole.fr"), ("1", "https://balise.ecole.fr")])
def test_the_line_to_copy_names_this_very_server(owned, https, origin):
    page = owned(BALISE_HTTPS=https).get("/integrer", base_url="http://balise.ecole.fr").text
    assert f"&lt;script src=&#34;{origin}/embed.js&#34; data-audience=&#34;11-14&#34; async&gt;&lt;/script&gt;" in page
    assert f"frame-src {origin}" in page


def test_without_javascript_the_copied_line_leaves_a_link(client):
    assert "&lt;noscript&gt;&lt;a href=&#34;http://localhost/&#34;&gt;" in client.get("/integrer").text


SITES = [
    ("'none'", "Pour l'instant, aucun."),
    ("*", "tous les sites le peuvent"),
    ("'self' https://www.college.example", "le site de Balise lui-même"),
    ("https://www.college.example", "<code>https://www.college.example</code>"),
]


@pytest.mark.parametrize(("setting", "said"), SITES)
def test_the_owner_is_told_which_sites_may_show_balise(owned, setting, said):
    page = owned(BALISE_FRAME_ANCESTORS=setting).get("/integrer").text
    assert french(said) in page
    for other, words in SITES[:2]:
        assert other == setting or french(words) not in page


def test_the_page_for_the_owner_holds_no_script_of_its_own(client):
    page = client.get("/integrer").text
    assert not re.search(r"<script(?![^>]* src=)", page)
    assert "<iframe" not in page
