"""A strict policy on every answer, and no unsafe request from another site."""

import pytest

from bot.settings import read_settings
from bot.web import create_app
from tests.browsing import CALM, Browser

EVERYWHERE = ["/", "/aide", "/healthz", "/api/help", "/nowhere", "/static/style.css", "/quitter"]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_allows_this_site_alone_and_no_inline_script(client, path):
    policy = client.get(path).headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["style-src"] == "'self'"
    assert rules["connect-src"] == "'self'"
    assert rules["form-action"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_is_protected(client, path):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] in ("same-origin", "same-origin")
    assert headers["X-Frame-Options"] == "DENY"
    assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize("path", ["/", "/api/help", "/conversation", "/conversation/montrer", "/nowhere"])
def test_no_page_is_kept_by_the_browser(client, path):
    assert client.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/aide", "/conversation"])
def test_no_page_asks_another_host_for_anything(child, path):
    page = child.client.get(path).text
    for loaded in (
        'src="http',
        'rel="stylesheet" href="http',
        "<style",
        "javascript:",
        " onclick",
        " onload",
        " style=",
    ):
        assert loaded not in page


HERE = [
    {}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "null"},  # Chromium, a plain form, no referrer sent
]  # fmt: skip
ELSEWHERE = [
    {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://localhost.evil.example"}, {"Origin": "http://localhost:81"},
    {"Origin": ""}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
]  # fmt: skip
UNSAFE = [
    ("POST", "/api/conversation"), ("DELETE", "/api/conversation"), ("POST", "/api/messages"), ("POST", "/conversation"),
    ("POST", "/conversation/message"), ("POST", "/conversation/effacer"),
]  # fmt: skip


@pytest.mark.parametrize("headers", HERE, ids=str)
def test_a_request_from_this_site_or_from_a_program_is_heard(client, headers):
    assert client.post("/api/conversation", json={"audience": "11-14"}, headers=headers).status_code == 201


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
@pytest.mark.parametrize(("method", "path"), UNSAFE)
def test_an_unsafe_request_from_another_site_is_refused(client, method, path, headers):
    assert client.open(path, method=method, headers=headers).status_code == 403


def test_the_refusal_is_said_in_french(client):
    response = client.post("/api/messages", headers={"Origin": "https://evil.example"})
    assert response.json["error"]["code"] == "bad_origin"
    assert "autre site" in response.json["error"]["message"]


def test_a_refused_request_does_nothing(child, rasa):
    assert child.client.delete("/api/conversation", headers={"Origin": "https://evil.example"}).status_code == 403
    assert rasa.forgotten == []
    assert child.send(text=CALM).status_code == 200


@pytest.mark.parametrize("path", ["/", "/aide", "/api/help"])
def test_reading_from_another_site_is_no_danger(client, path):
    assert (
        client.get(path, headers={"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}).status_code == 200
    )


def test_no_other_site_is_told_it_may_read(client):
    headers = client.get("/api/help", headers={"Origin": "https://evil.example"}).headers
    assert "Access-Control-Allow-Origin" not in headers


def test_behind_https_the_cookie_and_the_browser_stay_there(environ, settings, database, mask):
    environ(BALISE_HTTPS="1")
    response = Browser(create_app(read_settings()).test_client()).begin()
    assert "Secure" in response.headers["Set-Cookie"]
    assert response.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("secret", ["web", "rasa"])
def test_without_its_secret_the_gateway_does_not_start(settings, database, secret):
    (settings.secrets / secret).unlink()
    with pytest.raises(FileNotFoundError):
        create_app(settings)


def test_another_secret_makes_other_buttons_and_refuses_the_old_cookie(child, settings, database, services):
    (settings.secrets / "web").write_text("another-secret", encoding="ascii")
    other = create_app(settings)
    assert other.extensions["balise"].buttons.id_of("oui") != services.buttons.id_of("oui")
    client = other.test_client()
    client.set_cookie("balise", child.client.get_cookie("balise").value)
    assert Browser(client).send(text=CALM).status_code == 404
