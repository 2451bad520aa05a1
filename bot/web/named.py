"""What a calm message asks for by its name: a country, an app, a dossier, a service, a law card.

Rasa says what a message is about; this says which one of several. What a message tells
of its writer beside the rest (a place, deafness) is read in any message; the names, in calm ones alone.
"""

import logging
import re
from dataclasses import replace

from bot.content import Content, leaflet_reply
from bot.language import entities
from bot.language.text import normalise
from bot.storage import Conversation
from bot.web.helping import there_message
from bot.web.outgoing import from_reply
from bot.web.services import Services

log = logging.getLogger(__name__)
_BEING = (
    r"(?:j'habite|jhabite|j'abite|je vis|je suis|j'suis|jsuis|chui|suis|nous sommes|on est|on vit|on habite|"
    r"je viens|ici c'est|et|moi c'est|c'est)"
)
_LIVING = r"(?:j'habite|jhabite|j'abite|je vis|je suis|j'suis|jsuis|chui|nous sommes|on est|on vit|on habite)"
_DEAF = re.compile(
    r"\b(?:je suis|j'suis|jsuis|chui|suis) (?:sourde?|malentendante?)\b"
    r"|\bj'entends (?:mal|pas|rien)(?: bien| du tout)?$"
)
_IN = r"(?:(?:en|au|a|de|du|la|le|dans) )*"
_ABOUT_LAW = re.compile(
    r"\b(?:lois?|peines?|punie?s?|risque|risquent|interdit|illegal|sanctions?|prison|amende|article)\b"
)
_ABOUT_ONESELF = re.compile(r"\b(?:j'ai|je|j'|moi|mon|ma|mes|m'a|on m'a)\b")
_REPORTING = re.compile(r"\b(?:signal\w*|blo[cq]\w*|report\w*|denonc\w*)\b")


def asked_by_name(
    services: Services, conversation: Conversation, text: str
) -> tuple[Conversation, list[dict[str, object]]] | None:
    """The conversation and the messages that answer a name; None where the text has no such name."""
    content, plain = services.content, normalise(text)
    where = country(content, plain)
    if where:
        moved = replace(conversation, territory=where)
        return moved, [there_message(services, moved)]
    name = leaflet(content, text, plain, conversation.audience)
    if name:
        said = leaflet_reply(content, name, conversation.audience)
        return conversation, [from_reply(services, said, conversation.audience)]
    return None


def country(content: Content, plain: str) -> str | None:
    """The territory that a message says to be in: « je suis en belgique », « chui belge », « au Québec »."""
    for where, there in content.territories.items():
        names = _names(there.named)
        # Alone, or said of oneself: « la belgique a gagné » is no place to be.
        if re.fullmatch(rf"(?:{_BEING} )?{_IN}(?:{names})(?: .{{0,60}})?", plain) and (
            re.match(_BEING, plain) or re.fullmatch(rf"{_IN}(?:{names})", plain)
        ):
            return where
    return None


def told_beside(services: Services, conversation: Conversation, text: str) -> Conversation:
    """The conversation with what a message tells beside the rest: where its writer is, that they do not hear."""
    try:
        plain, content = normalise(text), services.content
        where = next((id for id, place in content.territories.items() if _says_to_be_in(plain, place.named)), None)
        if where and where != "fr":
            conversation = replace(conversation, territory=where)
        if _DEAF.search(plain):
            conversation = replace(conversation, ability="deaf")
    except Exception as error:  # Help does not wait for this.
        log.error("not told beside: %s", type(error).__name__)
    return conversation


def _says_to_be_in(plain: str, named: tuple[str, ...]) -> bool:
    return bool(re.search(rf"\b{_LIVING} (?:(?:en|au|a|dans) )+(?:{_names(named)})\b", plain))


def _names(named: tuple[str, ...]) -> str:
    # "Je suis à la réunion des parents" is no island.
    return "(?:" + "|".join(re.escape(normalise(one)) for one in named) + r")(?! (?:de|du|des|d'|parents?|profs?)\b)"


def leaflet(content: Content, text: str, plain: str, audience: str) -> str | None:
    """The leaflet that a message names, of those for this audience."""
    app = _app(content, text, plain)
    if app and audience in content.leaflets[app].texts:
        return app
    about_law = _ABOUT_LAW.search(plain) and not _ABOUT_ONESELF.search(plain)
    found = [
        (max(map(len, said)), one.name)
        for one in content.leaflets.values()
        if audience in one.texts and (one.kind != "law" or about_law)
        and (said := [form for form in one.named if re.search(rf"(?<!\w){re.escape(normalise(form))}(?!\w)", plain)])
    ]  # fmt: skip
    return max(found)[1] if found else None


def _app(content: Content, text: str, plain: str) -> str | None:
    named = [f"app.{one.value}" for one in entities(text) if one.kind == "platform"]
    known = [name for name in named if name in content.leaflets]
    if not known:
        return None
    alone = len(plain.split()) <= 4 and plain.startswith(("et sur ", "et pour ", "sur ", "et "))
    return known[0] if alone or _REPORTING.search(plain) else None
