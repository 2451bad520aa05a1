"""What is wrong with the words: in which file, at which place, what to do. In French, for whoever writes them."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One breach: in which file, at which place, what to do."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        return " : ".join(part for part in (self.file, self.place, self.message) if part)


class ContentError(ValueError):
    """Words that cannot be used. `problems` are all that was found; the message says each on its line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(one) for one in self.problems))
