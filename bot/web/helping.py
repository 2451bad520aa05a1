"""Help as the page shows it, made without Rasa: the support reply, the strip that stays in sight."""

import logging
import re
from functools import lru_cache
from typing import Any

from bot.content import LEAFLET, Button, Group, Reply, theme_menu
from bot.orientation import (
    Orientation,
    answers_as_in_france,
    card_of,
    describe_line,
    doors,
    help_lines,
    lines_of,
    orient,
    plain_text,
    zone_of,
)
from bot.orientation import territory_of as territory_of_id
from bot.safety import Risk, at_least
from bot.storage import Conversation
from bot.web.outgoing import from_reply, groups_of, sealed
from bot.web.services import Services

log = logging.getLogger(__name__)
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
        "groups": _reporting(services, orientation),
    }
    return message, lines_of(orientation)


def _reporting(services: Services, orientation: Orientation) -> list[dict[str, Any]]:
    """The ways to report or remove that may serve, folded: never before a person."""
    content, audience = services.content, orientation.audience
    if not orientation.reporting:
        return []
    offered = [
        Button(content.leaflets[f"report.{id}"].titled(audience), f"{LEAFLET}report.{id}")
        for id in orientation.reporting
    ]
    title = content.words("leaflets", "groups", "report", audience=audience)
    return groups_of(services, [Group(title, tuple(offered))])


def pinned(services: Services, state: Conversation) -> dict[str, Any] | None:
    """The help that stays in sight in a flagged conversation: its first line, as open as it is now."""
    if not at_least(flag_of(state), "alerte"):
        return None
    orientation = orientation_of(services, state)
    choices = [*orientation.emergency[:1], orientation.first, orientation.written or orientation.second]
    return {
        "title": services.content.words("help", "pinned", audience=state.audience),
        "lines": [
            describe_line(services.content, choice, orientation.now, state.audience, zone=orientation.zone)
            for choice in choices if choice
        ],
    }  # fmt: skip


def _abroad(services: Services, state: Conversation) -> bool:
    """Whether the lines of France do not answer where this person is."""
    return territory_of_id(services.content, territory_of(services, state)).lines_of != "fr"


def _other_lines(services: Services, state: Conversation) -> bool:
    """Whether an answer that names the lines of France would mislead there: abroad, or where some do not answer."""
    return not answers_as_in_france(territory_of_id(services.content, territory_of(services, state)))


def there_message(services: Services, state: Conversation) -> dict[str, Any]:
    """Who can help where this person is, and the menu; abroad, that the laws told here are those of France."""
    content, audience = services.content, state.audience
    said = [content.words("territory", "chosen", audience=audience), *lines_there(services, state)]
    if _abroad(services, state):
        said.append(content.words("territory", "law", audience=audience))
    return from_reply(services, Reply("\n\n".join(said), theme_menu(content, audience)), audience)


def at_place(services: Services, state: Conversation, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages; abroad, an answer that names French lines gives way to the lines of the place."""
    if not _other_lines(services, state):
        return messages
    return [there_message(services, state) if one.get("topic") in _OF_FRENCH_LINES else one for one in messages]


def lines_there(services: Services, state: Conversation) -> list[str]:
    """The first lines of where this person is, a sentence each: two that listen, then the emergency number."""
    content, now, territory = services.content, services.now(), territory_of(services, state)
    place = territory_of_id(content, territory)
    # Of a country: its listening lines in the order that was chosen; of France, those that answer now.
    choices = help_lines(content, state.audience, now, territory=territory)
    order = [*place.lines, *(id for ids in place.first_for.values() for id in ids)]
    abroad = place.lines_of != "fr"
    listening = [one for one in choices if not one.line.emergency and (not abroad or one.line.id in order)]
    listening.sort(key=lambda one: order.index(one.line.id) if one.line.id in order else len(order))
    urgent = [one for one in choices if one.line.emergency]
    said = []
    for choice in (*listening[:2], *urgent[:1]):
        line = describe_line(content, choice, now, state.audience, zone=zone_of(place.zone))
        said.append(f"{line['name']} : {line['number'] or line['site']} ({line['status']})\n{line['why']}")
    return said


def brief(hours: str) -> str:
    """The first words of opening hours, for a button: « tous les jours de 9 h à 23 h »."""
    return re.split("[,;(]", hours)[0].strip()


def flag_of(state: Conversation) -> Risk:
    """The gravest risk of a conversation."""
    return Risk(state.risk_level or "aucun", state.risk_category, state.third_party)


def oriented(services: Services, state: Conversation, risk: Risk) -> Orientation:
    """Where this person is oriented, now."""
    found = orient(
        services.content, category=risk.category, level=risk.level, audience=state.audience, now=services.now(),
        third_party=risk.third_party, territory=territory_of(services, state), ability=state.ability or "speak",
    )  # fmt: skip
    for what in found.missing:
        _say_once(what)
    return found


def orientation_of(services: Services, state: Conversation) -> Orientation:
    """Where this person is oriented for the gravest danger of the conversation, now."""
    return oriented(services, state, flag_of(state))


@lru_cache(maxsize=1024)
def _say_once(what: str) -> None:
    """Once a process: the operator must know what was missing, the log must not fill."""
    log.warning("%s", what)
