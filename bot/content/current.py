"""The words of a running service: read again when a file changes, without what expires; a fault keeps the last good."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content.files import FILES
from bot.content.load import Files, build, read_files
from bot.content.model import Content
from bot.content.problem import ContentError, Problem
from bot.content.served import expired

log = logging.getLogger(__name__)
LOOK_SECONDS = 2.0
PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class Refusal:
    """Files changed since the words in service were read, and cannot be used: when it was seen, and why."""

    seen: datetime
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Served:
    """Files and the content made of them for one day: replaced whole, never changed."""

    files: Files
    content: Content
    day: date


class Words:
    """The content of `folder`, as `on(day)` may be served that day. Thread-safe.

    Raises ContentError when made on unusable files; afterwards a fault in the files keeps the last good
    words, is logged, and is told by `refusal`. Files are looked at every LOOK_SECONDS at most. New words
    go into service only after `trial`, which raises for words that help could not be given with.
    """

    def __init__(
        self,
        folder: Path,
        *,
        trial: Callable[[Content], None] | None = None,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder, self._ticks, self._lock = folder, ticks, threading.Lock()
        self._trial = trial or (lambda content: None)
        self._stamp, self._looked = _stamp(folder), ticks()
        files, content = _read_once(folder, self._stamp)
        self._served = _Served(files, content, date.min)
        self._trial(self._served.content)
        self.read_at = datetime.now(PARIS)
        self.refusal: Refusal | None = None

    @property
    def files(self) -> Files:
        """The files in service, as data."""
        return self._served.files

    def on(self, day: date) -> Content:
        """The words of this day: the latest good files, without what is past its recheck date."""
        if self._ticks() - self._looked > LOOK_SECONDS and self._lock.acquire(blocking=False):
            try:
                self._looked = self._ticks()
                self._look(day)
            finally:
                self._lock.release()
        served = self._served
        if served.day != day:
            with self._lock:
                served = self._served
                if served.day != day:
                    served = self._served = self._for(served, day)
        return served.content

    def _look(self, day: date) -> None:
        stamp = _stamp(self._folder)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            files = read_files(self._folder)
            content = build(files, expired(files, day))
            self._trial(content)
        except Exception as error:  # Whatever an editor saved, the words that help needs stay in service.
            problems = error.problems if isinstance(error, ContentError) else (_unforeseen(error),)
            self.refusal = Refusal(datetime.now(PARIS), problems)
            log.error("new words refused, the last good ones stay: %s", problems[0])
            return
        self._served, self.refusal = _Served(files, content, day), None
        self.read_at = datetime.now(PARIS)
        log.warning("words read again")

    def _for(self, served: _Served, day: date) -> _Served:
        left_out = expired(served.files, day)
        if left_out == served.content.expired:
            return _Served(served.files, served.content, day)
        log.warning("past their recheck date on %s, withdrawn: %s", day, ", ".join(sorted(left_out)) or "nothing")
        return _Served(served.files, build(served.files, left_out), day)


@lru_cache(maxsize=2)
def _read_once(folder: Path, stamp: object) -> tuple[Files, Content]:
    """The files of `folder` and what is made of them; read once for each `stamp`. Nobody changes either."""
    files = read_files(folder)
    return files, build(files)


def _unforeseen(error: Exception) -> Problem:
    return Problem("", "", f"ces textes ne peuvent pas servir ({type(error).__name__} : {error}) ; lance balise check")


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes when a file is written, added or removed."""
    found = []
    for path in (*(folder / name for name in FILES), *sorted((folder / "topics").glob("*.yml"))):
        try:
            stat = path.stat()
            found.append((path.name, stat.st_mtime_ns, stat.st_size))
        except OSError:
            found.append((path.name, 0, 0))
    return tuple(found)
