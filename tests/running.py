"""The real thing: `balise serve` on free ports, with the model that `make test` trained."""

import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from bot.settings import ROOT, read_settings

_START_SECONDS = 240


@dataclass
class Running:
    """One running Balise: its address, its home, its processes."""

    url: str
    home: Path
    process: subprocess.Popen
    session: requests.Session = field(default_factory=requests.Session)

    def begin(self, audience: str) -> dict:
        self.session = requests.Session()
        response = self.session.post(f"{self.url}/api/conversation", json={"audience": audience}, timeout=20)
        assert response.status_code == 201
        return response.json()

    def say(self, text: str, *, id: str | None = None) -> dict:
        body = {"text": text, "id": id or str(uuid.uuid4())}
        response = self.session.post(f"{self.url}/api/messages", json=body, timeout=20)
        assert response.status_code == 200, response.text
        return response.json()

    def press(self, button: str) -> dict:
        body = {"button": button, "id": str(uuid.uuid4())}
        response = self.session.post(f"{self.url}/api/messages", json=body, timeout=20)
        assert response.status_code == 200, response.text
        return response.json()

    def pids(self, needle: str) -> list[int]:
        """Process ids of our children whose command line holds `needle`."""
        listed = subprocess.run(["ps", "-ww", "-eo", "pid,pgid,args"], capture_output=True, text=True, check=True)
        found = []
        for line in listed.stdout.splitlines()[1:]:
            pid, _, args = line.split(None, 2)
            if needle in args and str(self.home) in _environment(int(pid)):
                found.append(int(pid))
        return found

    def signal(self, needle: str, number: int) -> list[int]:
        pids = self.pids(needle)
        assert pids, f"no process with {needle}"
        for pid in pids:
            os.kill(pid, number)
        return pids

    def wait_ready(self, seconds: float = _START_SECONDS) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                pytest.fail(f"balise serve ended with {self.process.returncode}")
            try:
                if requests.get(f"{self.url}/readyz", timeout=5).status_code == 200:
                    return
            except requests.RequestException:
                pass
            time.sleep(0.5)
        pytest.fail("balise serve was never ready")


def _environment(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def start(home: Path, now: str, **settings: str) -> Running:
    """A Balise of its own in `home`, using the model already trained; `settings` are variables of its environment."""
    trained = read_settings().models
    assert (trained / "understanding.npz").exists(), "train first: make train"
    home.mkdir(parents=True, exist_ok=True)
    (home / "models").symlink_to(trained)
    port = _free_port()
    environment = os.environ | {"BALISE_HOME": str(home), "BALISE_PORT": str(port), "BALISE_NOW": now} | settings
    environment["BALISE_MESSAGES_PER_MINUTE"] = "600"
    log = (home / "serve.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "serve"], cwd=ROOT, env=environment, stdout=log, stderr=log
    )
    running = Running(f"http://127.0.0.1:{port}", home, process)
    running.wait_ready()
    # The supervisor looks now and then: until it has seen all three, a part that dies is a failed start.
    while "prête" not in (home / "serve.log").read_text(encoding="utf-8"):
        assert process.poll() is None
        time.sleep(0.1)
    return running


def stop(running: Running) -> None:
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(timeout=40)


@pytest.fixture(scope="session")
def balise(tmp_path_factory):
    """Balise on a Saturday afternoon in Paris, shared by the tests that only talk to it.

    It is patient with Rasa: on a loaded machine a late answer is degraded, which `fresh` tests, at the real delay.
    """
    running = start(tmp_path_factory.mktemp("home"), "2026-11-21T15:00", BALISE_ANSWER_SECONDS="6")
    yield running
    if running.process.poll() is None:
        stop(running)
