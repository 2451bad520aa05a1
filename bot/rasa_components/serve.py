"""Rasa's server without its command line: `python -m bot.rasa_components.serve MODEL ENDPOINTS PORT`.

Loopback only, no HTTP API, no telemetry. It refuses to start without a model (`rasa run` would answer
nothing, with status 200), and reads one sentence first, so that the first child need not wait.
"""

from __future__ import annotations

import logging
import sys
from asyncio import AbstractEventLoop
from collections.abc import MutableMapping
from functools import partial
from typing import Any

import structlog
from rasa.core.agent import load_agent
from rasa.core.run import close_resources, configure_app, create_http_input_channels
from rasa.core.utils import AvailableEndpoints
from sanic import Sanic

from bot.settings import ROOT

LOOPBACK = "127.0.0.1"


def main(model: str, endpoints: str, port: int) -> None:
    quiet_logs()
    found = AvailableEndpoints.read_endpoints(endpoints)
    channels = create_http_input_channels(None, str(ROOT / "credentials.yml"))
    app = configure_app(channels, enable_api=False, port=port, endpoints=found)
    app.register_listener(partial(_load, model, found), "before_server_start")
    app.register_listener(close_resources, "after_server_stop")
    app.run(host=LOOPBACK, port=port, workers=1, access_log=False, motd=False)


async def _load(model: str, endpoints: AvailableEndpoints, app: Sanic, loop: AbstractEventLoop) -> None:
    app.ctx.agent = await load_agent(model_path=model, endpoints=endpoints, loop=loop)
    if not app.ctx.agent.is_ready():
        raise RuntimeError(f"no usable model in {model}")
    await app.ctx.agent.parse_message("bonjour")


def quiet_logs() -> None:
    """Warnings, one line each. Rasa's own set-up writes local variables with every traceback."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    structlog.configure(
        processors=[_without_words, structlog.stdlib.render_to_log_kwargs],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _without_words(_: object, __: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    """Keep the event's name and its traceback; its other fields may hold the message or the slots."""
    return {name: event[name] for name in ("event", "exc_info") if name in event}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
