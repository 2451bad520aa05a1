"""Three servers started together, waited for, watched, and stopped together."""

import json
import os
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

from bot.launch import children
from bot.launch.children import Child
from bot.launch.environment import serving_environment
from bot.launch.home import logs, run_folder, setup
from bot.launch.ports import LOOPBACK, check_port, free_port
from bot.launch.progress import LaunchError, last_lines, say
from bot.launch.servers import own_address, servers, write_endpoints
from bot.launch.training import train
from bot.settings import Settings, clock

READY_SECONDS = 180
PROGRESS_SECONDS = 4
PURGE_SECONDS = 60
_LOOK_SECONDS = 0.2
# A proxy of the environment has no business between this machine and itself.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def serve(settings: Settings) -> int:
    """Run Balise until Ctrl-C, SIGTERM or the end of the terminal; returns the exit code.

    Raises LaunchError where it cannot start. Leaves no process behind.
    """
    _listen_to_signals()
    started: list[Child] = []
    try:
        rasa_port, actions_port = _ports(settings)
        setup(settings)
        train(settings)
        write_endpoints(settings, actions_port)
        env = serving_environment(settings, dict(os.environ), rasa_port=rasa_port, actions_port=actions_port)
        for server in servers(settings, rasa_port=rasa_port, actions_port=actions_port):
            started.append(children.start(server, env=env, log=logs(settings) / f"{server.name}.log"))
        _note(settings, started)
        _wait_until_ready(settings, started)
        _watch(settings, started)
    except KeyboardInterrupt:
        say("Arrêt…")
    finally:
        _ignore_signals()
        children.stop(started)
        _note(settings, [])
    say("Balise est arrêtée.")
    return 0


def _ports(settings: Settings) -> tuple[int, int]:
    """Inner ports for Rasa and the actions: those of the environment, else any that are free."""
    check_port(settings.web_host, settings.web_port, advice="Choisis-en un autre : make serve PORT=8123")
    rasa_port = _inner("BALISE_RASA_PORT", settings.rasa_port)
    return rasa_port, _inner("BALISE_ACTIONS_PORT", settings.actions_port)


def _inner(variable: str, port: int) -> int:
    if not os.environ.get(variable):
        return free_port()
    check_port(LOOPBACK, port, advice=f"Change {variable}, ou ne le donne pas : un port libre sera choisi.")
    return port


def _wait_until_ready(settings: Settings, started: Sequence[Child]) -> None:
    """Until each answers, then all together. Raises LaunchError with the log of the one that does not."""
    start = said = time.monotonic()
    waiting = list(started)
    while waiting or not _answers(f"{own_address(settings)}/readyz"):
        for child in started:
            if child.process.poll() is not None:
                raise _failure(child, "s'est arrêté en démarrant")
        for child in [each for each in waiting if _answers(each.server.health)]:
            waiting.remove(child)
            say(f"{child.server.label} : prêt en {time.monotonic() - start:.0f} s.")
        if time.monotonic() - start > READY_SECONDS:
            raise _failure(waiting[0] if waiting else started[-1], f"ne répond pas après {READY_SECONDS} s")
        if time.monotonic() - said > PROGRESS_SECONDS:
            said = time.monotonic()
            say(f"{', '.join(each.server.label for each in waiting) or 'Ensemble'} : {said - start:.0f} s…")
        time.sleep(_LOOK_SECONDS)
    seconds = f"{time.monotonic() - start:.0f}"
    say(f"Balise est prête en {seconds} s : {own_address(settings)}   (Ctrl-C pour arrêter)")


def _failure(child: Child, what: str) -> LaunchError:
    end = last_lines(child.log)
    return LaunchError(f"{child.server.label} {what}.\n{end}\nLe journal entier : {child.log}")


def _answers(url: str) -> bool:
    try:
        with _direct.open(url, timeout=1) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _watch(settings: Settings, started: Sequence[Child]) -> None:
    """Restart what dies, forget idle conversations; ends by KeyboardInterrupt alone."""
    from bot.storage import StorageError, open_store  # SQLAlchemy takes a second: not while all three start

    store = open_store(settings.database_url)
    purged = time.monotonic()
    while True:
        if any([children.mend(child, now=time.monotonic()) for child in started]):
            _note(settings, started)
        if time.monotonic() - purged > PURGE_SECONDS:
            purged = time.monotonic()
            try:
                store.purge(now=clock(settings), idle_minutes=settings.idle_minutes)
            except StorageError as error:
                say(f"Effacement des conversations finies : la base ne répond pas ({error}).")
        time.sleep(_LOOK_SECONDS)


def _note(settings: Settings, started: Sequence[Child]) -> None:
    """Who runs now, for tests and for whoever looks: run/<web port>/processes.json."""
    folder = run_folder(settings)
    if folder.exists():
        pids = {child.server.name: child.process.pid for child in started}
        part = folder / "processes.part"
        with suppress(OSError):  # A full disk must not stop three servers for the sake of a note.
            part.write_text(json.dumps(pids), encoding="ascii")
            part.replace(folder / "processes.json")


def _listen_to_signals() -> None:
    """Each way of asking for the end becomes KeyboardInterrupt; `nohup` keeps its meaning."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN:
            continue
        signal.signal(number, _interrupt)


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def _ignore_signals() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
