"""How easy a text is to read: the Flesch score adapted to French by Kandel and Moles, by audience.

L. Kandel, A. Moles, « Application de l'indice de Flesch à la langue française », Cahiers Études de
Radio-Télévision, 1958: 207 - 1.015 × (words a sentence) - 73.6 × (syllables a word). Higher is easier.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import mean

from bot.content import AUDIENCES, Content, Problem

EASY_ENOUGH = {"8-10": 80.0, "11-14": 70.0, "15-17": 60.0}  # means asked of each band
LONGEST_MEAN_SENTENCE = {"8-10": 9.0}  # words
_VOWELS = "aeiouyàâäéèêëîïôöùûüÿœæ"
_GROUPS = re.compile(f"[{_VOWELS}]+")
_HIATUS = re.compile(r"é[aeiouo]|[aeou]ï|ië|oé|ao(?!u)|éa|uï")
# -ent is sounded in nouns and adverbs, mute in verbs: by ending, then the common nouns and adjectives.
_SOUNDED_ENT = re.compile(
    r"(?:[mc]ent|souvent|parent|argent|agent|urgent|accident|incident|différent|absent|présent|content|évident)s?$"
)


@dataclass(frozen=True)
class Ease:
    """Of one text: its Kandel-Moles score, and the mean length of its sentences in words."""

    place: str
    score: float
    sentence: float


def syllables(word: str) -> int:
    """Syllables as one says the word, a final mute e not counted. One at least."""
    plain = re.sub(r"qu|gu(?=[eéèêiî])", "q", word.lower())
    mute = r"(?<=.)(?:es?)$" if _SOUNDED_ENT.search(plain) else r"(?<=.)(?:es?|ent)$"
    groups = _GROUPS.findall(re.sub(mute, "", plain) or plain)
    return max(1, len(groups) + sum(bool(_HIATUS.search(group)) for group in groups))


def ease(text: str, place: str = "") -> Ease:
    """The ease of a text of at least one word."""
    sentences = [one for one in re.split(r"(?<=[.!?…])\s+", text) if re.search(r"\w", one)]
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", text.replace("’", " ").replace("'", " "))
    length = len(words) / len(sentences)
    score = 207 - 1.015 * length - 73.6 * sum(map(syllables, words)) / len(words)
    return Ease(place, score, length)


def ease_by_audience(content: Content) -> dict[str, list[Ease]]:
    """The ease of the main text (text and action) of every topic, for each audience."""
    return {
        audience: [
            ease(f"{topic.texts[audience].text} {topic.texts[audience].action}", topic.id)
            for topic in content.topics.values() if audience in topic.texts
        ]
        for audience in AUDIENCES
    }  # fmt: skip


def texts_are_easy_enough(content: Content) -> Iterator[Problem]:
    """The mean of each band against what is asked of it, with its hardest texts."""
    for audience, found in ease_by_audience(content).items():
        wanted, longest = EASY_ENOUGH.get(audience), LONGEST_MEAN_SENTENCE.get(audience)
        score, length = mean(one.score for one in found), mean(one.sentence for one in found)
        hardest = ", ".join(one.place for one in sorted(found, key=lambda one: one.score)[:3])
        if wanted and score < wanted:
            message = f"lisibilité moyenne {score:.0f}, {wanted:.0f} au moins ; les plus difficiles : {hardest}"
            yield Problem("topics/", audience, message)
        if longest and length > longest:
            yield Problem("topics/", audience, f"phrases de {length:.1f} mots en moyenne, {longest:.0f} au plus")
