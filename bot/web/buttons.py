"""Buttons go out as opaque ids and come back as intents: nobody can send an intent of their own."""

import hashlib
import hmac
from collections.abc import Callable

from bot.content import ABILITY, AUDIENCES, ELSEWHERE, ERASE, GUIDE, LEAFLET, LEAFLET_DETAILS, Content
from bot.orientation import ABILITIES
from bot.orientation.guide import states

MENU = "que_sais_tu_faire"


class ButtonIds:
    """Both ways between an intent and its id, for the words in service. The same secret gives the same ids."""

    def __init__(self, content: Callable[[], Content], key: str) -> None:
        self._content, self._key = content, key
        self._made: tuple[Content, dict[str, str], dict[str, str]] | None = None

    def _maps(self) -> tuple[dict[str, str], dict[str, str]]:
        content = self._content()
        made = self._made
        if made is None or made[0] is not content:
            ids = {intent: _seal(self._key, intent) for intent in _intents(content)}
            made = self._made = content, ids, {id: intent for intent, id in ids.items()}
        return made[1], made[2]

    def id_of(self, intent: str) -> str | None:
        """The id to send out, or None for an intent that no button may carry."""
        return self._maps()[0].get(intent)

    def intent_of(self, id: str) -> str | None:
        """The intent behind an id that came back, or None."""
        return self._maps()[1].get(id)


def _intents(content: Content) -> list[str]:
    return [
        *(topic for listed in content.taxonomy.values() for topic in listed),
        ERASE,
        ELSEWHERE,
        *(f"theme:{theme}" for theme in content.taxonomy),
        *(f"audience:{who}" for who in AUDIENCES),
        *content.follow_ups,
        *(ABILITY + ability for ability in ABILITIES),
        *(GUIDE + state for state in states(content)),
        *(f"territory:{where}" for where in content.interface["territory"]["names"]),
        # One that has expired since its button was drawn is still known: it is answered with a sentence.
        *(prefix + name for name in (*content.leaflets, *content.expired) for prefix in (LEAFLET, LEAFLET_DETAILS)),
    ]


def _seal(key: str, intent: str) -> str:
    return hmac.new(key.encode(), intent.encode(), hashlib.sha256).hexdigest()[:20]
