"""What is answered to a question that comes after a help card, in words. Pure."""

from bot.content import ABILITY, Button, Content, button, follow_up_button, guide_button, voice_of
from bot.orientation.card import doors
from bot.orientation.orient import ABILITIES, Orientation, answers_as_in_france

REFUSAL, FOR_ANOTHER, CANNOT_SPEAK = "suite_refus", "suite_ami", "suite_parler"
_MOST = 6


def follow_up(content: Content, question: str, orientation: Orientation, *, again: bool = False) -> str:
    """The answer to `question` for the person of `orientation`. Raises KeyError for an unknown question.

    `again`: this refusal is not the first.
    """
    asked, audience, category = content.follow_ups[question], orientation.audience, orientation.category
    special = asked.situations.get(category, {}).get(audience)
    # A call to another line than the one that answers now is not told.
    shown = {choice.line.id for choice in (orientation.first, *orientation.emergency)}
    if category in asked.lines and asked.lines[category] not in shown:
        special = None
    if asked.lines and not answers_as_in_france(content.territories[orientation.territory]):
        special = None
    if again and asked.again and not special:
        return asked.again[audience]
    return special or asked.texts[audience]


def next_doors(content: Content, question: str, orientation: Orientation) -> tuple[Button, ...]:
    """The buttons under that answer: its own, then the doors of the card that are not it."""
    audience = orientation.audience
    own = [_named(content, id, audience) for id in content.follow_ups[question].next]
    rest = [door for door in doors(content, orientation) if door.intent != question]
    found = {one.intent: one for one in (*own, *rest) if one and one.intent != ABILITY + orientation.ability}
    return tuple(found.values())[:_MOST]


def ability_button(content: Content, ability: str, audience: str) -> Button:
    """The button by which somebody says what they can do: write, speak…"""
    return Button(content.card["abilities"]["button"][ability][voice_of(audience)], ABILITY + ability)


def _named(content: Content, id: str, audience: str) -> Button | None:
    if id == "guide":
        return guide_button(content, audience)
    if id.startswith(ABILITY):
        ability = id.removeprefix(ABILITY)
        return ability_button(content, ability, audience) if ability in ABILITIES else None
    if id in content.follow_ups:
        return follow_up_button(content, id, audience)
    return button(content, id, audience) if id in content.topics else None
