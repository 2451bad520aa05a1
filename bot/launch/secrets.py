"""Two random secrets, made once, readable by their owner alone. There is no default."""

import os
import secrets
from pathlib import Path

from bot.launch.progress import LaunchError

NAMES = ("web", "rasa")
_SHORTEST = 32


def make_secrets(folder: Path) -> None:
    """Make the secrets that are missing in `folder` (mode 700, files 600); never overwrite one.

    Raises LaunchError where an existing one is empty or can be read by others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name in NAMES:
        _make(folder / name)
        check_secret(folder / name)


def _make(path: Path) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(32) + "\n")


def check_secret(path: Path) -> None:
    """Raises LaunchError for a secret that others can read, or that is too short to be one."""
    mode = path.stat().st_mode & 0o777
    if mode & 0o077:
        raise LaunchError(
            f"le secret {path} est lisible par d'autres (droits {mode:o}). "
            f"S'il a pu être lu, supprime-le : un nouveau sera créé. Sinon : chmod 600 {path}"
        )
    if len(path.read_text(encoding="ascii").strip()) < _SHORTEST:
        raise LaunchError(f"le secret {path} est vide ou trop court : supprime-le, un nouveau sera créé.")
