"""The way to Rasa and back: one short request, a deadline, no retry. What fails says so in one error."""

import json
from typing import Any

import requests
from requests.adapters import HTTPAdapter

_CONNECT_SECONDS = 0.3


class BotUnavailable(RuntimeError):
    """Rasa is down, late, or answered nothing usable. The message holds no word of a child."""


class BotClient:
    """Sends masked messages to Rasa's own channel on loopback."""

    def __init__(self, url: str, secret: str, *, seconds: float) -> None:
        self._url = f"{url}/webhooks/gateway"
        self._timeout = (_CONNECT_SECONDS, seconds)
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
        self._send("POST", "/forget", {"conversation": conversation})

    def is_ready(self) -> bool:
        """Whether Rasa and the actions server behind it answer."""
        try:
            return self._send("GET", "/ready", None).get("ready") is True
        except BotUnavailable:
            return False

    def _post(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        messages = self._send("POST", "/message", body).get("messages")
        if not isinstance(messages, list) or not any(isinstance(one, dict) and one.get("text") for one in messages):
            raise BotUnavailable("empty answer")
        return messages

    def _send(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        try:
            response = self._session.request(method, self._url + path, json=body, timeout=self._timeout)
            response.raise_for_status()
            said = response.json() if response.content else {}
        except (requests.RequestException, json.JSONDecodeError) as error:
            raise BotUnavailable(type(error).__name__) from None
        if not isinstance(said, dict):
            raise BotUnavailable("not an object")
        return said
