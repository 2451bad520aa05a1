"""uv, wherever it is, and the way to run it: the machine's own package index, progress, clear failures."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".uv" / "tools"
OLDEST_UV = (0, 5)
HEARTBEAT_SECONDS = 15
NETWORK = (
    "C'est souvent le réseau : vérifie la connexion, le proxy (HTTPS_PROXY) ou l'index de paquets "
    "(pip config list), puis relance la même commande ; ce qui est déjà téléchargé est gardé."
)
# What pip was told about the machine, and how uv is told the same. `extra-index-url` is left out on
# purpose: uv would look there first, and every hash is known for the main index.
_PIP_TO_UV = {
    "index-url": ("UV_INDEX_URL", "UV_DEFAULT_INDEX"),
    "cert": ("SSL_CERT_FILE",),
    "proxy": ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"),
    "trusted-host": ("UV_INSECURE_HOST",),
}


class SetupError(RuntimeError):
    """One French sentence: what failed and what to do."""


def say(words: str) -> None:
    print(f"[balise] {words}", file=sys.stderr, flush=True)


def run(label: str, command: list[str], env: dict[str, str], *, advice: str = NETWORK) -> None:
    """Run `command`, saying that it lasts. Raises SetupError with `advice`."""
    say(f"{label}…")
    done = threading.Event()
    if not sys.stderr.isatty():  # in a terminal, uv draws its own progress
        threading.Thread(target=_beat, args=(label, done), daemon=True).start()
    code = subprocess.call(command, env=env, cwd=str(ROOT))  # noqa: S603
    done.set()
    if code:
        raise SetupError(f"« {label} » a échoué (détail au-dessus). {advice}")


def _beat(label: str, done: threading.Event) -> None:
    start = time.monotonic()
    while not done.wait(HEARTBEAT_SECONDS):
        say(f"{label} : {time.monotonic() - start:.0f} s…")


def find_uv(interpreters: list[str | None]) -> str:
    """The uv on PATH when recent, else a private one, installed now if need be. Raises SetupError."""
    on_path = shutil.which("uv")
    if on_path and _version(on_path) >= OLDEST_UV:
        return on_path
    private = [TOOLS / "bin" / "uv", TOOLS / "lib" / "bin" / "uv"]
    if not any(_version(str(path)) >= OLDEST_UV for path in private):
        _install_uv([python for python in interpreters if python])
    for path in private:
        if _version(str(path)) >= OLDEST_UV:
            return str(path)
    raise SetupError("uv est installé mais ne démarre pas ; installe-le toi-même : https://docs.astral.sh/uv/")


def _version(uv: str) -> tuple[int, ...]:
    try:
        said = subprocess.run([uv, "--version"], capture_output=True, text=True, timeout=60)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", said.stdout)[:2])


def _install_uv(interpreters: list[str]) -> None:
    """uv from its wheel, hashes checked, in a private environment; without venv, in a plain folder."""
    label = "Outil d'installation (uv)"
    wheel = ["install", "--quiet", "--require-hashes", "-r", str(ROOT / "setup" / "uv.txt")]
    for python in dict.fromkeys(interpreters):
        shutil.rmtree(TOOLS, ignore_errors=True)
        if _quietly([python, "-m", "venv", str(TOOLS)]):
            run(label, [str(TOOLS / "bin" / "python"), "-m", "pip", *wheel], dict(os.environ))
            return
        shutil.rmtree(TOOLS, ignore_errors=True)
        if _quietly([python, "-m", "pip", "--version"]):
            into = ["--target", str(TOOLS / "lib")]
            run(label, [python, "-m", "pip", *wheel, *into], dict(os.environ))
            return
    raise SetupError(
        "Il manque à Python de quoi créer un environnement. Sous Debian ou Ubuntu : "
        "sudo apt install python3-venv ; puis relance la même commande."
    )


def _quietly(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=300).returncode == 0  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False


def uv_environment() -> dict[str, str]:
    """The environment for uv: pip's index, certificate and proxy where uv was told nothing itself."""
    env = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONHOME")}
    env.setdefault("UV_PYTHON_INSTALL_DIR", str(ROOT / ".uv" / "python"))
    env.setdefault("UV_HTTP_TIMEOUT", "180")
    told = parse_pip_config(_pip_config())
    for option, names in _PIP_TO_UV.items():
        if option in told and not any(name in env for name in names):
            env[names[0]] = told[option]
    return env


def _pip_config() -> str:
    pips = [[str(TOOLS / "bin" / "python"), "-m", "pip"], [sys.executable, "-m", "pip"], ["pip3"], ["pip"]]
    for pip in pips:
        try:
            asked = [*pip, "config", "list"]
            found = subprocess.run(asked, capture_output=True, text=True, timeout=60)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            continue
        if found.returncode == 0:
            return found.stdout
    return ""


def parse_pip_config(listing: str) -> dict[str, str]:
    """{option: value} from `pip config list`; the environment wins over `install`, over `global`."""
    told: dict[str, str] = {}
    for section in ("global.", "install.", ":env:."):
        for line in listing.splitlines():
            name, equals, value = line.partition("=")
            if equals and name.startswith(section):
                told[name[len(section) :]] = str(ast.literal_eval(value))
    return told
