"""Buttons go out as opaque ids and come back as intents: nobody can send an intent of their own."""

import hashlib
import hmac

from bot.content import AUDIENCES, ERASE, Content

MENU = "que_sais_tu_faire"


class ButtonIds:
    """Both ways between an intent and its id. The same secret gives the same ids after a restart."""

    def __init__(self, content: Content, key: str) -> None:
        topics = [topic for listed in content.taxonomy.values() for topic in listed]
        intents = [
            *topics,
            ERASE,
            *(f"theme:{theme}" for theme in content.taxonomy),
            *(f"audience:{who}" for who in AUDIENCES),
        ]
        self._ids = {intent: _seal(key, intent) for intent in intents}
        self._intents = {id: intent for intent, id in self._ids.items()}

    def id_of(self, intent: str) -> str | None:
        """The id to send out, or None for an intent that no button may carry."""
        return self._ids.get(intent)

    def intent_of(self, id: str) -> str | None:
        """The intent behind an id that came back, or None."""
        return self._intents.get(id)


def _seal(key: str, intent: str) -> str:
    return hmac.new(key.encode(), intent.encode(), hashlib.sha256).hexdigest()[:20]
