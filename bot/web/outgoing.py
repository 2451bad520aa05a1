"""What goes to the page: curated replies and Rasa's messages in one shape, payloads as opaque ids."""

from collections.abc import Iterable
from typing import Any

from bot.content import Button, Reply
from bot.content.model import Source
from bot.web.services import Services


def from_reply(services: Services, said: Reply) -> dict[str, Any]:
    """A curated reply as the page reads it: `text`, `buttons`, `sources`."""
    return {
        "text": said.text,
        "buttons": sealed(services, said.buttons),
        "sources": [_source(one) for one in said.sources],
    }


def outgoing(services: Services, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rasa's messages, its `custom` part folded into the text it belongs to (Rasa sends two)."""
    shown: list[dict[str, Any]] = []
    for message in messages:
        if message.get("text"):
            offered = [Button(one["title"], one["payload"].lstrip("/")) for one in message.get("buttons") or ()]
            shown.append({"text": message["text"], "buttons": sealed(services, offered), "sources": []})
        custom = message.get("custom") or {}
        if custom and shown:
            if custom.get("card"):
                shown[-1]["card"] = custom["card"]
            known = services.content.sources
            shown[-1]["sources"] = [_source(known[id]) for id in custom.get("sources", ()) if id in known]
    return shown


def sealed(services: Services, offered: Iterable[Button]) -> list[dict[str, str]]:
    """Buttons with opaque ids; one whose intent no button may carry is left out."""
    ids = [(services.buttons.id_of(one.intent), one.title) for one in offered]
    return [{"id": id, "title": title} for id, title in ids if id]


def _source(one: Source) -> dict[str, str]:
    return {"title": one.title, "publisher": one.publisher, "url": one.url, "date": one.date}
