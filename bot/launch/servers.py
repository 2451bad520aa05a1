"""The three servers: how each is started and where each says that it is well."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.launch.home import run_folder
from bot.launch.ports import LOOPBACK, reachable
from bot.launch.training import rasa_model
from bot.settings import ROOT, Settings


@dataclass(frozen=True)
class Server:
    """One child process. `label` is its French name, `health` the address that answers 200."""

    name: str
    label: str
    module: str
    arguments: tuple[str, ...]
    health: str

    def command(self, parent: int) -> list[str]:
        return [sys.executable, "-m", "bot.launch.child", str(parent), self.module, *self.arguments]


def servers(settings: Settings, *, rasa_port: int, actions_port: int) -> tuple[Server, ...]:
    """Rasa first: it takes longest to start."""
    return (_rasa(settings, rasa_port), _actions(actions_port), _web(settings))


def _rasa(settings: Settings, port: int) -> Server:
    arguments = (str(rasa_model(settings)), str(endpoints_file(settings)), str(port))
    return Server("rasa", "Rasa", "bot.rasa_components.serve", arguments, f"http://{LOOPBACK}:{port}/")


def _actions(port: int) -> Server:
    # `--cors` without a value, last: no other origin may read the answers.
    arguments = ("--actions", "actions", "--port", str(port), "--quiet", "--cors")
    return Server("actions", "Actions", "rasa_sdk", arguments, f"http://{LOOPBACK}:{port}/health")


def _web(settings: Settings) -> Server:
    arguments = (
        "--worker-class", "gthread", "--workers", "1", "--threads", "32", "--graceful-timeout", "5",
        "--bind", f"{settings.web_host}:{settings.web_port}", "--no-control-socket", "--log-level", "warning",
        "bot.web:create_app()",
    )  # fmt: skip
    return Server("web", "Web", "gunicorn", arguments, f"{own_address(settings)}/healthz")


def own_address(settings: Settings) -> str:
    """How the supervisor reaches the web server on this machine."""
    return f"http://{reachable(settings.web_host)}:{settings.web_port}"


def endpoints_file(settings: Settings) -> Path:
    return run_folder(settings) / "endpoints.yml"


def write_endpoints(settings: Settings, actions_port: int) -> None:
    """The repository's endpoints.yml, with the port that the actions server was given today."""
    target = endpoints_file(settings)
    target.parent.mkdir(parents=True, exist_ok=True)
    plain = (ROOT / "endpoints.yml").read_text(encoding="utf-8")
    target.write_text(with_actions_port(plain, actions_port), encoding="utf-8")


def with_actions_port(endpoints: str, port: int) -> str:
    """`endpoints` with the port of the actions webhook replaced. Raises ValueError where there is none."""
    replaced, count = re.subn(r"(://127\.0\.0\.1:)\d+(/webhook)", rf"\g<1>{port}\g<2>", endpoints)
    if count != 1:
        raise ValueError("endpoints.yml : il faut une seule adresse http://127.0.0.1:PORT/webhook")
    return replaced
