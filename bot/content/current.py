"""The words of a running service: read again when a file changes, without what expires; a fault keeps the last good."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.content.files import FILES
from bot.content.load import Files, build, read_files
from bot.content.model import Content
from bot.content.problem import ContentError, Problem
from bot.content.served import expired

log = logging.getLogger(__name__)
LOOK_SECONDS = 2.0


@dataclass(frozen=True)
class Refusal:
    """Files changed since the words in service were read, and cannot be used: when it was seen, and why."""

    seen: datetime
    problems: tuple[Problem, ...]


class Words:
    """The content of `folder`, as `on(day)` may be served that day. Thread-safe.

    Raises ContentError when made on unusable files; afterwards a fault in the files keeps the last good
    words, is logged, and is told by `refusal`. Files are looked at every LOOK_SECONDS at most.
    """

    def __init__(self, folder: Path, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._ticks, self._lock = folder, ticks, threading.Lock()
        self._stamp = _stamp(folder)
        self._files: Files = read_files(folder)
        self._content, self._day = build(self._files), date.min
        self._looked = ticks()
        self.read_at = datetime.now().astimezone()
        self.refusal: Refusal | None = None

    @property
    def files(self) -> Files:
        """The files in service, as data."""
        return self._files

    def on(self, day: date) -> Content:
        """The words of this day: the latest good files, without what is past its recheck date."""
        if self._ticks() - self._looked > LOOK_SECONDS and self._lock.acquire(blocking=False):
            try:
                self._looked = self._ticks()
                self._look()
            finally:
                self._lock.release()
        if day != self._day:
            self._serve(day)
        return self._content

    def _look(self) -> None:
        stamp = _stamp(self._folder)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            files = read_files(self._folder)
            content = build(files)
        except (ContentError, OSError) as error:
            problems = error.problems if isinstance(error, ContentError) else (Problem("", "", str(error)),)
            self.refusal = Refusal(datetime.now().astimezone(), problems)
            log.error("new words refused, the last good ones stay: %s", problems[0])
            return
        self._files, self._content, self._day, self.refusal = files, content, date.min, None
        self.read_at = datetime.now().astimezone()
        log.warning("words read again")

    def _serve(self, day: date) -> None:
        left_out = expired(self._files, day)
        if left_out != self._content.expired:
            self._content = build(self._files, left_out)
            log.warning("past their recheck date on %s, withdrawn: %s", day, ", ".join(sorted(left_out)) or "nothing")
        self._day = day


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
