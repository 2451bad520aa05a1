"""One message in, one answer out: understand, mask, ask Rasa, hold the guarantee, remember the flag."""

import logging
from dataclasses import dataclass, field, replace
from typing import Any

from bot.content import Reply, button, theme_menu
from bot.orientation import doors
from bot.safety import AUCUN, LEVELS, Risk, at_least
from bot.storage import Conversation
from bot.web.after import ask
from bot.web.bot_client import BotUnavailable
from bot.web.helping import at_place, flag_of, oriented, pinned, support_message
from bot.web.looks import dressed
from bot.web.named import asked_by_name, told_beside
from bot.web.outgoing import from_reply, outgoing, sealed
from bot.web.reading import Heard, read_safely
from bot.web.services import Services

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What goes back to the page. `conversation` is the state to remember."""

    conversation: Conversation
    messages: list[dict[str, Any]]
    risk: Risk = AUCUN
    help: list[str] = field(default_factory=list)
    degraded: bool = False
    masked: bool = False

    def body(self, services: Services) -> dict[str, Any]:
        """The JSON of POST /api/messages."""
        helped = bool(self.help)
        return {
            "messages": dressed(services.content, self.messages, self.conversation.audience, helped=helped),
            "risk": {"level": self.risk.level, "category": self.risk.category},
            "help": self.help,
            "pinned": pinned(services, self.conversation),
            "place": self.conversation.territory,
            "degraded": self.degraded,
            "masked": self.masked,
        }


def hear(services: Services, conversation: Conversation, text: str) -> Answer:
    """Answer a typed message. A message screened `alerte` or more always brings help."""
    masked, asked = text, None
    try:
        masked = services.mask(text)
        # Rasa reads while this process screens: two cores, one wait.
        asked = services.pool.submit(services.bot.say, conversation.id, masked, conversation.audience)
    except Exception as error:
        log.error("not asked: %s", type(error).__name__)
    conversation = told_beside(services, conversation, text)
    heard = read_safely(services, text, conversation)
    if heard.question:
        try:
            return _asked(services, conversation, heard.question, masked=masked != text)
        except Exception as error:  # The help given before is said again.
            log.error("follow-up failed: %s", type(error).__name__)
            heard = replace(heard, thread=True)
    try:
        if asked is None:
            raise BotUnavailable("not asked")
        messages = outgoing(services, asked.result(), conversation.audience)
        messages = at_place(services, conversation, messages)
        if heard.risk.level == "aucun" and not heard.thread and _risk_of_cards(messages) is AUCUN:
            conversation, messages = asked_by_name(services, conversation, text) or (conversation, messages)
        answer = Answer(conversation, messages, masked=masked != text)
        if _pins(conversation) and _says(services, answer, "menu"):
            heard = replace(heard, thread=True)  # Not the menu of subjects, while somebody needs help.
        return _guarantee(services, answer, heard)
    except BotUnavailable as error:
        log.warning("rasa unavailable: %s", error)
    except Exception as error:  # The guarantee: whatever breaks behind the gateway, help is still given.
        log.error("answering failed: %s", type(error).__name__)
    alone = _without_rasa(services, conversation)
    return _guarantee(services, Answer(conversation, alone, degraded=True, masked=masked != text), heard)


def _asked(services: Services, conversation: Conversation, question: str, *, masked: bool) -> Answer:
    """The answer to a question about the help that was given: ours, whatever Rasa makes of it."""
    state, messages, risk = ask(services, conversation, question)
    return remember(services, Answer(state, messages, risk=risk, masked=masked), thread=True)


def _guarantee(services: Services, answer: Answer, heard: Heard) -> Answer:
    """Risk >= alerte and no help in the reply: the support reply is made right here."""
    seen, risk = _risk_of_cards(answer.messages), heard.risk
    if seen is not AUCUN:
        # Rasa chose to help; where this person is, what they can do and the words of today are known here.
        answer = replace(answer, messages=[support_message(services, answer.conversation, seen)[0]])
    gravest = max((risk, seen), key=lambda one: LEVELS.index(one.level))
    if heard.recast:
        gravest = risk = replace(risk, level=gravest.level)
    if gravest.category and at_least(risk, "alerte") and (heard.recast or not _as_grave(seen, risk)):
        message, _ = support_message(services, answer.conversation, risk)
        answer = replace(answer, messages=[message])
    elif heard.thread and seen is AUCUN:
        answer = replace(answer, messages=[_thread(services, answer.conversation)])
    elif risk.level == "vigilance" and risk.category and seen is AUCUN and not _pins(answer.conversation):
        answer = replace(answer, messages=_with_sign(services, answer, risk))
    if heard.also:
        answer = replace(answer, messages=_with_topic(services, answer, heard.also))
    return remember(services, replace(answer, risk=gravest), thread=heard.thread)


def _thread(services: Services, state: Conversation) -> dict[str, Any]:
    """What is said to "oui", "ok", "j'ose pas" after a help card: the same help, the same doors, no new subject.

    Where the danger is now, nothing may sound as if it could wait: the card itself comes again.
    """
    if state.risk_level == "urgence":
        return support_message(services, state, flag_of(state))[0]
    said = services.content.words("thread", audience=state.audience)
    found = oriented(services, state, flag_of(state))
    return from_reply(services, Reply(said, doors(services.content, found)), state.audience)


def _with_sign(services: Services, answer: Answer, risk: Risk) -> list[dict[str, Any]]:
    """The messages with the card of a sign of danger: after an answer, before guesses, instead of "not understood"."""
    card = support_message(services, answer.conversation, risk)[0]
    if answer.degraded or _says(services, answer, "menu"):
        return [card]
    card |= {"buttons": [], "groups": []}
    return [card, *answer.messages] if _says(services, answer, "guess") else [*answer.messages, card]


def _with_topic(services: Services, answer: Answer, topic: str) -> list[dict[str, Any]]:
    """The messages, with a button for the subject that was asked for beside the danger: help first, then it."""
    asked = sealed(services, [button(services.content, topic, answer.conversation.audience)])
    if any(one["title"] == asked[0]["title"] for message in answer.messages for one in message.get("buttons", [])):
        return answer.messages
    last = answer.messages[-1]
    return [*answer.messages[:-1], {**last, "buttons": [*asked, *last.get("buttons", [])]}]


def _as_grave(seen: Risk, risk: Risk) -> bool:
    return seen is not AUCUN and at_least(seen, risk.level)


def _risk_of_cards(messages: list[dict[str, Any]]) -> Risk:
    cards = [one["card"] for one in messages if one.get("card")]
    return Risk(cards[0]["level"], cards[0]["category"], cards[0].get("third_party", False)) if cards else AUCUN


def remember(services: Services, answer: Answer, *, thread: bool = False) -> Answer:
    """The answer with the state to keep. Once flagged, a conversation stays flagged, and its help stays visible."""
    helped = thread or at_least(_risk_of_cards(answer.messages), "alerte")
    state = replace(answer.conversation, helped=helped)
    if answer.risk.category and at_least(answer.risk, "vigilance") and _graver(answer.risk, state):
        state = replace(
            state, risk_level=answer.risk.level, risk_category=answer.risk.category, third_party=answer.risk.third_party
        )
    shown = [line["id"] for one in answer.messages if one.get("card") for line in _lines_shown(one["card"])]
    shown += [line["id"] for one in answer.messages for line in one.get("lines", ())]
    shown += [one["guide"]["line"]["id"] for one in answer.messages if one.get("guide")]
    kept = [line["id"] for line in (pinned(services, state) or {}).get("lines", [])]
    return replace(answer, conversation=state, help=list(dict.fromkeys([*shown, *kept])))


def _pins(state: Conversation) -> bool:
    """Whether help stays in sight in this conversation."""
    return at_least(flag_of(state), "alerte")


def _says(services: Services, answer: Answer, sentence: str) -> bool:
    """Whether Rasa did not understand: `menu`, it offers the themes; `guess`, what was perhaps meant."""
    said = services.content.words("fallback", sentence, audience=answer.conversation.audience)
    return bool(answer.messages) and answer.messages[0]["text"] == said


def _graver(risk: Risk, state: Conversation) -> bool:
    return state.risk_level is None or LEVELS.index(risk.level) >= LEVELS.index(state.risk_level)


def _lines_shown(card: dict[str, Any]) -> list[dict[str, Any]]:
    second = [card["second"]] if card["second"] else []
    return [*card["emergency"], card["line"], *card["written"], *second]


def _without_rasa(services: Services, conversation: Conversation) -> list[dict[str, Any]]:
    """An honest sentence and the menu, when Rasa cannot answer a typed message."""
    said = Reply(
        services.content.words("degraded", audience=conversation.audience),
        theme_menu(services.content, conversation.audience),
    )
    return [from_reply(services, said, conversation.audience)]
