"""The two models, made again when their sources changed: the gateway's weights and Rasa's archive."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.launch.environment import training_environment
from bot.launch.home import logs
from bot.launch.progress import LaunchError, last_lines, lasting, rotate, say
from bot.launch.sources import fingerprint, learnt_from, sources
from bot.settings import ROOT, Settings

NAME = "balise"


def train(settings: Settings, *, force: bool = False) -> bool:
    """Train what is missing or older than its sources; says whether it did. Raises LaunchError.

    The old models stay in place until both new ones are complete.
    """
    os.umask(0o077)
    settings.models.mkdir(parents=True, exist_ok=True)
    with _alone(settings.models / "lock"):
        wanted = fingerprint(sources(settings))
        if not force and is_fresh(settings, wanted):
            return False
        say("Le modèle manque ou ses sources ont changé : apprentissage (30 s pour des textes, 2 à 5 minutes sinon).")
        _make(settings, force=force)
        _stamp(settings).write_text(wanted + "\n", encoding="ascii")
    return True


def _learnt(settings: Settings) -> tuple[Path, Path]:
    return settings.understanding, settings.follow_ups


def rasa_model(settings: Settings) -> Path:
    return settings.models / f"{NAME}.tar.gz"


def is_fresh(settings: Settings, wanted: str) -> bool:
    """Whether both models are there and were made from the sources whose fingerprint is `wanted`."""
    if not all(model.exists() for model in (rasa_model(settings), *_learnt(settings))):
        return False
    return _says(_stamp(settings), wanted)


def _says(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text(encoding="ascii").strip() == wanted


def _learnt_stamp(settings: Settings) -> Path:
    return settings.models / "learnt.sha256"


def _stamp(settings: Settings) -> Path:
    return settings.models / "sources.sha256"


def _make(settings: Settings, *, force: bool) -> None:
    fresh = settings.models / "new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for learnt in settings.models.glob("learnt-*.npz") if force else ():
        learnt.unlink()
    weights = [fresh / model.name for model in _learnt(settings)]
    print_of_learning = fingerprint(learnt_from(settings))
    kept = all(model.exists() for model in _learnt(settings)) and _says(_learnt_stamp(settings), print_of_learning)
    if kept and not force:
        for model, weight in zip(_learnt(settings), weights, strict=True):
            shutil.copyfile(model, weight)
    else:
        _run(settings, "Apprentissage des phrases", "bot.launch.learn", *(str(weight) for weight in weights))
    files = ("--config", "config.yml", "--domain", "domain.yml", "--data", "data/rules", str(settings.nlu))
    # `make test` validates; doing it at every start too would cost a third of the time.
    result = ("--out", str(fresh), "--fixed-model-name", NAME, "--skip-validation")
    _run(settings, "Apprentissage de Rasa", "rasa", "train", *files, *result)
    for stamp in (_stamp(settings), _learnt_stamp(settings)):
        stamp.unlink(missing_ok=True)  # between the two moves nothing is up to date
    for model, weight in zip(_learnt(settings), weights, strict=True):
        weight.replace(model)
    _learnt_stamp(settings).write_text(print_of_learning + "\n", encoding="ascii")
    (fresh / rasa_model(settings).name).replace(rasa_model(settings))
    shutil.rmtree(fresh)
    for other in settings.models.glob("*.tar.gz"):
        if other != rasa_model(settings):
            other.unlink()


def _run(settings: Settings, label: str, module: str, *arguments: str) -> None:
    """Run a module to its end, its words in a log. Raises LaunchError with the end of that log."""
    log = logs(settings) / "train.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    rotate(log)
    command = [sys.executable, "-m", "bot.launch.child", str(os.getpid()), module, *arguments]
    env = training_environment(settings, dict(os.environ))
    with lasting(label), log.open("ab") as out:
        if _wait(command, env, out):
            raise LaunchError(f"{label} : échec.\n{last_lines(log)}\nLe journal entier : {log}")


def _wait(command: Sequence[str], env: dict[str, str], out) -> int:
    """The exit code; whatever ends the wait (Ctrl-C too) ends the process and its own children."""
    child = subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True
    )
    try:
        return child.wait()
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One training at a time in a folder; the second waits, then finds it done."""
    with path.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Un autre apprentissage est en cours ici : attente de sa fin…")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
