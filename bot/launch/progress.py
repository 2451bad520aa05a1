"""What the launcher says while it works: short French lines, also when nobody is left to read them."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HEARTBEAT_SECONDS = 10.0


class LaunchError(ValueError):
    """One French sentence: what, where, and what to do. A ValueError, which `balise` prints as it is."""


def say(words: str) -> None:
    """One line now. A terminal that was closed meanwhile must not stop the one who speaks."""
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:
        return


@contextmanager
def lasting(label: str, *, every: float = HEARTBEAT_SECONDS) -> Iterator[None]:
    """Say `label`, then how long it has been going on, until it is done."""
    start, done = time.monotonic(), threading.Event()

    def beat() -> None:
        while not done.wait(every):
            say(f"{label} : {time.monotonic() - start:.0f} s…")

    say(f"{label}…")
    threading.Thread(target=beat, daemon=True).start()
    try:
        yield
    finally:
        done.set()
    say(f"{label} : fait en {time.monotonic() - start:.0f} s.")


def last_lines(log: Path, count: int = 30) -> str:
    """The end of a log, for somebody who has to mend something."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])


def rotate(log: Path, *, limit: int = 1_000_000) -> None:
    """Put a log aside once it is over `limit` bytes; only one old file is kept."""
    if log.exists() and log.stat().st_size > limit:
        log.replace(log.with_suffix(".old.log"))
