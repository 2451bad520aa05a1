"""« Plus simple » and « Plus de détails »: another text of the topic last spoken of."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import audience_of, content, send
from bot.content import Reply, reply, theme_menu

_DIALOGUE = "dialogue"


class PlusSimple(Action):
    """The simpler text of the last topic."""

    def name(self) -> str:
        return "action_plus_simple"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        explain(dispatcher, tracker, part="simpler", asked="plus_simple")
        return []


class PlusDeDetails(Action):
    """The longer text of the last topic."""

    def name(self) -> str:
        return "action_plus_de_details"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        explain(dispatcher, tracker, part="details", asked="plus_de_details")
        return []


def explain(dispatcher: CollectingDispatcher, tracker: Tracker, *, part: str, asked: str) -> None:
    """Say the wanted part of the last topic, or ask which topic is meant."""
    audience = audience_of(tracker)
    topic = last_topic(tracker.events)
    if topic:
        send(dispatcher, reply(content(), topic, audience, part=part), topic=topic, part=part)
    else:
        send(dispatcher, Reply(reply(content(), asked, audience).text, theme_menu(content(), audience)))


def last_topic(events: list[dict[str, Any]]) -> str | None:
    """The last topic asked for that is not small talk."""
    talk = content().taxonomy[_DIALOGUE]
    topics = {topic for theme, listed in content().taxonomy.items() if theme != _DIALOGUE for topic in listed}
    for event in reversed(events):
        if event.get("event") == "user":
            name = ((event.get("parse_data") or {}).get("intent") or {}).get("name")
            if name in topics and name not in talk:
                return name
    return None
