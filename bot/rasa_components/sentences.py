"""The project's training sentences, read once a training: Rasa asks for them six times."""

from functools import lru_cache
from pathlib import Path

from bot.language import Example, read


@lru_cache(maxsize=2)
def sentences(folder: Path) -> tuple[Example, ...]:
    """Every example below `folder`, as it was when first asked for. For the short life of `rasa train`."""
    return tuple(read(folder))
