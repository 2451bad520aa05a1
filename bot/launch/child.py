"""Run a Python module as a child that never outlives its parent and never logs what somebody typed.

    python -m bot.launch.child PARENT_PID MODULE [ARGUMENT ...]

A supervisor killed with SIGKILL cannot stop its children, so each child watches for its end.
"""

import ctypes
import logging
import os
import runpy
import signal
import sys
import threading
import time
import traceback
from types import TracebackType

_PR_SET_PDEATHSIG = 1
# The messages of these hold names of files and of attributes. Those of others (KeyError, ValueError,
# a database's) may quote a value, that is a child's words.
_TELLING = (OSError, ImportError, SyntaxError, NameError, AttributeError, TypeError)


def main(arguments: list[str]) -> None:
    parent, module = int(arguments[0]), arguments[1]
    end_with(parent)
    logging.Formatter.formatException = lambda _, info: wordless(*info)  # type: ignore
    sys.argv = [module, *arguments[2:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def end_with(parent: int) -> None:
    """Kill this process group as soon as `parent` is gone: by the kernel on Linux, by a thread anywhere."""
    if sys.platform == "linux":
        _end_with_parent()
        os.register_at_fork(after_in_child=_end_with_parent)  # gunicorn's worker, even when frozen
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.killpg(os.getpid(), signal.SIGKILL)


def wordless(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Where an exception came from and its type, without a message that may quote somebody."""
    places = "".join(traceback.format_tb(trace)).rstrip()
    message = f": {error}" if isinstance(error, _TELLING) else ""
    return f"{places}\n{kind.__name__}{message}"


if __name__ == "__main__":
    main(sys.argv[1:])
