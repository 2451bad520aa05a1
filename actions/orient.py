"""A disclosure: the support reply, one line open now, the card."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import audience_of, content, payloads
from bot.orientation import card_of, doors, orient, plain_text
from bot.settings import clock, read_settings

_DISCLOSURE = "confier_"


class Orienter(Action):
    """Takes whoever is in trouble to a human."""

    def name(self) -> str:
        return "action_orienter"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        settings = read_settings()
        latest = tracker.latest_message
        risk = latest.get("risk") or {}
        intent = (latest.get("intent") or {}).get("name") or ""
        orientation = orient(
            content(),
            category=intent.removeprefix(_DISCLOSURE) if intent.startswith(_DISCLOSURE) else risk.get("category"),
            level=risk.get("level") or "alerte",
            audience=audience_of(tracker),
            now=clock(settings),
            third_party=bool(risk.get("third_party")),
            territory=settings.territory,
        )
        dispatcher.utter_message(
            text=plain_text(content(), orientation),
            buttons=payloads(one for one in doors(content(), orientation) if ":" not in one.intent),
            json_message={"card": card_of(content(), orientation)},
        )
        return []
