"""Which words of a text are explained to its reader."""

import re
from functools import lru_cache

from bot.content.model import Content, Word

MOST = 3


def explained(content: Content, text: str, audience: str, *, but: str | None = None) -> tuple[Word, ...]:
    """The words of the glossary that `text` uses, in its order, MOST at most; not the one that `but` is about."""
    forms = _forms(content)
    found: dict[str, Word] = {}
    for match in forms.pattern.finditer(text):
        word = content.glossary[forms.ids[match.group().lower()]]
        if audience in word.say and audience in word.explain_to and not (but and word.topic == but):
            found.setdefault(word.id, word)
    return tuple(found.values())[:MOST]


class _Forms:
    def __init__(self, content: Content) -> None:
        self.content = content  # held, so that its id stays its own
        self.ids = {form.lower(): word.id for word in content.glossary.values() for form in word.forms}
        longest_first = sorted(self.ids, key=len, reverse=True)
        self.pattern = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])", re.IGNORECASE
        )


def _forms(content: Content) -> _Forms:
    known = _by_id(id(content))
    if not known or known[0].content is not content:
        known[:] = [_Forms(content)]
    return known[0]


@lru_cache(maxsize=4)
def _by_id(_: int) -> list[_Forms]:
    return []
