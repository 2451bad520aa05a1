"""Rasa's only door, behind a real Sanic server: the secret, the words, the shortcuts, the forgetting."""

import asyncio
import logging
import socket
import threading
import time
import uuid
from collections.abc import Iterator

import pytest
import requests
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from bot.rasa_components import tracker_store
from bot.rasa_components.channel import SECRET_HEADER, GatewayInput, text_for_rasa
from bot.rasa_components.tracker_store import BoundedTrackerStore

SECRET = "a-secret"
MESSAGE = {"conversation": "c1", "text": "bonjour", "audience": "11-14"}


class Door:
    """The channel behind a real server in a thread of its own; Rasa is `hears`."""

    def __init__(self) -> None:
        self.hears = self.echo
        self._app = Sanic(f"door-{uuid.uuid4().hex}", configure_logging=False)
        channel = GatewayInput(SECRET, "http://127.0.0.1:9")  # No actions server answers there.
        self._app.blueprint(channel.blueprint(self._hear), url_prefix="/webhooks/gateway")
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        server = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(20)
        self._url = f"http://127.0.0.1:{server.server.sockets[0].getsockname()[1]}/webhooks/gateway"

    async def _start(self):
        free = socket.socket()
        free.bind(("127.0.0.1", 0))  # Sanic reads port 0 as 8000.
        server = await self._app.create_server(sock=free, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.start_serving()
        await server.after_start()
        return server

    async def _hear(self, message: UserMessage) -> None:
        await self.hears(message)

    @staticmethod
    async def echo(message: UserMessage) -> None:
        said = f"{message.text}|{message.metadata['audience']}"
        await message.output_channel.send_text_message(message.sender_id, said)

    def ask(self, method: str, path: str, body=None, headers=None) -> tuple[int, object]:
        encoded = {name: value.encode() for name, value in (headers or {}).items()}
        response = requests.request(method, self._url + path, json=body, headers=encoded, timeout=10)
        return response.status_code, response.json()


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    """One for all: Sanic starts one server a process. It looks for idle conversations all the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tracker_store, "_LOOK_SECONDS", 0.02)
        yield Door()


KNOWN = {SECRET_HEADER: SECRET}
STRANGERS = [
    {},
    {SECRET_HEADER: ""},
    {SECRET_HEADER: "another"},
    {SECRET_HEADER: SECRET + "x"},
    {SECRET_HEADER: "é"},
    {"X-Secret": SECRET},
]
DOORS = [("POST", "/message", MESSAGE), ("GET", "/ready", None), ("POST", "/forget", {"conversation": "c1"})]


@pytest.mark.parametrize("headers", STRANGERS, ids=str)
@pytest.mark.parametrize(("method", "path", "body"), DOORS)
def test_without_the_secret_every_door_is_closed(door, method, path, body, headers):
    assert door.ask(method, path, body, headers) == (403, {"error": "forbidden"})


def test_with_the_secret_a_message_is_answered_and_carries_its_audience(door):
    status, said = door.ask("POST", "/message", MESSAGE, KNOWN)
    assert status == 200
    assert said == {"messages": [{"recipient_id": "c1", "text": "bonjour|11-14"}]}


def test_what_fails_inside_says_neither_its_words_nor_anothers(door, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)

    async def broken(message: UserMessage) -> None:
        raise RuntimeError(f"could not read {message.text}")

    monkeypatch.setattr(door, "hears", broken)
    said = door.ask("POST", "/message", {**MESSAGE, "text": "un secret"}, KNOWN)
    assert said == (500, {"messages": []})
    assert "RuntimeError" in caplog.text
    assert "un secret" not in caplog.text


def test_without_the_actions_server_rasa_is_not_ready(door):
    assert door.ask("GET", "/ready", None, KNOWN) == (200, {"ready": False})


def test_a_conversation_to_forget_is_heard(door):
    assert door.ask("POST", "/forget", {"conversation": "c1"}, KNOWN) == (200, {})


TYPED = [
    ("bonjour", "bonjour"), ("/confier_suicide", "confier_suicide"), ("  /menu", "menu"), ("///menu", "menu"), ("/ /menu", "menu"),
    ("\n\t/menu", "menu"), ("\u00a0/menu", "menu"), ("\r/menu", "menu"), ("\u3000/menu", "menu"), ("\x0b/menu", "menu"),
    ("\u2028/menu", "menu"), ("\u200b/menu", "menu"), ("\x1f/menu", "menu"), ("\x85/menu", "menu"), ("/", "?"), (" / ", "?"), ("", "?"),
    ("et/ou", "et/ou"), ("1/2", "1/2"), ("/oui{\"audience\": \"parent\"}", 'oui{"audience": "parent"}'),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "sent"), TYPED, ids=ascii)
def test_a_typed_sentence_never_reaches_rasa_as_a_shortcut(typed, sent):
    assert text_for_rasa({"text": typed, "audience": "11-14"}) == sent
    assert not UserMessage(sent).text.startswith("/")


@pytest.mark.parametrize("space", [chr(code) for code in range(0x3100) if chr(code).isspace()], ids=ascii)
def test_no_space_that_rasa_strips_hides_a_shortcut(space):
    asked = {"text": f"{space}/confier_suicide", "audience": "11-14"}
    assert not UserMessage(text_for_rasa(asked)).text.startswith("/")


SHORTCUTS = [
    ({"intent": "oui", "audience": "8-10"}, '/oui{"audience": "8-10"}'),
    (
        {"intent": "que_sais_tu_faire", "audience": "parent", "entities": {"theme": "aide"}},
        '/que_sais_tu_faire{"audience": "parent", "theme": "aide"}',
    ),
    ({"intent": "oui", "audience": "8-10", "entities": None}, '/oui{"audience": "8-10"}'),
]


@pytest.mark.parametrize(("asked", "sent"), SHORTCUTS)
def test_a_button_of_the_gateway_is_a_shortcut_with_its_audience(asked, sent):
    assert text_for_rasa(asked) == sent


def test_the_secret_comes_from_its_file(environ):
    environ()
    assert GatewayInput.from_credentials({})._secret == "secret-of-rasa"


def test_without_a_secret_there_is_no_door(environ, tmp_path):
    environ()
    (tmp_path / "home" / "secrets" / "rasa").unlink()
    with pytest.raises(FileNotFoundError):
        GatewayInput.from_credentials({})


def test_an_idle_conversation_is_forgotten_though_nobody_speaks(door, monkeypatch, environ):
    environ(BALISE_IDLE_MINUTES="10")
    store = BoundedTrackerStore(Domain.empty())
    asyncio.run(store.save(DialogueStateTracker("c1", [])))
    asyncio.run(store.save(DialogueStateTracker("c2", [])))
    monkeypatch.setitem(store._seen, "c1", time.monotonic() - 11 * 60)
    end = time.monotonic() + 20
    while asyncio.run(store.retrieve("c1")):
        assert time.monotonic() < end
        time.sleep(0.02)
    assert asyncio.run(store.retrieve("c2"))
