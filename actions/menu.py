"""What can we talk about: the themes, or the topics of one."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import audience_of, content, send
from bot.content import Reply, reply, theme_menu, topic_menu


class Menu(Action):
    """Themes as buttons; a theme's button opens its topics."""

    def name(self) -> str:
        return "action_menu"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        audience = audience_of(tracker)
        theme = tracker.get_slot("theme")
        if theme in content().taxonomy:
            sentence = content().words("fallback", "theme", audience=audience)
            send(dispatcher, Reply(sentence, topic_menu(content(), theme, audience)))
        else:
            asked = (tracker.latest_message.get("intent") or {}).get("name")
            topic = asked if asked == "recommencer" else "que_sais_tu_faire"
            send(dispatcher, Reply(reply(content(), topic, audience).text, theme_menu(content(), audience)))
        return [SlotSet("theme", None)]
