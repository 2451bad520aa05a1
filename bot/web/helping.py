"""Help as the page shows it, made without Rasa: the support reply, the strip that stays in sight."""

from typing import Any

from bot.orientation import Orientation, card_of, describe_line, doors, lines_of, orient, plain_text
from bot.safety import Risk
from bot.storage import Conversation
from bot.web.outgoing import sealed
from bot.web.services import Services


def territory_of(services: Services, state: Conversation | None) -> str:
    """Where the person said to be; else where the school is."""
    return (state.territory if state else None) or services.settings.territory


def support_message(services: Services, state: Conversation, risk: Risk) -> tuple[dict[str, Any], list[str]]:
    """The support reply, made without Rasa, and the ids of its lines."""
    orientation = oriented(services, state, risk)
    message = {
        "text": plain_text(services.content, orientation),
        "buttons": sealed(services, doors(services.content, orientation)),
        "card": card_of(services.content, orientation),
    }
    return message, lines_of(orientation)


def pinned(services: Services, state: Conversation) -> dict[str, Any] | None:
    """The help that stays in sight in a flagged conversation: its first line, as open as it is now."""
    if state.risk_level is None:
        return None
    orientation = oriented(services, state, flag_of(state))
    choices = [*orientation.emergency[:1], orientation.first, *orientation.written[:1]]
    return {
        "title": services.content.words("help", "pinned", audience=state.audience),
        "lines": [describe_line(services.content, choice, orientation.now, state.audience) for choice in choices],
    }


def flag_of(state: Conversation) -> Risk:
    """The gravest risk of a conversation."""
    return Risk(state.risk_level or "aucun", state.risk_category, state.third_party)


def oriented(services: Services, state: Conversation, risk: Risk) -> Orientation:
    """Where this person is oriented, now."""
    return orient(
        services.content, category=risk.category, level=risk.level, audience=state.audience, now=services.now(),
        third_party=risk.third_party, territory=territory_of(services, state),
    )  # fmt: skip
