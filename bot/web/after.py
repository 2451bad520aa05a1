"""The conversation after a help card: a question answered, an ability said, a step of the guide. Never needs Rasa.

The help stays in sight whatever is answered: the first line is said again beneath the answer, and pinned above.
"""

from dataclasses import replace
from typing import Any

from bot.content import ABILITY, GUIDE, Button, Reply
from bot.orientation import (
    CANNOT_SPEAK,
    FOR_ANOTHER,
    REFUSAL,
    Orientation,
    card_of,
    describe_line,
    follow_up,
    next_doors,
    plain_text,
)
from bot.orientation.guide import step
from bot.orientation.orient import DEFAULT_CATEGORY
from bot.safety import AUCUN, ROLES, Risk, at_least
from bot.storage import Conversation
from bot.web.helping import flag_of, orientation_of, territory_of
from bot.web.outgoing import from_reply, sealed
from bot.web.services import Services

REMOVAL = "suite_supprimer"
Told = tuple[Conversation, list[dict[str, Any]], Risk]


def ask(services: Services, state: Conversation, question: str) -> Told:
    """The answer to a question that comes after a help card, in the situation that was told.

    Returns the state to keep, the messages, and the risk that they answer.
    """
    if question != REFUSAL and not at_least(flag_of(state), "alerte"):
        # Who asks this thinks of telling: the help comes in sight.
        state = replace(state, risk_level="alerte", risk_category=state.risk_category or DEFAULT_CATEGORY)
    if question == FOR_ANOTHER:
        state = replace(state, third_party=True)
    if question == CANNOT_SPEAK and state.ability is None:
        state = replace(state, ability="write")
    found, risk = orientation_of(services, state), flag_of(state)
    said = follow_up(services.content, question, found, again=state.declined)
    if question == REFUSAL:
        state = replace(state, declined=True)
    buttons = sealed(services, next_doors(services.content, question, found))
    # Where the danger is now, nothing may sound as if it could wait: the card itself comes again.
    if question in (FOR_ANOTHER, CANNOT_SPEAK) or (risk.level == "urgence" and question != REFUSAL):
        return state, [_with_card(services, said, found, buttons)], risk
    message = {"text": said, "buttons": buttons, "sources": [], "lines": _first_lines(services, found)}
    messages = [message]
    if question == REMOVAL:
        messages.append(_guide(services, state, "")[0])
    return state, messages, risk


def able(services: Services, state: Conversation, ability: str) -> Told:
    """The card again, with the ways that fit what the person can do."""
    state = replace(state, ability=None if ability == "speak" else ability)
    found = orientation_of(services, state)
    buttons = sealed(services, next_doors(services.content, CANNOT_SPEAK, found))
    return state, [_with_card(services, None, found, buttons)], flag_of(state)


def guided(services: Services, state: Conversation, written: str) -> Told:
    """The next step of the removal and reporting guide; its end may tell of a danger."""
    message, risk = _guide(services, state, written)
    return state, [message], risk


def needs_this(intent: str, services: Services) -> bool:
    """Whether this button is answered here."""
    return intent in services.content.follow_ups or intent.startswith((ABILITY, GUIDE))


def press(services: Services, state: Conversation, intent: str) -> Told:
    """Answer such a button."""
    if intent.startswith(ABILITY):
        return able(services, state, intent.removeprefix(ABILITY))
    if intent.startswith(GUIDE):
        return guided(services, state, intent.removeprefix(GUIDE))
    return ask(services, state, intent)


def _guide(services: Services, state: Conversation, written: str) -> tuple[dict[str, Any], Risk]:
    told = flag_of(state)
    found = step(
        services.content, written, state.audience, services.now(), territory=territory_of(services, state),
        level=told.level if at_least(told, "alerte") else "alerte", third_party=state.third_party,
        ability=state.ability or "speak", role=told.category if told.category in ROLES else None,
    )  # fmt: skip
    message = from_reply(services, Reply(found.text, found.buttons), state.audience)
    risk = Risk(*found.risk, third_party=state.third_party or found.third_party) if found.risk else AUCUN
    if at_least(told, "alerte"):  # What was told stays what it is about.
        risk = AUCUN
    if found.result:
        ways = [
            {key: value for key, value in way.items() if key != "intent"}
            | {"button": next(iter(sealed(services, [_steps_button(services, way["intent"])])), None)}
            for way in found.result["ways"]
        ]
        message["guide"] = found.result | {"ways": ways}
    return message, risk


def _steps_button(services: Services, intent: str) -> Button:
    return Button(services.content.interface["leaflets"]["how"], intent)


def _with_card(
    services: Services, said: str | None, found: Orientation, buttons: list[dict[str, str]]
) -> dict[str, Any]:
    """The card of `found`, which begins with this answer."""
    card, text = card_of(services.content, found), plain_text(services.content, found, intro=said)
    if said:
        card |= {"intro": said, "ability": None}
    return {"text": text, "buttons": buttons, "card": card}


def _first_lines(services: Services, found: Orientation) -> list[dict[str, Any]]:
    """The help said again in short: the first emergency service where it is urgent, and the first line."""
    choices = [*found.emergency[:1], found.first]
    return [describe_line(services.content, one, found.now, found.audience, zone=found.zone) for one in choices]
