"""The page of numbers as files: what a school's web server shows when Balise itself does not answer."""

import base64
import re
from collections.abc import Iterator
from html import unescape
from typing import cast
from urllib.parse import parse_qs, urlsplit

from flask.testing import FlaskClient

from bot.content import AUDIENCES, Words
from bot.orientation import trial
from bot.privacy import Mask
from bot.settings import Settings
from bot.storage import open_store
from bot.understanding import FollowUps, Understander
from bot.web.app import create_app
from bot.web.bot_client import BotClient
from bot.web.buttons import ButtonIds
from bot.web.pages import NEUTRAL_SITE
from bot.web.services import Services

_LINK = re.compile(r'href="(/[^"]*)"')
_CODE = re.compile(r'src="(/aide/qr/[^"]*)"')
_SCRIPT = re.compile(r"<script.*?</script>\s*", re.DOTALL)
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*)"(?: id="dark" media="([^"]*)")?>')
_FACE = re.compile(r"@font-face {.*?}\n", re.DOTALL)
_ICON = re.compile(r'<link rel="icon"[^>]*>\s*|<svg class="icon".*?</svg>')


def pages(settings: Settings) -> Iterator[tuple[str, str]]:
    """(file name, HTML) for each audience, for the place of the school. Each stands alone: no script, no other file."""
    client = _client(settings)
    for audience in AUDIENCES:
        page = client.get(f"/aide?pour={audience}").text
        page = _ICON.sub("", _SCRIPT.sub("", page))
        page = _SHEET.sub(lambda found: _sheet(client, found[1], found[2]), page)
        page = _CODE.sub(lambda found: f'src="{_inline(client, found[1])}"', page)
        page = _LINK.sub(lambda found: f'href="{_elsewhere(unescape(found[1]), settings)}"', page)
        yield _name(audience), page


def _sheet(client: FlaskClient, path: str, media: str | None) -> str:
    rules = _FACE.sub("", client.get(path).text)
    return f"<style>\n{f'@media {media} {{{rules}}}' if media else rules}</style>"


def _name(audience: str) -> str:
    return f"aide-{audience}.html"


def _elsewhere(path: str, settings: Settings) -> str:
    """Where a link of the page leads when the page is a file: another file, else the same address of the site."""
    if path == "/quitter":
        return NEUTRAL_SITE
    asked = parse_qs(urlsplit(path).query)
    audience, place = asked.get("pour", [""])[0], asked.get("ou", [settings.territory])[0]
    if urlsplit(path).path == "/aide" and audience in AUDIENCES and place == settings.territory:
        return _name(audience)
    return path.replace("&", "&amp;")


def _inline(client: FlaskClient, path: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(client.get(path).data).decode("ascii")


def _client(settings: Settings) -> FlaskClient:
    """The gateway with its words alone: no model, no database, no Rasa."""
    words = Words(settings.content, trial=trial)
    services = Services(
        settings=settings,
        words=words,
        understander=Understander(None),
        mask=cast(Mask, str),  # no message comes here
        store=open_store("sqlite://"),
        bot=BotClient("http://127.0.0.1:9", "", seconds=0.1),
        buttons=ButtonIds(lambda: words.on(services.now().date()), ""),
        follow_ups=FollowUps(None),
    )
    return create_app(settings, services=services).test_client()
