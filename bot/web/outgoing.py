"""What goes to the page: curated replies and Rasa's messages in one shape, payloads as opaque ids."""

from collections.abc import Iterable
from typing import Any

from bot.content import DETAILS, SIMPLER, Button, Group, Reply, leaflet_reply, reply
from bot.content.model import Source
from bot.web.services import Services


def from_reply(services: Services, said: Reply, audience: str) -> dict[str, Any]:
    """A curated reply as the page reads it: `text`, `buttons`, `sources`, and where there are any
    `title`, `words` (explained), `groups` (of further buttons) and `site`.
    """
    message: dict[str, Any] = {
        "text": said.text,
        "buttons": sealed(services, said.buttons),
        "sources": [_source(one) for one in said.sources],
    }
    if said.title:
        message["title"] = said.title
    if said.words:
        message["words"] = [{"word": one.named(audience), "say": one.say[audience]} for one in said.words]
    if said.groups:
        message["groups"] = groups_of(services, said.groups)
    if said.site:
        message["site"] = {"url": said.site, "title": services.content.interface["leaflets"]["open_site"]}
    return message


def groups_of(services: Services, groups: Iterable[Group]) -> list[dict[str, Any]]:
    """Groups of further buttons, as the page reads them."""
    return [{"title": one.title, "folded": one.folded, "buttons": sealed(services, one.buttons)} for one in groups]


def outgoing(services: Services, messages: list[dict[str, Any]], audience: str) -> list[dict[str, Any]]:
    """Rasa's messages, its `custom` part folded into the text it belongs to (Rasa sends two).

    Rasa says which topic, and with which words it was trained; the words shown are those of today.
    """
    shown: list[dict[str, Any]] = []
    for message in messages:
        if message.get("text"):
            offered = [Button(one["title"], one["payload"].lstrip("/")) for one in message.get("buttons") or ()]
            shown.append({"text": message["text"], "buttons": sealed(services, offered), "sources": []})
        custom = message.get("custom") or {}
        if custom and shown:
            if custom.get("card"):
                shown[-1]["card"] = custom["card"]
            if custom.get("topic"):
                shown[-1] = _today(services, custom, audience) or shown[-1]
    return shown


def _today(services: Services, custom: dict[str, Any], audience: str) -> dict[str, Any] | None:
    """The words that are served today for what Rasa chose to say; None for what content no longer has."""
    try:
        if custom.get("leaflet"):
            return from_reply(services, leaflet_reply(services.content, custom["leaflet"], audience), audience)
        said = reply(services.content, custom["topic"], audience, part=custom.get("part", "text"))
    except KeyError:
        return None
    return {**from_reply(services, said, audience), "topic": custom["topic"]}


def sealed(services: Services, offered: Iterable[Button]) -> list[dict[str, str]]:
    """Buttons with opaque ids, a theme's with its picture; one whose intent no button may carry is left out."""
    ids = [(services.buttons.id_of(one.intent), one) for one in offered]
    return [{"id": id, "title": one.title, **_look(one.intent)} for id, one in ids if id]


def _look(intent: str) -> dict[str, str]:
    """How a button is drawn, where it is not like the others: a theme with its picture, another way to say the same."""
    if intent.startswith("theme:"):
        return {"picture": intent.replace(":", "-")}
    return {"kind": "aside"} if intent in (SIMPLER, DETAILS) else {}


def _source(one: Source) -> dict[str, str]:
    return {"title": one.title, "publisher": one.publisher, "url": one.url, "date": one.date}
