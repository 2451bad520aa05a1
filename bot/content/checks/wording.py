"""Are the words fit for who hears them? Length, forbidden words, numbers and figures that must live elsewhere."""

import re
from collections.abc import Iterator

from bot.content.checks.said import everything_said, sentences, words
from bot.content.model import Content
from bot.content.problem import Problem

LONGEST_SENTENCE = {"8-10": 12, "11-14": 16, "15-17": 20, "parent": 25, "educator": 25}
LONGEST_TEXT = {"8-10": 65, "11-14": 95, "15-17": 95, "parent": 135, "educator": 135}
_MIDPOINT = re.compile(r"\w[·•]\w|\w\.e\.?s?\b|\((?:e|es|ne|se|trice)\)")
# No sexuality for the youngest (programme EVAR, product.md); nobody is ever frightened with these.
_FORBIDDEN = {
    "8-10": re.compile(
        r"\b(?:sexe|sexuel\w*|sexualité|porno\w*|nudes?|viol|viols|violée?s?|violeur|sextorsion|pédo\w+|inceste|"
        r"suicid\w+|agresseur\w*|prédateur\w*|attouchement\w*|masturb\w+|prostitu\w+)\b",
        re.IGNORECASE,
    ),
    "11-14": re.compile(r"\b(?:masturb\w+|sodom\w+|pénétration|fellation|prédateur\w*|pervers\w*)\b", re.IGNORECASE),
    "15-17": re.compile(r"\b(?:sodom\w+|fellation|prédateur\w*|pervers\w*)\b", re.IGNORECASE),
}  # fmt: skip
_NEVER = re.compile(
    r"tu as commis|vous avez commis|c’est légal|tu as le droit d’envoyer|\bpromis,|je te promets|nous vous promettons|"
    r"garder le secret pour toi|ce sera supprimé|sera puni à coup sûr|tu aurais dû|il ne fallait pas|"
    r"tu n’aurais pas dû|pourquoi (?:as-tu|tu as)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»")
_HELPLINE = re.compile(
    r"(?<![\d-])(?:3018|3114|3919|3020|3039|116 ?\d{3}|119|0 ?8\d\d(?: ?\d){6})(?!\d)"
    r"|(?:(?<=\b[Ll]e )|(?<=\b[Aa]u ))(?:15|17|18|112|114)(?!\d| \w+bre)"
)
_FIGURE = re.compile(
    r"\d[\d\s]*(?:%|€|euros\b|pour cent\b)|\bans? de prison|\bmois de prison|\d \d{3}\b|\bun enfant sur\b"
)


def sentences_are_short(content: Content) -> Iterator[Problem]:
    for said in everything_said(content):
        longest = LONGEST_SENTENCE[said.audience]
        for sentence in sentences(said.text):
            count = len(words(sentence))
            if count > longest:
                message = f"phrase de {count} mots, {longest} au plus : « {sentence[:60]}… »"
                yield Problem(said.file, said.place, message)


def texts_fit_the_screen(content: Content) -> Iterator[Problem]:
    for topic in content.topics.values():
        for audience, text in topic.texts.items():
            count = len(words(f"{text.text} {text.action}"))
            if count > LONGEST_TEXT[audience]:
                message = f"{count} mots (texte et action), {LONGEST_TEXT[audience]} au plus"
                yield Problem(topic.file, f"{topic.id}, {audience}", message)


def words_are_allowed(content: Content) -> Iterator[Problem]:
    for said in everything_said(content):
        own = _QUOTED.sub("« »", said.text)  # what somebody else says may be quoted
        for pattern, text, why in (
            (_MIDPOINT, said.text, "point médian ou parenthèse de genre"),
            (_NEVER, own, "tournure interdite"),
        ):
            for found in pattern.finditer(text):
                yield Problem(said.file, said.place, f"« {found.group()} » : {why}")
        forbidden = _FORBIDDEN.get(said.audience)
        for found in forbidden.finditer(said.text) if forbidden else ():
            yield Problem(said.file, said.place, f"« {found.group()} » : mot interdit pour {said.audience}")


def numbers_live_in_one_file(content: Content) -> Iterator[Problem]:
    """Digits of a helpline are typed in lines.yml alone (a text names {line.ID})."""
    for file, place, raw in content.raw_texts:
        for found in _HELPLINE.finditer(raw):
            yield Problem(file, place, f"« {found.group()} » : écrire {{line.…}}, le numéro vit dans lines.yml")


def figures_live_in_one_file(content: Content) -> Iterator[Problem]:
    """A penalty or a statistic is typed in facts.yml alone, with its source and its dates (a text names {fact.ID})."""
    for file, place, raw in content.raw_texts:
        for found in _FIGURE.finditer(raw):
            written = found.group().strip()
            yield Problem(file, place, f"« {written} » : écrire {{fact.…}}, le chiffre vit dans facts.yml")


RULES = (
    sentences_are_short,
    texts_fit_the_screen,
    words_are_allowed,
    numbers_live_in_one_file,
    figures_live_in_one_file,
)
