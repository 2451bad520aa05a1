"""What actions share: who is spoken to, the words, a reply sent the way the gateway reads it."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot import content as words
from bot.content import AUDIENCES, Content, Reply
from bot.settings import read_settings

DEFAULT_AUDIENCE = "11-14"


def content() -> Content:
    return words.load(read_settings().content)


def audience_of(tracker: Tracker) -> str:
    """The audience the gateway vouches for; the middle band where nobody said (`rasa shell`)."""
    said = tracker.get_slot("audience")
    return said if said in AUDIENCES else DEFAULT_AUDIENCE


def payloads(buttons: Any) -> list[dict[str, str]]:
    return [{"title": one.title, "payload": "/" + one.intent} for one in buttons]


def send(dispatcher: CollectingDispatcher, said: Reply) -> None:
    """Send a curated reply with its buttons and sources."""
    dispatcher.utter_message(
        text=said.text, buttons=payloads(said.buttons), json_message={"sources": [one.id for one in said.sources]}
    )
