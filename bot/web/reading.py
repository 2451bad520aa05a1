"""What a typed message tells, in its conversation. Whatever breaks, the wordings still judge."""

import logging
from dataclasses import dataclass

from bot.safety import AUCUN, ROLES, Before, Risk, at_least, by_wording, in_light, in_role, only_asks
from bot.storage import Conversation
from bot.understanding.follow_ups import CALM, DANGER
from bot.web.services import Services

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Heard:
    """`thread`: a short answer to the help just given. `also`: a topic asked for beside a danger.

    `recast`: the conversation gave the message another danger than its words alone, which is all that Rasa reads.
    `question`: what is asked about the help that was given (an id of follow_ups.yml).
    """

    risk: Risk = AUCUN
    thread: bool = False
    recast: bool = False
    also: str | None = None
    question: str | None = None


def read_safely(services: Services, text: str, conversation: Conversation) -> Heard:
    """The risk of a message in the light of its conversation, and what else it asks. Never raises."""
    told = before(conversation)
    try:
        understood = services.understander.understand(
            text, audience=conversation.audience, flagged=told is not None and not only_asks(text, told)
        )
        risk, also = understood.risk, understood.also
    except Exception as error:
        log.error("screen failed: %s", type(error).__name__)
        risk, also = by_wording(text) or AUCUN, None
    try:
        read = in_light(text, risk, told)
        kept = in_role(text, read.risk, told=conversation.risk_category, audience=conversation.audience)
    except Exception as error:
        log.error("context failed: %s", type(error).__name__)
        return Heard(risk)
    # What the conversation made urgent is no question any more.
    recast = kept.category != risk.category
    told_now = (kept.level == "urgence" != risk.level) or (recast and kept.category in ROLES)
    question = None if told_now else _question(services, text, kept, conversation)
    if question:
        return Heard(risk, question=question)
    return Heard(kept, read.thread, recast, also if at_least(kept, "alerte") else None)


def _question(services: Services, text: str, risk: Risk, conversation: Conversation) -> str | None:
    """The question that this message asks about the help given before, if it does.

    A message that tells of a danger of another kind, or graver than what was told, is no question: help comes again.
    Only a bare wording ("j'ai peur", "c'est trop tard") is one whatever the screen makes of it.
    """
    told = Risk(conversation.risk_level or "aucun", conversation.risk_category)
    if told.category is None:
        return None
    try:
        asked = services.follow_ups.read(text)
    except Exception as error:
        log.error("follow-up not read: %s", type(error).__name__)
        return None
    dangerous = at_least(risk, "alerte")
    if asked is None or asked.question not in services.content.follow_ups:
        return None
    other = risk.category not in (told.category, "mal_etre") or not at_least(told, risk.level)
    if dangerous and other and not asked.worded:
        return None
    least = CALM if conversation.helped and not dangerous else DANGER
    return asked.question if asked.confidence >= least else None


def before(conversation: Conversation) -> Before | None:
    """What was told before in this conversation, where it was flagged."""
    flagged = Risk(conversation.risk_level or "aucun", conversation.risk_category, conversation.third_party)
    return Before(flagged, conversation.helped) if at_least(flagged, "alerte") else None
