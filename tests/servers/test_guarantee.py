"""The guarantee, by really killing and freezing processes: a disclosure always brings a human's number."""

import contextlib
import os
import signal
import sqlite3
import time

import pytest

pytestmark = [pytest.mark.servers, pytest.mark.model]

SEXTORTION = "y a un mec sur snap il dit quil va envoyer ma photo a tt le monde si jpaye pas"
RASA, ACTIONS = "bot.rasa_components.serve", "rasa_sdk"


def _is_helped_at_night(answer):
    """11-14, 23:30 in Paris: 119 first, and when the 3018 reopens."""
    card = next(message["card"] for message in answer["messages"] if message.get("card"))
    assert answer["help"][0] == "enfance_en_danger"
    assert card["line"]["number"] == "119"
    assert "demain" in card["closed"]
    assert "9" in card["closed"]


def _answers_whole_again(running):
    """Within half a minute: on a loaded machine the first answers of a new Rasa are late, which is no failure."""
    end = time.monotonic() + 30
    while running.say("c'est quoi la sextorsion ?")["degraded"]:
        assert time.monotonic() < end
        time.sleep(1)


@contextlib.contextmanager
def _frozen(running, needle):
    pids = running.signal(needle, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)


def test_help_survives_frozen_killed_and_broken_parts(fresh):
    fresh.begin("11-14")
    _is_helped_at_night(fresh.say(SEXTORTION))

    for needle in (RASA, ACTIONS):
        with _frozen(fresh, needle):
            fresh.begin("11-14")
            started = time.monotonic()
            answer = fresh.say(SEXTORTION)
            took = time.monotonic() - started
            _is_helped_at_night(answer)
            assert answer["degraded"]
            # The promise itself (2 s), not a benchmark; the margin is for a loaded test machine.
            assert took < 4

    for needle in (ACTIONS, RASA):
        fresh.signal(needle, signal.SIGKILL)
        fresh.begin("11-14")
        _is_helped_at_night(fresh.say(SEXTORTION))

    fresh.wait_ready()  # the supervisor restarted both
    _answers_whole_again(fresh)


def test_help_survives_a_locked_and_a_lost_database(fresh):
    database = fresh.home / "balise.db"
    fresh.begin("11-14")
    lock = sqlite3.connect(database, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    try:
        _is_helped_at_night(fresh.say(SEXTORTION))
    finally:
        lock.execute("ROLLBACK")
        lock.close()
    for path in fresh.home.glob("balise.db*"):
        path.unlink()
    fresh.begin("11-14")
    _is_helped_at_night(fresh.say(SEXTORTION))


def test_stopping_leaves_no_process(fresh):
    pids = [*fresh.pids(RASA), *fresh.pids(ACTIONS), *fresh.pids("gunicorn")]
    assert len(pids) >= 3
    fresh.process.send_signal(signal.SIGINT)
    fresh.process.wait(timeout=40)
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_nothing_a_child_typed_is_in_any_log(fresh):
    fresh.begin("11-14")
    fresh.say("zanzibarisme mon père me frappe")
    fresh.signal(RASA, signal.SIGKILL)
    fresh.say("zanzibarisme encore")
    for path in [*fresh.home.glob("logs/*"), fresh.home / "serve.log", *fresh.home.glob("balise.db*")]:
        assert b"zanzibarisme" not in path.read_bytes(), path
