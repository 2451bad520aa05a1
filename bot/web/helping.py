"""Help as the page shows it, made without Rasa: the support reply, the strip that stays in sight."""

from typing import Any

from bot.content import Reply, theme_menu
from bot.orientation import (
    Orientation,
    card_of,
    describe_line,
    doors,
    help_lines,
    lines_of,
    orient,
    plain_text,
)
from bot.safety import Risk
from bot.storage import Conversation
from bot.web.outgoing import from_reply, sealed
from bot.web.services import Services

_OF_FRENCH_LINES = ("numero_aide", "ligne_3018", "ligne_119", "appel_comment_ca_se_passe")


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


def there_message(services: Services, state: Conversation) -> dict[str, Any]:
    """Who can help where this person is, and the menu; abroad, that the laws told here are those of France."""
    content, audience = services.content, state.audience
    said = [content.words("territory", "chosen", audience=audience), *lines_there(services, state)]
    if territory_of(services, state) != "fr":
        said.append(content.words("territory", "law", audience=audience))
    return from_reply(services, Reply("\n\n".join(said), theme_menu(content, audience)), audience)


def at_place(services: Services, state: Conversation, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages; abroad, an answer that names French lines gives way to the lines of the place."""
    if territory_of(services, state) == "fr":
        return messages
    return [there_message(services, state) if one.get("topic") in _OF_FRENCH_LINES else one for one in messages]


def lines_there(services: Services, state: Conversation) -> list[str]:
    """The first lines of where this person is, a sentence each: two that listen, then the emergency number."""
    content, now, territory = services.content, services.now(), territory_of(services, state)
    there = content.abroad.get(territory)
    # Of a country: its listening lines in the order that was chosen; of France, those that answer now.
    choices = help_lines(content, state.audience, now, territory=territory)
    order = [*there["lines"], *(id for ids in there.get("first_for", {}).values() for id in ids)] if there else []
    listening = [one for one in choices if not one.line.emergency and (not there or one.line.id in order)]
    listening.sort(key=lambda one: order.index(one.line.id) if there else 0)
    urgent = [one for one in choices if one.line.emergency]
    said = []
    for choice in (*listening[:2], *urgent[:1]):
        line = describe_line(content, choice, now, state.audience)
        said.append(f"{line['name']} : {line['number'] or line['site']} ({line['status']})\n{line['why']}")
    return said


def flag_of(state: Conversation) -> Risk:
    """The gravest risk of a conversation."""
    return Risk(state.risk_level or "aucun", state.risk_category, state.third_party)


def oriented(services: Services, state: Conversation, risk: Risk) -> Orientation:
    """Where this person is oriented, now."""
    return orient(
        services.content, category=risk.category, level=risk.level, audience=state.audience, now=services.now(),
        third_party=risk.third_party, territory=territory_of(services, state),
    )  # fmt: skip
