"""Children are called « tu », adults « vous », and nobody both: spaCy's morphology, and what it does not see."""

import re
from collections.abc import Iterator
from typing import Any

from bot.content import CHILDREN, Content, Problem
from bot.content.checks.said import Said, everything_said
from bot.proofreading.familiarity import known_words
from bot.proofreading.french import read

_QUOTED = re.compile(r"«[^»]*»|#\w+")
_TU, _VOUS = {"tu", "te", "t'", "toi", "ta", "tes", "tien", "tienne"}, {"vous", "votre", "vos", "vôtre"}
_BEFORE_A_TONE = {"un", "le", "ce", "du", "quel", "son", "votre", "bon", "même", "de"}  # « sur un ton calme »
_IMPERATIVES = {
    "dis", "fais", "va", "prends", "mets", "écris", "réponds", "lis", "viens", "tiens", "choisis", "préviens",
    "appelle", "sois", "aie", "sache", "ouvre", "offre", "crois", "vois", "reçois", "attends", "apprends", "souviens",
}  # fmt: skip
_NOUNS = {"chez", "assez", "nez", "rez", "rendez"}  # end as a verb does, and are none
_VOUS_VERBS = {"êtes", "dites", "faites"}
_PREPOSITIONS = {"entre", "contre", "outre"}
_AFTER_A_VERB = set(
    "le la les l' un une des ce cette ces son sa ses ton ta tes votre vos à au aux avec sans tout toujours bien ici "
    "moi toi lui leur nous vous en y".split()
)
# « Va vers un adulte. Appelez ensemble » speaks to two people: right, where the other one is named.
_TOGETHER = re.compile(r"\b(?:ensemble|adulte|quelqu|parents|personne|dis-lui|tous les deux|ami|copain|copine)", re.I)
_SAID_BY_THE_CHILD = "sentence"  # to an adult: either may be right


def address_is_right(content: Content) -> Iterator[Problem]:
    """The first wrong word of each piece of text. What is quoted is somebody else's, and is left alone."""
    pieces = [said for said in everything_said(content) if not said.place.endswith(_SAID_BY_THE_CHILD)]
    for said, doc in zip(pieces, read(_QUOTED.sub("Cela", said.text) for said in pieces), strict=True):
        wrong = _vous(doc) if said.audience in CHILDREN else _tu(doc)
        if wrong:
            yield _problem(said, wrong)


def _problem(said: Said, wrong: str) -> Problem:
    wanted = "tu" if said.audience in CHILDREN else "vous"
    return Problem(said.file, said.place, f"« {wrong} » : ici, on dit « {wanted} »")


def _vous(doc: Any) -> str | None:
    """A word that says « vous »: a pronoun, or a verb of the second person plural."""
    together = _TOGETHER.search(doc.text)
    for token in doc:
        word = token.lower_
        if word in _VOUS and not (token.i and doc[token.i - 1].lower_.startswith("rendez")):
            return token.text
        if together:
            continue
        if word.endswith("ez") and word not in _NOUNS:
            return token.text
        if word in _VOUS_VERBS and _is(token, "VERB", "AUX") and "Part" not in token.morph.get("VerbForm"):
            return token.text
    return None


def _tu(doc: Any) -> str | None:
    """A word that says « tu »: a pronoun, a verb of the second person singular, or its imperative."""
    for token in doc:
        before = token.nbor(-1).lower_ if token.i else ""
        if token.lower_ in _TU or (token.lower_ == "ton" and before not in _BEFORE_A_TONE):
            return token.text
        if _is(token, "VERB", "AUX") and token.morph.get("Person") == ["2"] and token.morph.get("Number") == ["Sing"]:
            return token.text
        if _starts_a_sentence(token) and (_imperative(token) or _bare_singular_verb(token)):
            return token.text
    return None


def _starts_a_sentence(token: Any) -> bool:
    before = token.nbor(-1) if token.i else None
    return before is None or before.text.strip() in (".", "!", "?", "…", "")


def _imperative(token: Any) -> bool:
    """« Note ses mots »: the tagger may take it for a noun, but a bare noun is not followed by a determiner."""
    word = token.lower_
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if after.strip("-") not in _AFTER_A_VERB:
        return False
    return word in _IMPERATIVES or (word.endswith("e") and word not in _PREPOSITIONS and f"{word}r" in known_words())


def _bare_singular_verb(token: Any) -> bool:
    """« Parle à ton enfant »: the tagger reads an imperative as a third person, but it has no subject."""
    if token.lower_.endswith("ez") or token.lower_ in {*_VOUS_VERBS, "ensemble"}:
        return False
    finite = _is(token, "VERB") and "Fin" in token.morph.get("VerbForm") and token.morph.get("Number") == ["Sing"]
    return finite and not any(child.dep_.startswith(("nsubj", "expl")) for child in token.children)


def _is(token: Any, *kinds: str) -> bool:
    return token.pos_ in kinds
