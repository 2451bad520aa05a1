"""The pages, and the same conversation by plain forms: nothing here needs JavaScript."""

import json
import uuid
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, session, url_for

from bot.content import AUDIENCES, voice_of
from bot.orientation import card_of
from bot.storage import Conversation
from bot.web import incoming
from bot.web import session as browser
from bot.web.drawing import conversation_page
from bot.web.errors import Refused
from bot.web.helping import orientation_of
from bot.web.limits import conversations_limit, messages_limit
from bot.web.looks import dressed
from bot.web.pressing import welcome
from bot.web.services import services

pages = Blueprint("pages", __name__)
NEUTRAL_SITE = "https://fr.wikipedia.org/"


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
    """The conversation: its welcome or, after a form, the last answer."""
    conversation = browser.current(services())
    if conversation is None:
        return make_response(redirect(url_for("pages.landing"), 303))
    notice = _said("chat", "renewed", conversation=conversation) if session.pop("renewed", None) else None
    return conversation_page(conversation, _last(conversation) or _first(conversation), notice=notice)


@pages.get("/cadre")
def framed() -> Response | str:
    """What the widget shows: the conversation where there is one, else its first page, begun by the first message.

    Without an audience in `pour`, the doors. Nothing is stored and no cookie set before something is said.
    """
    conversation, audience = browser.current(services()), request.args.get("pour")
    if conversation is not None or audience not in AUDIENCES:
        return make_response(redirect(url_for("pages.chat"), 303))
    unbegun = Conversation("", str(audience))
    return conversation_page(unbegun, _first(unbegun))


@pages.post("/conversation/message")
@messages_limit
def message() -> Response | str:
    """Answered, then shown by a GET: « Back » and a reload send nothing again, and show nothing that was typed."""
    fields = request.form.to_dict()
    with browser.turn(incoming.needs_conversation(services(), fields).id):
        conversation = incoming.needs_conversation(services(), fields)  # As the message before has left it.
        try:
            asked = _once_per_choice(incoming.read(services(), fields))
        except Refused as refused:
            said = _said("errors", refused.code, conversation=conversation)
            help_given = dressed(services().content, refused.extra.get("messages", []), conversation.audience)
            shown = [*_last(conversation), *help_given]
            return conversation_page(conversation, shown, notice=said, draft=fields.get("text", ""))
        if incoming.erases(asked):
            return make_response(redirect(url_for("pages.ask_to_erase"), 303))
        body = browser.given(services(), conversation.id, asked.id)
        if body is None:
            answer = incoming.answer(services(), conversation, asked)
            conversation = answer.conversation
            body = json.dumps(answer.body(services()), ensure_ascii=False)
            browser.keep(services(), conversation, message_id=asked.id, body=body)
    if browser.given(services(), conversation.id, asked.id) is None:  # Nothing is kept here: shown at once.
        return conversation_page(conversation, json.loads(body)["messages"])
    session["last"] = asked.id
    if g.get("renewed"):
        session["renewed"] = True
    return make_response(redirect(url_for("pages.chat"), 303))


def _last(conversation: Conversation) -> list[dict[str, Any]]:
    """The answer to the last form of this browser."""
    last = browser.given(services(), conversation.id, session["last"]) if session.get("last") else None
    return list(json.loads(last)["messages"]) if last else []


def _first(conversation: Conversation) -> list[dict[str, Any]]:
    return dressed(services().content, [welcome(services(), conversation.audience)], conversation.audience)


def _said(*path: str, conversation: Conversation) -> str:
    return services().content.words(*path, audience=conversation.audience)


def _once_per_choice(asked: incoming.Incoming) -> incoming.Incoming:
    """All forms of a page share one id: with « Back » and another button, it must not answer the first again."""
    return replace(asked, id=str(uuid.uuid5(uuid.UUID(asked.id), asked.text or asked.intent or "")))


@pages.get("/conversation/effacer")
def ask_to_erase() -> str:
    """Without JavaScript the question is a page."""
    return render_template("erase.html")


@pages.post("/conversation/effacer")
def erase() -> Response:
    """Answered by a GET: « Back » sends nothing again. The audience travels, since nothing else is kept."""
    if "sure" not in request.form:
        return make_response(redirect(url_for("pages.ask_to_erase"), 303))
    audience = session.get("a")
    browser.end(services())
    return make_response(redirect(url_for("pages.erased", pour=audience), 303))


@pages.get("/efface")
def erased() -> Response | str:
    """« Back » to here from a conversation begun since: it is not erased."""
    if browser.current(services()) is not None:
        return make_response(redirect(url_for("pages.chat"), 303))
    said = services().content.words("chat", "erased", audience=_audience() or "11-14")
    return render_template("erased.html", message=said, mood="cheers")


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
    # Another site's picture or script must not erase a conversation.
    if request.headers.get("Sec-Fetch-Dest", "document") in ("document", "iframe"):
        browser.end(services())
    response = make_response(redirect(NEUTRAL_SITE, 303))
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
