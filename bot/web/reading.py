"""What a typed message tells, in its conversation. Whatever breaks, the wordings still judge."""

import logging
from dataclasses import dataclass

from bot.safety import AUCUN, Before, Risk, at_least, by_wording, in_light
from bot.storage import Conversation
from bot.web.services import Services

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Heard:
    """`thread`: a short answer to the help just given. `also`: a topic asked for beside a danger.

    `recast`: the conversation gave the message another danger than its words alone, which is all that Rasa reads.
    """

    risk: Risk = AUCUN
    thread: bool = False
    recast: bool = False
    also: str | None = None


def read_safely(services: Services, text: str, conversation: Conversation) -> Heard:
    """The risk of a message in the light of its conversation, and what else it asks. Never raises."""
    try:
        understood = services.understander.understand(
            text, audience=conversation.audience, flagged=conversation.risk_level is not None
        )
        risk, also = understood.risk, understood.also
    except Exception as error:
        log.error("screen failed: %s", type(error).__name__)
        risk, also = by_wording(text) or AUCUN, None
    try:
        read = in_light(text, risk, before(conversation))
    except Exception as error:
        log.error("context failed: %s", type(error).__name__)
        return Heard(risk)
    recast = read.risk.category != risk.category
    return Heard(read.risk, read.thread, recast, also if at_least(read.risk, "alerte") else None)


def before(conversation: Conversation) -> Before | None:
    """What was told before in this conversation, where it was flagged."""
    if conversation.risk_level is None:
        return None
    flagged = Risk(conversation.risk_level, conversation.risk_category, conversation.third_party)
    return Before(flagged, conversation.helped)
