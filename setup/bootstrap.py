"""Prepare `.venv` from requirements.lock. Standard library only: runs on any Python 3.8 or newer.

    python3 setup/bootstrap.py          make .venv; a few milliseconds when nothing changed
    python3 setup/bootstrap.py lock     resolve requirements.in into requirements.lock
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import ROOT, TOOLS, SetupError, find_uv, run, say, uv_environment

WANTED = (3, 10)
VENV = ROOT / ".venv"
STAMP = VENV / "balise-stamp"
LOCKED = ROOT / "requirements.lock"


def main() -> int:
    task = lock if sys.argv[1:] == ["lock"] else prepare
    try:
        task()
    except SetupError as error:
        say(f"Installation impossible. {error}")
        return 1
    except KeyboardInterrupt:
        say("Installation interrompue ; relance la même commande, ce qui est téléchargé est gardé.")
        return 130
    return 0


def prepare() -> None:
    """Bring `.venv` up to the lock. Raises SetupError."""
    if is_ready():
        return
    TOOLS.parent.mkdir(exist_ok=True)
    with (TOOLS.parent / "lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)  # two `make` at once: the second waits, then has nothing to do
        if not is_ready():
            install()


def install() -> None:
    python = find_python()
    uv = find_uv([sys.executable, python])
    env = uv_environment()
    STAMP.unlink(missing_ok=True)
    if not is_venv_usable():
        make_venv(uv, python, env)
    inside = ["--python", str(VENV / "bin" / "python")]
    quiet = [] if sys.stderr.isatty() else ["--quiet"]  # a log needs no list of 215 packages
    sync = [uv, "pip", "sync", *quiet, "--require-hashes", *inside, str(LOCKED)]
    run("Bibliothèques (environ 1 Go la première fois)", sync, env)
    alone = [uv, "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", *inside]
    run("Balise", [*alone, "--editable", str(ROOT)], env)
    STAMP.write_text(fingerprint())
    say("Environnement prêt.")


def make_venv(uv: str, python: str | None, env: dict[str, str]) -> None:
    if VENV.exists():
        shutil.rmtree(VENV)
    if python is None:
        say("Python 3.10 n'est pas sur cette machine : uv va le chercher (environ 30 Mo).")
    wanted = python or ".".join(map(str, WANTED))
    run("Environnement Python 3.10", [uv, "venv", "--quiet", "--python", wanted, str(VENV)], env, advice=(
        "Si le téléchargement de Python est bloqué, installe Python 3.10 (pyenv install 3.10, ou "
        "brew install python@3.10), puis relance la même commande."
    ))  # fmt: skip


def is_ready() -> bool:
    return STAMP.exists() and (VENV / "bin" / "python").exists() and STAMP.read_text() == fingerprint()


def fingerprint() -> str:
    """Changes with the lock, the project, this script, or the folder (scripts in .venv hold its path)."""
    parts = [LOCKED, ROOT / "pyproject.toml", *sorted(Path(__file__).parent.glob("*.py"))]
    read = [str(ROOT).encode(), *(path.read_bytes() for path in parts)]
    return hashlib.sha256(b"\0".join(read)).hexdigest()


def is_venv_usable() -> bool:
    activate = VENV / "bin" / "activate"
    return activate.exists() and str(VENV) in activate.read_text() and suits(str(VENV / "bin" / "python"))


def find_python() -> str | None:
    """A complete Python 3.10 of this machine, or None."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    known = sorted(map(str, pyenv.glob("3.10*/bin/python3.10")), reverse=True)
    for candidate in filter(None, [sys.executable, shutil.which("python3.10"), *known]):
        # An activated .venv comes first on PATH; the Python it was made from outlives it.
        python = os.path.realpath(candidate) if str(VENV) in candidate else candidate
        if suits(python):
            return python
    return None


def suits(python: str) -> bool:
    """Whether this interpreter starts (a pyenv shim may not), is 3.10 and has what Balise imports."""
    probe = f"import sys, ssl, sqlite3, ctypes, zlib; sys.exit(sys.version_info[:2] != {WANTED})"
    try:
        done = subprocess.run([python, "-c", probe], capture_output=True, timeout=60)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def lock() -> None:
    """Resolve again, with hashes, for every platform. Raises SetupError."""
    uv = find_uv([sys.executable, find_python()])
    for source, target in (("requirements.in", "requirements.lock"), ("setup/uv.in", "setup/uv.txt")):
        run(f"Résolution de {source}", [
            uv, "pip", "compile", "--universal", "--python-version", "3.10", "--generate-hashes",
            "--no-header", "--no-emit-index-url", "--quiet", source, "-o", target,
        ], uv_environment())  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
