"""What is asked after a help card, answered for the danger that was told."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import audience_of, content, payloads
from bot.orientation import CANNOT_SPEAK, FOR_ANOTHER, follow_up, next_doors, orient, plain_text
from bot.settings import clock, read_settings

_DISCLOSURE = "confier_"
_ANY = "suite_appel"  # never silent
_WITH_CARD = (CANNOT_SPEAK, FOR_ANOTHER)


class Suite(Action):
    """Answers a `suite_*` intent; the first line of help is said again with it."""

    def name(self) -> str:
        return "action_suite"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        settings, asked = read_settings(), (tracker.latest_message.get("intent") or {}).get("name") or ""
        told = disclosed(tracker.events)
        found = orient(
            content(),
            category=told.get("category"),
            level=told.get("level") or "alerte",
            audience=audience_of(tracker),
            now=clock(settings),
            third_party=asked == FOR_ANOTHER or bool(told.get("third_party")),
            territory=settings.territory,
            ability="write" if asked == CANNOT_SPEAK else "speak",
        )
        asked = asked if asked in content().follow_ups else _ANY
        said = follow_up(content(), asked, found)
        line = f"{found.first.line.name} : {found.first.line.number or found.first.line.site}"
        beneath = plain_text(content(), found) if asked in _WITH_CARD else line
        offered = [one for one in next_doors(content(), asked, found) if ":" not in one.intent]  # Rasa's intents alone
        dispatcher.utter_message(text=f"{said}\n\n{beneath}", buttons=payloads(offered))
        return []


def disclosed(events: list[dict[str, Any]]) -> dict[str, Any]:
    """The danger last told of in this conversation: level, category, third_party; {} where there is none."""
    for event in reversed(events):
        data = event.get("parse_data") or {} if event.get("event") == "user" else {}
        name = (data.get("intent") or {}).get("name") or ""
        if name.startswith(_DISCLOSURE):
            return {"category": name.removeprefix(_DISCLOSURE)} | (data.get("risk") or {})
    return {}
