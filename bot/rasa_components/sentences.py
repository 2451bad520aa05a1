"""The project's training sentences, read once a training: Rasa asks for them six times."""

from functools import lru_cache
from pathlib import Path

from bot.language import Example, read, read_follow_ups
from bot.understanding.follow_ups import OTHER


@lru_cache(maxsize=2)
def sentences(folder: Path) -> tuple[Example, ...]:
    """Every example below `folder`, as it was when first asked for. For the short life of `rasa train`."""
    return tuple(read(folder))


def follow_ups(folder: Path) -> list[Example]:
    """What is asked after a help card: intents that buttons send, and that are not read in a sentence by itself."""
    return [one for one in read_follow_ups(folder) if one.intent != OTHER]
