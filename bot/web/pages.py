"""The pages, and the same conversation by plain forms: nothing here needs JavaScript."""

import json
import uuid
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, session, url_for

from bot.content import AUDIENCES, voice_of
from bot.orientation import card_of, describe_line, help_lines
from bot.storage import Conversation
from bot.web import incoming
from bot.web import session as browser
from bot.web.assets import FOLDER
from bot.web.buttons import MENU
from bot.web.errors import Refused
from bot.web.helping import brief, orientation_of, pinned, territory_of
from bot.web.limits import conversations_limit, messages_limit
from bot.web.looks import dressed
from bot.web.pressing import welcome
from bot.web.services import services

pages = Blueprint("pages", __name__)
NEUTRAL_SITE = "https://fr.wikipedia.org/"
# Told to the browser at once: otherwise it learns of them one import after the other.
MODULES = sorted(path.name for path in FOLDER.glob("*.js") if path.name not in ("early.js", "landing.js", "traces.js"))


@pages.app_context_processor
def words() -> dict[str, Any]:
    """What every template may say: `ui`, `t(...)`, who is spoken to."""
    audience = _audience()
    content = services().content
    return {
        "ui": content.interface,
        "card_words": content.card,
        "t": lambda *path: content.words(*path, audience=audience or "11-14"),
        "audience": audience,
        "voice": voice_of(audience or "11-14"),
        "audiences": AUDIENCES,
        "help_url": _help_url(audience),
        "neutral_site": NEUTRAL_SITE,
    }


def _help_url(audience: str | None) -> str:
    """The page of numbers for this audience where this person is."""
    asked = {"pour": audience, "ou": g.get("place")}
    return url_for("aide.help_page", **{name: value for name, value in asked.items() if value})


def _audience() -> str | None:
    asked = request.args.get("pour")
    if asked in AUDIENCES:
        return asked
    if request.blueprint == "aide":  # A page that caches keep knows no session.
        return None
    known = session.get("a")
    return known if known in AUDIENCES else None


@pages.get("/")
def landing() -> str:
    return render_template("landing.html")


@pages.post("/conversation")
@conversations_limit
def begin() -> Response:
    browser.begin(services(), request.form.get("audience"))
    return make_response(redirect(url_for("pages.chat"), 303))


@pages.get("/conversation")
def chat() -> Response | str:
    conversation = browser.current(services())
    if conversation is None:
        return make_response(redirect(url_for("pages.landing"), 303))
    return _page(conversation, [{"from": "balise", **welcome(services(), conversation.audience)}])


@pages.get("/cadre")
def framed() -> Response | str:
    """What the widget shows: the conversation where there is one, else its first page, begun by the first message.

    Without an audience in `pour`, the doors. Nothing is stored and no cookie set before something is said.
    """
    conversation, audience = browser.current(services()), request.args.get("pour")
    if conversation is not None or audience not in AUDIENCES:
        return make_response(redirect(url_for("pages.chat"), 303))
    return _page(Conversation("", str(audience)), [{"from": "balise", **welcome(services(), str(audience))}])


@pages.post("/conversation/message")
@messages_limit
def message() -> Response | str:
    fields = request.form.to_dict()
    conversation = incoming.needs_conversation(services(), fields)
    with browser.turn(conversation.id):
        try:
            asked = _once_per_choice(incoming.read(services(), fields))
        except Refused as refused:
            said = services().content.words("errors", refused.code, audience=conversation.audience)
            shown = [{"from": "balise", **one} for one in refused.extra.get("messages", [])]
            return _page(conversation, shown, notice=said, draft=fields.get("text", ""))
        if incoming.erases(asked):
            return erase()
        body = browser.given(services(), conversation.id, asked.id)
        if body is None:
            answer = incoming.answer(services(), conversation, asked)
            conversation = answer.conversation
            body = json.dumps(answer.body(services()), ensure_ascii=False)
            browser.keep(services(), conversation, message_id=asked.id, body=body)
    mine = [{"from": "you", "text": asked.text}] if asked.text else []
    notice = services().content.words("chat", "renewed", audience=conversation.audience) if g.get("renewed") else None
    shown = [*mine, *({"from": "balise", **one} for one in json.loads(body)["messages"])]
    return _page(conversation, shown, notice=notice)


def _once_per_choice(asked: incoming.Incoming) -> incoming.Incoming:
    """All forms of a page share one id: with « Back » and another button, it must not answer the first again."""
    return replace(asked, id=str(uuid.uuid5(uuid.UUID(asked.id), asked.text or asked.intent or "")))


@pages.post("/conversation/effacer")
def erase() -> Response | str:
    audience = session.get("a") or "11-14"
    browser.end(services())
    erased = services().content.words("chat", "erased", audience=audience)
    return render_template("error.html", message=erased, mood="cheers")


@pages.get("/conversation/montrer")
def show() -> Response | str:
    """The sentence and the first number, large, for somebody to read. What it is about is not in the address."""
    conversation = browser.current(services())
    if conversation is None:
        return make_response(redirect(url_for("pages.landing"), 303))
    g.place = conversation.territory
    found = orientation_of(services(), conversation)
    card = card_of(services().content, found)
    return render_template("show.html", card=card, lines=[*card["emergency"][:1], card["line"]])


@pages.get("/quitter")
def leave() -> Response:
    """Erase and go to a neutral page; a GET, so that a plain link does it without JavaScript."""
    browser.end(services())
    response = make_response(redirect(NEUTRAL_SITE, 303))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _numbers(conversation: Conversation) -> list[dict[str, str]]:
    """The first numbers of where this person is, for a page that loses its network: one for now, two that listen."""
    content, now = services().content, services().now()
    found = help_lines(content, conversation.audience, now, territory=territory_of(services(), conversation))
    phones = [one for one in found if one.line.tel]
    first = [one for one in phones if one.line.emergency][:1] + [one for one in phones if not one.line.emergency][:2]
    lines = [describe_line(content, one, now, conversation.audience) for one in first]
    return [{"tel": one["tel"], "call": one["call"], "hours": brief(one["hours"])} for one in lines]


def _page(conversation, exchange: list[dict[str, Any]], *, notice: str | None = None, draft: str = "") -> str:
    g.place = conversation.territory
    content, audience = services().content, conversation.audience
    kept = pinned(services(), conversation)
    return render_template(
        "chat.html",
        audience=audience,
        voice=voice_of(audience),
        t=lambda *path: content.words(*path, audience=audience),
        exchange=dressed(content, exchange, audience, helped=kept is not None),
        numbers=_numbers(conversation),
        begun=bool(conversation.id),
        longest=incoming.LONGEST,
        minutes=services().settings.idle_minutes,
        modules=MODULES,
        pinned=kept,
        message_id=str(uuid.uuid4()),
        menu_id=services().buttons.id_of(MENU),
        notice=notice,
        draft=draft,
    )
