"""A button pressed: what this process answers alone, and what Rasa is asked."""

import logging
from dataclasses import replace
from typing import Any

from bot.content import (
    ELSEWHERE,
    ERASE,
    LEAFLET,
    LEAFLET_DETAILS,
    Button,
    Content,
    Group,
    Reply,
    greeting,
    leaflet_reply,
    reply,
    theme_menu,
    topic_menu,
)
from bot.storage import Conversation
from bot.web.after import needs_this
from bot.web.after import press as press_after
from bot.web.bot_client import BotUnavailable
from bot.web.conversation import Answer, remember
from bot.web.helping import at_place, flag_of, support_message, there_message
from bot.web.outgoing import from_reply, outgoing
from bot.web.services import Services

log = logging.getLogger(__name__)


def press(services: Services, conversation: Conversation, intent: str) -> Answer:
    """Answer a button of ours."""
    if intent.startswith("audience:"):
        changed = replace(conversation, audience=intent.removeprefix("audience:"))
        return remember(services, Answer(changed, [welcome(services, changed.audience)]))
    if intent == ERASE:
        raise ValueError("erasing is the caller's")
    try:
        alone = _answered_here(services, conversation, intent)
        if alone:
            return remember(services, alone, thread=needs_this(intent, services))
    except Exception as error:  # Help or the menu are still given.
        log.error("button failed: %s", type(error).__name__)
        return remember(services, Answer(conversation, [_help_or_menu(services, conversation)], degraded=True))
    try:
        if intent.startswith("theme:"):
            theme = intent.removeprefix("theme:")
            messages = services.bot.press(conversation.id, "que_sais_tu_faire", conversation.audience, theme=theme)
        else:
            messages = services.bot.press(conversation.id, intent, conversation.audience)
        shown = at_place(services, conversation, outgoing(services, messages, conversation.audience))
        return remember(services, Answer(conversation, shown))
    except BotUnavailable as error:
        log.warning("rasa unavailable: %s", error)
    except Exception as error:
        log.error("answering failed: %s", type(error).__name__)
    return remember(services, Answer(conversation, [_from_content(services, conversation, intent)], degraded=True))


def _help_or_menu(services: Services, conversation: Conversation) -> dict[str, Any]:
    """What is still said when a button cannot be answered: the help of a flagged conversation, else the menu."""
    if conversation.risk_level:
        return support_message(services, conversation, flag_of(conversation))[0]
    said = services.content.words("degraded", audience=conversation.audience)
    return from_reply(services, Reply(said, theme_menu(services.content, conversation.audience)), conversation.audience)


def _answered_here(services: Services, conversation: Conversation, intent: str) -> Answer | None:
    """The answer to a button that needs no Rasa: a leaflet, or where the person is."""
    content, audience = services.content, conversation.audience
    kind, _, value = intent.partition(":")
    if needs_this(intent, services):
        state, messages, risk = press_after(services, conversation, intent)
        return Answer(state, messages, risk=risk)
    if intent == ELSEWHERE:
        return Answer(conversation, [from_reply(services, _places(content, audience), audience)])
    if kind == "territory":
        return _moved(services, replace(conversation, territory=value))
    if f"{kind}:" in (LEAFLET, LEAFLET_DETAILS):
        try:
            said = leaflet_reply(content, value, audience, details=f"{kind}:" == LEAFLET_DETAILS)
        except KeyError:  # Expired since its button was drawn, or for another audience.
            said = Reply(content.words("withdrawn", audience=audience), theme_menu(content, audience))
        return Answer(conversation, [from_reply(services, said, audience)])
    return None


def _places(content: Content, audience: str) -> Reply:
    """Where one may say to be: countries, and the overseas territories folded beneath."""
    names = content.interface["territory"]["names"]
    overseas = [where for where in names if content.territories[where].of]
    buttons = {where: Button(name, f"territory:{where}") for where, name in names.items()}
    group = Group(content.interface["territory"]["overseas"], tuple(buttons[where] for where in overseas), folded=False)
    listed = tuple(button for where, button in buttons.items() if where not in overseas)
    return Reply(content.words("territory", "ask", audience=audience), listed, groups=(group,))


def _moved(services: Services, state: Conversation) -> Answer:
    """The help where the person now says to be: the card again in a flagged conversation, else the first lines."""
    if state.risk_level:
        return Answer(state, [support_message(services, state, flag_of(state))[0]], risk=flag_of(state))
    return Answer(state, [there_message(services, state)])


def welcome(services: Services, audience: str) -> dict[str, Any]:
    """The first message of a conversation."""
    return {**from_reply(services, greeting(services.content, audience), audience), "topic": "saluer"}


def _from_content(services: Services, conversation: Conversation, intent: str) -> dict[str, Any]:
    """A button answered from the same words, without Rasa."""
    content, audience = services.content, conversation.audience
    if intent.startswith("theme:"):
        sentence = content.words("fallback", "theme", audience=audience)
        listed = topic_menu(content, intent.removeprefix("theme:"), audience)
        return from_reply(services, Reply(sentence, listed), audience)
    if intent in ("que_sais_tu_faire", "recommencer"):
        said = reply(content, intent, audience).text
        return from_reply(services, Reply(said, theme_menu(content, audience)), audience)
    return {**from_reply(services, reply(content, intent, audience), audience), "topic": intent}
