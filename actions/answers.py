"""What actions share: who is spoken to, the words, a reply sent the way the gateway reads it."""

from functools import lru_cache
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.content import AUDIENCES, Content, Reply, Words
from bot.settings import clock, read_settings

DEFAULT_AUDIENCE = "11-14"


def content() -> Content:
    """The words as they may be served today."""
    settings = read_settings()
    return _words(settings.content).on(clock(settings).date())


@lru_cache(maxsize=4)
def _words(folder) -> Words:
    return Words(folder)


def audience_of(tracker: Tracker) -> str:
    """The audience the gateway vouches for; the middle band where nobody said (`rasa shell`)."""
    said = tracker.get_slot("audience")
    return said if said in AUDIENCES else DEFAULT_AUDIENCE


def payloads(buttons: Any) -> list[dict[str, str]]:
    return [{"title": one.title, "payload": "/" + one.intent} for one in buttons]


def send(dispatcher: CollectingDispatcher, said: Reply, **chosen: str) -> None:
    """Send a curated reply; `chosen` (topic, part, leaflet) lets the gateway say it in the words of today."""
    text = f"{said.title}\n\n{said.text}" if said.title else said.text
    dispatcher.utter_message(text=text, buttons=payloads(said.buttons))
    if chosen:
        dispatcher.utter_message(json_message=chosen)
