"""How to report on an app: the steps of the one that was named, or the choice of all."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import audience_of, content, send
from bot.content import leaflet_reply, reply

_TOPIC = "signaler_sur_appli"


class SignalerSurAppli(Action):
    """The steps for the app that the message names; without one that is known, the general answer."""

    def name(self) -> str:
        return "action_signaler_sur_appli"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        audience = audience_of(tracker)
        for name in named(tracker.latest_message.get("entities") or []):
            if audience in content().leaflets[name].texts:
                send(dispatcher, leaflet_reply(content(), name, audience), topic=_TOPIC, leaflet=name)
                return []
        send(dispatcher, reply(content(), _TOPIC, audience), topic=_TOPIC)
        return []


def named(entities: list[dict[str, Any]]) -> list[str]:
    """The leaflets of the apps that a message names, in its order."""
    names = [f"app.{one['value']}" for one in entities if one.get("entity") == "platform"]
    return [name for name in names if name in content().leaflets]
