"""Rasa's only door: loopback, a shared secret, the gateway behind it. No word is ever logged."""

from __future__ import annotations

import hmac
import json
import logging
import re
from asyncio import AbstractEventLoop
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.rasa_components.tracker_store import forget, forget_idle
from bot.settings import read_settings

log = logging.getLogger(__name__)
SECRET_HEADER = "X-Balise-Secret"  # noqa: S105 (a header's name)
_ACTIONS_SECONDS = 0.5
_WARM_UP = "warm-up"
_SHORTCUT = re.compile(r"\A[\s/\u200b]+")  # Rasa strips every Unicode space, then looks for its « / ».


class GatewayInput(InputChannel):
    """Takes masked sentences and the gateway's own intents; gives back a list of messages."""

    def __init__(self, secret: str, actions_url: str) -> None:
        self._secret, self._actions_url = secret, actions_url
        self._warm = False

    @classmethod
    def name(cls) -> str:
        return "gateway"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> InputChannel:
        """The secret comes from its file; credentials.yml holds none."""
        settings = read_settings()
        return cls(settings.secret("rasa"), f"http://127.0.0.1:{settings.actions_port}")

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        door = Blueprint("gateway", __name__)

        @door.after_server_start
        async def keep_nothing_for_long(app: Sanic, loop: AbstractEventLoop) -> None:
            app.ctx.forgetting = loop.create_task(forget_idle())  # A task that nobody holds may be collected.

        @door.middleware("request")
        async def only_the_gateway(request: Request) -> HTTPResponse | None:
            if hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret.encode()):
                return None
            return response.json({"error": "forbidden"}, status=403)

        @door.get("/ready")
        async def ready(_: Request) -> HTTPResponse:
            if not await _answers(f"{self._actions_url}/health"):
                return response.json({"ready": False})
            if not self._warm:
                self._warm = await _warm_up(on_new_message)
            return response.json({"ready": self._warm})

        @door.post("/message")
        async def message(request: Request) -> HTTPResponse:
            collector = CollectingOutputChannel()
            asked = request.json
            try:
                await on_new_message(
                    UserMessage(
                        text_for_rasa(asked), collector, asked["conversation"], input_channel=self.name(),
                        metadata={"audience": asked["audience"]},
                    )
                )  # fmt: skip
            except Exception as error:  # Its text could hold a child's words: only its type is said.
                log.error("message failed: %s", type(error).__name__)
                return response.json({"messages": []}, status=500)
            return response.json({"messages": collector.messages})

        @door.post("/forget")
        async def erase(request: Request) -> HTTPResponse:
            forget(request.json["conversation"])
            return response.json({})

        return door


def text_for_rasa(asked: dict[str, Any]) -> str:
    """A typed sentence without Rasa's `/` shortcut, or the shortcut that the gateway itself asks for."""
    if "intent" in asked:
        entities = {"audience": asked["audience"], **(asked.get("entities") or {})}
        return f"/{asked['intent']}{json.dumps(entities)}"
    return _SHORTCUT.sub("", str(asked["text"])) or "?"


async def _warm_up(on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> bool:
    """Answer one sentence and one action, so that the first child does not wait for what loads late."""
    collector = CollectingOutputChannel()
    for text in ("bonjour", "/recommencer"):
        await on_new_message(UserMessage(text, collector, _WARM_UP, input_channel="gateway"))
    forget(_WARM_UP)
    return bool(collector.messages)


async def _answers(url: str) -> bool:
    try:
        timeout = aiohttp.ClientTimeout(total=_ACTIONS_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as http, http.get(url) as found:
            return found.status == 200
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False
    except Exception as error:  # asyncio.TimeoutError is not TimeoutError in Python 3.10
        log.warning("actions server: %s", type(error).__name__)
        return False
