"""Do the 8-10 texts use words that children of eight know, or that are explained to them?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.content import Content, Problem
from bot.content.checks.said import topics_said
from bot.proofreading.french import read
from bot.settings import ROOT

BAND, WANTED = "8-10", 0.95
_LIST = ROOT / "content" / "fr" / "known_words.txt"
_SAID_MOST = 12  # of the unknown words, in the message


@dataclass(frozen=True)
class Familiarity:
    """Occurrences of words in the 8-10 texts: all, known, explained by the glossary, and the unknown ones counted."""

    words: int
    known: int
    explained: int
    unknown: Counter

    @property
    def share(self) -> float:
        return (self.known + self.explained) / self.words


def familiarity(content: Content, listed: Path | None = None) -> Familiarity:
    """How the 8-10 texts (all four parts) stand against a list of known words, one a line."""
    known, explained = known_words(listed or _LIST), _explained(content)
    counts, unknown = Counter[str](), Counter[str]()
    texts = [said.text for said in topics_said(content) if said.audience == BAND]
    for doc in read(explained.sub(" ", text) for text in texts):
        for token in doc:
            word = token.lower_.strip("'-")
            if not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", word):
                continue
            counts["words"] += 1
            if _is_known(word, token.lemma_.lower(), known):
                counts["known"] += 1
            else:
                unknown[word] += 1
    told = sum(len(re.findall(r"[^\W\d_]+", found.group())) for text in texts for found in explained.finditer(text))
    return Familiarity(counts["words"] + told, counts["known"], told, unknown)


def children_know_the_words(content: Content) -> Iterator[Problem]:
    found = familiarity(content)
    if found.share < WANTED:
        hard = ", ".join(word for word, _ in found.unknown.most_common(_SAID_MOST))
        message = f"{found.share:.1%} de mots connus ou expliqués, {WANTED:.0%} au moins ; inconnus : {hard}"
        yield Problem("topics/", BAND, message)


@lru_cache(maxsize=4)
def known_words(path: Path = _LIST) -> frozenset[str]:
    """The words of a list, one a line; what follows a tab, a comma or a semicolon is left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    words = [re.split(r"[\t;,]", line)[0].strip().lower() for line in lines if not line.startswith("#")]
    return frozenset(part for word in words for part in (word, *re.split(r"['’ ]", word)) if part)


def _is_known(word: str, lemma: str, known: Iterable[str]) -> bool:
    """In the list as it stands, by its lemma, or by its regular singular or masculine."""
    tried = {word, lemma, *_singulars(word), *_singulars(lemma)}
    return any(one in known for one in tried) or ("-" in word and all(part in known for part in word.split("-")))


def _singulars(word: str) -> set[str]:
    found = {re.sub(ending, by, word) for ending, by in ((r"s$", ""), (r"x$", ""), (r"es?$", ""), (r"aux$", "al"))}
    found |= {re.sub(r"(?:ée?s?)$", "er", word), re.sub(r"(?:ies?)$", "ir", word), re.sub(r"ll?es?$", "l", word)}
    return found | {re.sub(r"sse?s?$", "s", word), re.sub(r"tte?s?$", "t", word), re.sub(r"nne?s?$", "n", word)}


def _explained(content: Content) -> re.Pattern[str]:
    forms = {form for word in content.glossary.values() for form in (*word.forms, word.named(BAND)) if BAND in word.say}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w-])", re.IGNORECASE)
