"""One child process: started, started again after a fall, stopped with all that it started itself."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.launch.progress import rotate, say
from bot.launch.servers import Server
from bot.settings import ROOT

STOP_SECONDS = 8
LONGEST_WAIT = 30
# After this long without a fall, earlier falls no longer count.
STEADY_SECONDS = 60


@dataclass
class Child:
    """A running server, and what is needed to run it again. `resume_at` is set while it is down."""

    server: Server
    env: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes]
    since: float
    falls: int = 0
    resume_at: float | None = None


def start(server: Server, *, env: dict[str, str], log: Path) -> Child:
    rotate(log)
    return Child(server, env, log, _spawn(server, env, log), time.monotonic())


def _spawn(server: Server, env: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Its own session: Ctrl-C reaches the supervisor alone, which stops the three in order."""
    with log.open("ab") as out:
        return subprocess.Popen(  # noqa: S603
            server.command(os.getpid()), cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            start_new_session=True,
        )  # fmt: skip


def delay(falls: int) -> int:
    """Seconds to wait before the restart after that many falls in a row: 1, 2, 4 ... 30."""
    return min(2 ** (falls - 1), LONGEST_WAIT)


def mend(child: Child, *, now: float) -> bool:
    """Notice a fall and start the child again when its time has come; says whether it was started."""
    if child.resume_at is None:
        if child.process.poll() is not None:
            _note_fall(child, now)
        return False
    if now < child.resume_at:
        return False
    try:
        child.process = _spawn(child.server, child.env, child.log)
    except OSError:  # A full disk, no process left: one more fall, tried again later.
        _note_fall(child, now)
        return False
    child.since, child.resume_at = now, None
    return True


def _note_fall(child: Child, now: float) -> None:
    signal_group(child, signal.SIGKILL)  # what it had started itself would hold its port
    child.falls = 1 if now - child.since > STEADY_SECONDS else child.falls + 1
    wait = delay(child.falls)
    child.resume_at = now + wait
    say(f"{child.server.label} s'est arrêté ; redémarrage dans {wait} s (journal : {child.log}).")


def stop(children: Sequence[Child]) -> None:
    """Ask all to end, wait a little, then end their whole groups. Nothing is left."""
    for child in children:
        signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while time.monotonic() < deadline and any(child.process.poll() is None for child in children):
        time.sleep(0.05)
    for child in children:
        signal_group(child, signal.SIGKILL)
        child.process.wait()


def signal_group(child: Child, number: signal.Signals) -> None:
    """Send a signal to the child and to whatever it started; a group that is gone is no error."""
    try:
        os.killpg(child.process.pid, number)
    except (ProcessLookupError, PermissionError):  # macOS says PermissionError for a group of zombies
        return
