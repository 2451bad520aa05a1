"""A message as it comes in, by JSON or by form: checked, or refused in French with help beside it."""

import uuid
from dataclasses import dataclass
from typing import Any

from flask import g

from bot.content import ABILITY, AUDIENCES, ERASE, GUIDE, voice_of
from bot.language import normalise
from bot.storage import Conversation
from bot.web import session as browser
from bot.web.beside import help_beside
from bot.web.buttons import MENU
from bot.web.carried import reminded, taken_up
from bot.web.conversation import Answer, hear
from bot.web.errors import Refused
from bot.web.pressing import press
from bot.web.services import Services

LONGEST = 500


@dataclass(frozen=True)
class Incoming:
    """Either `text` or `intent`, and the id under which it is answered once."""

    id: str
    text: str | None = None
    intent: str | None = None


def read(services: Services, fields: Any) -> Incoming:
    """What the fields of a request say. Raises Refused; a refused disclosure still gets its help."""
    if not isinstance(fields, dict):
        raise Refused("bad_json", 400)
    text, button = _whole(fields.get("text")), fields.get("button")
    id = _uuid(fields.get("id"))
    if id is None:
        raise Refused("bad_message", 400, **help_beside(services, text))
    if isinstance(button, str) and text is None:
        intent = services.buttons.intent_of(button)
        if intent is None:
            raise Refused("unknown_button", 400)
        return Incoming(id, intent=intent)
    if not isinstance(text, str):
        raise Refused("bad_message", 400)
    if not text.strip():
        raise Refused("empty", 400)
    if len(text) > LONGEST:
        raise Refused("too_long", 413, **help_beside(services, text))
    return Incoming(id, text=text)


def answer(services: Services, conversation: Conversation, incoming: Incoming) -> Answer:
    """Answer what came in. « Effacer » is the routes' business: see `erases`."""
    if incoming.text is not None:
        typed = button_typed(services, conversation, incoming.text)
        return press(services, conversation, typed) if typed else hear(services, conversation, incoming.text)
    return press(services, conversation, incoming.intent or "")


def button_typed(services: Services, conversation: Conversation, text: str) -> str | None:
    """The intent of a button whose own words were typed: of those that can be no disclosure."""
    if "/" in text:  # A slash typed is words, whatever follows it.
        return None
    content, audience = services.content, conversation.audience
    voice, plain = voice_of(audience), normalise(text)
    words = {content.card["door_words"][MENU][voice]: MENU, content.interface["chat"]["menu"]: MENU}
    words[content.guide["title"][voice]] = GUIDE
    words |= {said[voice]: ABILITY + id for id, said in content.card["abilities"]["button"].items()}
    if conversation.risk_level:
        words |= {one.button[voice]: id for id, one in content.follow_ups.items()}
    return next((intent for said, intent in words.items() if normalise(said) == plain), None)


def erases(incoming: Incoming) -> bool:
    return incoming.intent == ERASE


def needs_conversation(services: Services, fields: Any) -> Conversation:
    """The conversation of this browser; a new one where a message that says its `audience` finds none.

    A page left open too long, or in a frame whose cookies the browser refuses, is answered all the same, and what the
    page carries stands for a memory that is gone.
    Raises Refused, with help where the lost message needed it.
    """
    found, carry = browser.current(services), fields.get("carry") if isinstance(fields, dict) else None
    if found is not None:
        return reminded(found, carry)
    if isinstance(fields, dict) and fields.get("audience") in AUDIENCES:
        read(services, fields)  # What is refused begins nothing.
        g.renewed = True
        begun = taken_up(browser.begin(services, fields["audience"]), carry)
        browser.keep(services, begun)
        return begun
    text = _whole(fields.get("text")) if isinstance(fields, dict) else None
    raise Refused("no_conversation", 404, **help_beside(services, text))


def _uuid(written: object) -> str | None:
    try:
        return str(uuid.UUID(str(written)))
    except ValueError:
        return None


def _whole(text: object) -> object:
    """A text without half characters (a lone surrogate is valid in JSON), its line ends as typed."""
    if not isinstance(text, str):
        return text
    return text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
