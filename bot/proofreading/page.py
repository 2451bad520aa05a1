"""docs/fr/lisibilite.md: the readability table, made from the words themselves."""

from pathlib import Path
from statistics import mean

from bot.content import Content
from bot.content.checks.said import sentences, topics_said, words
from bot.content.checks.wording import LONGEST_SENTENCE, LONGEST_TEXT
from bot.proofreading.familiarity import WANTED, familiarity
from bot.proofreading.readability import EASY_ENOUGH, LONGEST_MEAN_SENTENCE, ease_by_audience

_HEAD = """# Lisibilité des textes

Écrit par `balise check --readability docs/fr/lisibilite.md` ; `make check` vérifie les mêmes limites.

Flesch français : formule de Kandel et Moles (1958), sur le texte et l'action de chaque sujet. Plus c'est haut, plus
c'est facile. Les syllabes sont comptées par une règle de Balise (e muet final non compté) : à un ou deux points près.
Mots par phrase : toutes les parties ; deux-points, point-virgule et guillemets coupent la phrase.

| Public | Textes | Flesch | demandé | le plus difficile | Mots par phrase | la plus longue | Texte le plus long |
|---|---|---|---|---|---|---|---|
"""


def readability_page(content: Content, listed: Path | None = None) -> str:
    """The page in Markdown. `listed` adds a second measure of the 8-10 words against another list."""
    said = list(topics_said(content))
    rows = []
    for audience, found in ease_by_audience(content).items():
        lengths = [len(words(one)) for piece in said if piece.audience == audience for one in sentences(piece.text)]
        texts = [topic.texts[audience] for topic in content.topics.values() if audience in topic.texts]
        longest = max(len(words(f"{text.text} {text.action}")) for text in texts)
        hardest = min(found, key=lambda one: one.score)
        wanted = f"{EASY_ENOUGH[audience]:.0f}" if audience in EASY_ENOUGH else "–"
        limit = LONGEST_MEAN_SENTENCE.get(audience)
        mean_length = f"{mean(lengths):.1f}" + (f" ({limit:.0f} au plus)" if limit else "")
        rows.append(
            f"| {audience} | {len(found)} | {mean(one.score for one in found):.0f} | {wanted} "
            f"| {hardest.score:.0f} (`{hardest.place}`) | {mean_length} | {max(lengths)} "
            f"({LONGEST_SENTENCE[audience]} au plus) | {longest} ({LONGEST_TEXT[audience]} au plus) |"
        )
    return _HEAD + "\n".join(rows) + "\n" + _known(content, listed)


def _known(content: Content, listed: Path | None) -> str:
    own = familiarity(content)
    hard = ", ".join(f"{word} ({count})" for word, count in own.unknown.most_common(25))
    said = f"""
## Les mots des 8-10 ans

Sur {own.words} mots écrits (les quatre parties de chaque sujet), {own.share:.1%} sont connus ou expliqués
({WANTED:.0%} au moins) : {own.known / own.words:.1%} sont dans `content/fr/known_words.txt`,
{own.explained / own.words:.1%} sont expliqués par le glossaire.

Cette liste est la nôtre, écrite de mémoire sans voir les textes : ce n'est pas une mesure de fréquence. Manulex
(54 manuels d'école) est réservée à la recherche et ne peut pas être distribuée ici : qui l'a obtenue mesure avec
`balise check --readability FICHIER --known-words manulex.csv`.

Mots inconnus les plus fréquents : {hard}.
"""
    if listed:
        other = familiarity(content, listed)
        said += f"\nAvec la liste `{listed.name}` : {other.share:.1%} de mots connus ou expliqués.\n"
    return said
