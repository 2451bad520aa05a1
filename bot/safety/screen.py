"""The risk screen: how much danger a message expresses, of which kind, about whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.language.text import normalise
from bot.safety.thresholds import Thresholds
from bot.safety.wordings import by_wording

# The ids of content/fr/taxonomy.yml, in rising order; a test holds the two files together.
LEVELS = ("aucun", "vigilance", "alerte", "urgence")
CATEGORIES = (
    "suicide", "danger_immediat", "violence_sexuelle", "maltraitance", "sextorsion", "sollicitation",
    "diffusion_intime", "harcelement", "mal_etre",
)  # fmt: skip
RISK_OUTPUTS = (
    *(f"at_least:{level}" for level in LEVELS[1:]), *(f"category:{name}" for name in CATEGORIES), "third_party",
)  # fmt: skip


@dataclass(frozen=True)
class Risk:
    """What a message says of danger: ids of taxonomy.yml; `category` is None for `aucun`."""

    level: str
    category: str | None
    third_party: bool = False


AUCUN = Risk("aucun", None)


def at_least(risk: Risk, level: str) -> bool:
    """Whether `risk` is as grave as `level`, or graver."""
    return LEVELS.index(risk.level) >= LEVELS.index(level)


# A feeling alone, with nothing of a danger here and now: help, but not an ambulance for "j'ai peur".
# "J'ai mal" and "je suis perdu" may be of the body and of the street: they keep their urgency.
_FEELING = re.compile(
    r"(?:(?:mais|et|la|bah|ben|en fait|stp|balise|moi) )*(?:j'ai|jai|g|je suis|suis|chui|jsuis|je me sens) "
    r"(?:(?:trop|tro|tres|vraiment|super|un peu|tellement|grave) )*"
    r"(?:peur|honte|triste|stresse|stressee|angoisse|angoissee)"
)


# "J'ai avalé une boite", "je veux en finir": of oneself, nobody else being named.
_FIRST_PERSON = re.compile(r"\b(?:je|j'|j'ai|jai|j|jme|jpense|jvais|jveux)(?![\w])|\bj'")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:il|elle|ils|elles|lui|leur|quelqu'un|quelqun|kelkun|qqn|fils|fille|enfant|eleve|ami|amie|pote|copain|copine|frere|"
    r"soeur|cousin|cousine|mere|pere|maman|papa|daron|daronne|camarade|neveu|niece|ado|gamin|gamine|garcon|best|bff|"
    r"meilleur|meilleure|gens|mec|meuf|voisin|voisine|prof|professeur)s?\b"
)


def _of_oneself(plain: str) -> bool:
    return bool(_FIRST_PERSON.search(plain)) and not _SOMEBODY_ELSE.search(plain)


def screen(text: str, scores: Mapping[str, float] | None, *, audience: str | None, thresholds: Thresholds) -> Risk:
    """Say how much danger a message expresses, and of which kind.

    Recall comes first: a false alarm costs one extra help card, a miss costs a child. `scores` are
    the outputs named in RISK_OUTPUTS and the three probabilities of bot.safety.calibration; None (no model to be had)
    leaves the wordings alone to judge.
    """
    found = _screen(text, scores, audience, thresholds)
    if found.third_party and found.category == "suicide" and _of_oneself(normalise(text)):
        found = replace(found, third_party=False)
    if found.level == "urgence" and found.category == "mal_etre" and _FEELING.fullmatch(normalise(text)):
        return replace(found, level="alerte")
    return found


def _screen(text: str, scores: Mapping[str, float] | None, audience: str | None, thresholds: Thresholds) -> Risk:
    worded = by_wording(text)
    if scores is None:
        return worded or AUCUN
    weighed = _by_weight(scores, audience, thresholds)
    if worded is None:
        return weighed
    # The graver of the two levels; a wording was written for its kind, so its kind is kept.
    level = max(worded.level, weighed.level, key=LEVELS.index)
    return Risk(level, worded.category, worded.third_party or _speaks_of_another(scores, audience, thresholds))


def _by_weight(scores: Mapping[str, float], audience: str | None, cut: Thresholds) -> Risk:
    level = "aucun"
    if scores["sign"] >= cut.vigilance:
        level = "vigilance"
    if scores["danger"] >= cut.alerte:
        level = "urgence" if scores["now"] >= cut.urgence else "alerte"
    if level == "aucun":
        return AUCUN
    category = max(CATEGORIES, key=lambda name: scores[f"category:{name}"])
    return Risk(level, category, _speaks_of_another(scores, audience, cut))


def _speaks_of_another(scores: Mapping[str, float], audience: str | None, cut: Thresholds) -> bool:
    adult = audience in ("parent", "educator")
    return scores["third_party"] >= (cut.third_party_adult if adult else cut.third_party)
