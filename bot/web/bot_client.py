"""The way to Rasa and back: one short request, a deadline, no retry. What fails says so in one error."""

import json
import time
from typing import Any

import requests
from requests.adapters import HTTPAdapter

_CONNECT_SECONDS = 0.3
_REST_SECONDS = 2.0
_FORGET_SECONDS = 0.3


class BotUnavailable(RuntimeError):
    """Rasa is down, late, or answered nothing usable. The message holds no word of a child."""


class BotClient:
    """Sends masked messages to Rasa's own channel on loopback."""

    def __init__(self, url: str, secret: str, *, seconds: float) -> None:
        self._url = f"{url}/webhooks/gateway"
        self._seconds = seconds
        self._rest_until = 0.0
        self._session = requests.Session()
        self._session.trust_env = False  # A proxy from the environment must never see a child's message.
        self._session.headers["X-Balise-Secret"] = secret
        self._session.mount("http://", HTTPAdapter(pool_maxsize=16))

    def say(self, conversation: str, text: str, audience: str) -> list[dict[str, Any]]:
        """Rasa's messages for a (masked) sentence. Raises BotUnavailable."""
        return self._post({"conversation": conversation, "text": text, "audience": audience})

    def press(self, conversation: str, intent: str, audience: str, **entities: str) -> list[dict[str, Any]]:
        """Rasa's messages for a button of ours. Raises BotUnavailable."""
        return self._post({"conversation": conversation, "intent": intent, "audience": audience, "entities": entities})

    def forget(self, conversation: str) -> None:
        """Have Rasa drop its memory of a conversation. Raises BotUnavailable."""
        # Whoever leaves in a hurry does not wait for a Rasa that is slow; its memory is pruned by age anyway.
        self._send("POST", "/forget", {"conversation": conversation}, seconds=_FORGET_SECONDS)

    def is_ready(self) -> bool:
        """Whether Rasa and the actions server behind it answer."""
        try:
            return self._send("GET", "/ready", None).get("ready") is True
        except BotUnavailable:
            return False

    def _post(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        # A frozen Rasa would make a whole class wait in turn: after one silence, nobody waits for a while.
        if time.monotonic() < self._rest_until:
            raise BotUnavailable("silent a moment ago")
        messages = self._send("POST", "/message", body).get("messages")
        if not isinstance(messages, list) or not any(isinstance(one, dict) and one.get("text") for one in messages):
            raise BotUnavailable("empty answer")
        return messages

    def _send(
        self, method: str, path: str, body: dict[str, Any] | None, *, seconds: float | None = None
    ) -> dict[str, Any]:
        timeout = (_CONNECT_SECONDS, seconds or self._seconds)
        try:
            response = self._session.request(method, self._url + path, json=body, timeout=timeout)
            response.raise_for_status()
            said = response.json() if response.content else {}
        except requests.ReadTimeout:
            if path == "/message":
                self._rest_until = time.monotonic() + _REST_SECONDS
            raise BotUnavailable("ReadTimeout") from None
        except (requests.RequestException, json.JSONDecodeError) as error:
            raise BotUnavailable(type(error).__name__) from None
        if not isinstance(said, dict):
            raise BotUnavailable("not an object")
        return said
