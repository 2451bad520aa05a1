"""The JSON API of the page (docs/api.md). Stable: other tools use it."""

import json
from typing import Any

from flask import Blueprint, Response, g, jsonify, make_response, request, session

from bot.content import AUDIENCES
from bot.orientation import describe_line, help_lines, territory_of, zone_of
from bot.web import incoming
from bot.web import session as browser
from bot.web.carried import carried, mark
from bot.web.conversation import Answer
from bot.web.errors import Refused
from bot.web.limits import conversations_limit, messages_limit
from bot.web.looks import dressed
from bot.web.pressing import welcome
from bot.web.services import services

api = Blueprint("api", __name__, url_prefix="/api")


def _fields() -> object:
    if not request.is_json:
        raise Refused("bad_json", 400)
    try:
        return request.get_json(silent=True)
    except RecursionError:
        raise Refused("bad_json", 400) from None


@api.post("/conversation")
@conversations_limit
def begin() -> Response:
    """201: a new conversation and its first message."""
    fields = _fields()
    if not isinstance(fields, dict):
        raise Refused("bad_json", 400)
    one = browser.begin(services(), fields.get("audience"))
    first = dressed(services().content, [welcome(services(), one.audience)], one.audience)
    return make_response(jsonify({"messages": first}), 201)


@api.delete("/conversation")
def end() -> Response:
    """204: everything of the conversation gone from every store."""
    browser.end(services())
    return make_response("", 204)


@api.post("/messages")
@messages_limit
def message() -> Response:
    """200: the answer; the same `id` twice gives the same answer once."""
    fields = _fields()
    conversation = incoming.needs_conversation(services(), fields)
    with browser.turn(conversation.id):
        asked = incoming.read(services(), fields)
        body = browser.given(services(), conversation.id, asked.id)
        if body is None:
            body = _answer(incoming.needs_conversation(services(), fields), asked)
    return Response(body, mimetype="application/json")


def _answer(conversation, asked: incoming.Incoming) -> str:
    if incoming.erases(asked):
        browser.end(services())
        erased = services().content.words("chat", "erased", audience=conversation.audience)
        gone = Answer(conversation, [{"text": erased, "buttons": [], "sources": []}])
        return json.dumps(gone.body(services()) | {"pinned": None, "ended": True}, ensure_ascii=False)
    answer = incoming.answer(services(), conversation, asked)
    session.pop("last", None)
    of_page: dict[str, Any] = {"mark": mark(answer.conversation), "carry": carried(answer.conversation)}
    of_page |= {"renewed": True} if g.get("renewed") else {}
    body = json.dumps(answer.body(services()) | of_page, ensure_ascii=False)
    browser.keep(services(), answer.conversation, message_id=asked.id, body=body)
    return body


@api.get("/help")
def lines() -> Response:
    """200: the lines for `audience`, with their state now."""
    audience = request.args.get("audience", "11-14")
    if audience not in AUDIENCES:
        raise Refused("unknown_audience", 400)
    now = services().now()
    territory = browser.territory(services(), request.args.get("territory"))
    found = help_lines(services().content, audience, now, territory=territory)
    zone = zone_of(territory_of(services().content, territory).zone)
    described = [describe_line(services().content, choice, now, audience, zone=zone) for choice in found]
    return jsonify({"now": now.isoformat(), "lines": described})
