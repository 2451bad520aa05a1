"""A browser's side of the API, through Flask's test client; it remembers what it typed."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

DANGER = "y a un mec sur snap il dit quil va envoyer ma photo a tt le monde si jpaye pas"
CALM = "cé koi le droit a limage"


@dataclass
class Browser:
    client: FlaskClient
    typed: list[str] = field(default_factory=list)

    def begin(self, audience: Any = "11-14") -> TestResponse:
        return self.client.post("/api/conversation", json={"audience": audience})

    def send(self, **body: Any) -> TestResponse:
        """POST /api/messages with a fresh id, unless one is given."""
        if isinstance(body.get("text"), str):
            self.typed.append(body["text"])
        return self.client.post("/api/messages", json={"id": str(uuid.uuid4()), **body})

    def say(self, text: str) -> dict[str, Any]:
        response = self.send(text=text)
        assert response.status_code == 200, response.text
        return response.json

    def press(self, button: str) -> dict[str, Any]:
        response = self.send(button=button)
        assert response.status_code == 200, response.text
        return response.json


def card_of(body: dict[str, Any]) -> dict[str, Any] | None:
    """The first help card of an answer."""
    return next((one["card"] for one in body["messages"] if one.get("card")), None)


def assert_helped(body: dict[str, Any], line: str = "e_enfance") -> None:
    """The answer is a help card, its line open now and this one."""
    assert body["risk"]["level"] in ("alerte", "urgence")
    assert card_of(body)["line"]["open"]
    assert body["help"][0] == line
    assert card_of(body)["line"]["id"] == line
