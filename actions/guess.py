"""Not understood: two or three guesses as buttons; the second time in a row, the menu."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import audience_of, content, send
from bot.content import Button, Reply, buttons, may_ask, theme_menu

_FALLBACK, _MENU = "nlu_fallback", "que_sais_tu_faire"
_NOT_OFFERED = ("oui", "non", "plus_simple", "plus_de_details", "hors_sujet", "insulte_bot", "saluer", "humeur")


class Deviner(Action):
    """Offers what was perhaps meant. Never silent."""

    def name(self) -> str:
        return "action_deviner"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        audience = audience_of(tracker)
        if tracker.latest_message.get("foreign"):
            sentence = content().words("fallback", "foreign", audience=audience)
            send(dispatcher, Reply(sentence, theme_menu(content(), audience)))
            return []
        guesses = guessed(tracker.latest_message.get("intent_ranking") or [], audience)
        if not guesses or again(tracker.events):
            sentence = content().words("fallback", "menu", audience=audience)
            send(dispatcher, Reply(sentence, theme_menu(content(), audience)))
            return []
        none = Button(content().words("fallback", "none", audience=audience), _MENU)
        sentence = content().words("fallback", "guess", audience=audience)
        send(dispatcher, Reply(sentence, (*buttons(content(), guesses, audience), none)))
        return []


def guessed(ranking: list[dict[str, Any]], audience: str) -> list[str]:
    """Topics worth offering, likeliest first, three at most; the NLU left the unlikely ones out."""
    found = [one["name"] for one in ranking if one["name"] != _FALLBACK]
    return [one for one in found if one not in _NOT_OFFERED and may_ask(content(), one, audience)][:3]


def again(events: list[dict[str, Any]]) -> bool:
    """Whether the message before this one was not understood either."""
    users = [event for event in events if event.get("event") == "user"]
    if len(users) < 2:
        return False
    before = (users[-2].get("parse_data") or {}).get("intent") or {}
    return before.get("name") == _FALLBACK
