"""The training sentences of `data/nlu`, with what each one says. Rasa's YAML, read without Rasa."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

DISCLOSURE = "confier_"
FOLLOW_UP = "suite_"


@dataclass(frozen=True)
class Example:
    """One sentence somebody could type, and what it means (ids of taxonomy.yml)."""

    text: str
    intent: str
    topic: str | None
    level: str = "aucun"
    category: str | None = None
    third_party: bool = False
    author: str = ""
    near: str | None = None


def example(text: str, intent: str, metadata: dict) -> Example:
    """An `Example` from a sentence and the metadata of its block.

    In a `confier_<category>` block the category comes from the name and `topic` names the lesson
    that answers best; everywhere else the intent is the topic.
    """
    disclosed = intent.startswith(DISCLOSURE)
    category = intent.removeprefix(DISCLOSURE) if disclosed else metadata.get("category")
    return Example(
        text=text,
        intent=intent,
        topic=metadata.get("topic") if disclosed else intent,
        level=metadata.get("level", "alerte" if disclosed else "aucun"),
        category=category,
        third_party=bool(metadata.get("third_party", False)),
        author=metadata.get("author", ""),
        near=metadata.get("near"),
    )


def read(folder: Path) -> list[Example]:
    """Every example below `folder` that can be understood by itself, in a stable order."""
    return [each for each in _read_all(folder) if not each.intent.startswith(FOLLOW_UP)]


def read_follow_ups(folder: Path) -> list[Example]:
    """Every example of what is said after a help card, and means what it means only there."""
    return [each for each in _read_all(folder) if each.intent.startswith(FOLLOW_UP)]


def _read_all(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.rglob("*.yml")):
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Example]:
    blocks = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader).get("nlu") or []  # noqa: S506 (a safe loader)
    for block in blocks:
        if "intent" in block:
            for line in _sentences(block.get("examples", "")):
                yield example(line, block["intent"], block.get("metadata") or {})


def _sentences(block: str) -> Iterable[str]:
    for line in block.splitlines():
        if line.startswith("- "):
            yield line[2:].strip()


_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
