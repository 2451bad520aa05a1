"""`balise check`: every problem of the words at once, in French."""

import argparse
from datetime import date
from pathlib import Path

from bot import content as words
from bot.content import Content, ContentError, Problem
from bot.orientation import trial
from bot.settings import read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("check", help="vérifier content/fr")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="dire ce qui est à revérifier ce jour-là")
    parser.add_argument("--sentences", action="store_true", help="chercher aussi les doublons de data/nlu (une minute)")
    parser.add_argument("--links", action="store_true", help="essayer l'adresse de chaque source, et rien d'autre")
    parser.add_argument(
        "--readability", type=Path, metavar="FICHIER", help="écrire le tableau de lisibilité dans ce fichier"
    )
    parser.add_argument(
        "--known-words", type=Path, metavar="FICHIER",
        help="mesurer aussi les 8-10 ans avec une autre liste de mots (un mot par ligne, Manulex par exemple)",
    )  # fmt: skip
    parser.set_defaults(run=run)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {written} » n'est pas une date AAAA-MM-JJ") from None


def run(options: argparse.Namespace) -> int:
    folder = read_settings().content
    try:
        content = words.load(folder)
        problems = words.check_folder(folder, as_of=options.as_of)
        if not problems:
            trial(content)
    except ContentError as error:
        return _say(error.problems, "Rien n'a été chargé")
    if options.links:
        return _links(content)
    from bot.proofreading import proofread, readability_page  # spaCy takes two seconds

    problems += proofread(content)
    if options.readability:
        options.readability.write_text(readability_page(content, options.known_words), encoding="utf-8")
    texts = sum(len(topic.texts) for topic in content.topics.values())
    counted = (
        f"{len(content.topics)} sujets, {texts} textes, {len(content.leaflets)} fiches, "
        f"{len(content.glossary)} mots expliqués, {len(content.lines)} lignes d'aide"
    )
    failed = _say(problems, counted)
    return 1 if (_twins() if options.sentences else 0) else failed


def _say(problems, counted: str) -> int:
    for problem in problems:
        print(problem)
    print(f"{counted} : {len(problems)} problème(s)")
    return 1 if problems else 0


def _links(content: Content) -> int:
    from bot.proofreading.links import dead_links

    dead: list[Problem] = []
    for problem in dead_links(content):
        print(problem, flush=True)
        dead.append(problem)
    print(f"{len(content.sources)} sources : {len(dead)} adresse(s) à revoir")
    return 1 if dead else 0


def _twins() -> int:
    """Print each training sentence that says what another says in nearly the same words."""
    from bot.language import near_duplicates, read

    examples = read(read_settings().nlu)
    pairs = near_duplicates([one.text for one in examples])
    for first, second in pairs:
        one, other = examples[first], examples[second]
        print(f"data/nlu : {one.intent} « {one.text} » et {other.intent} « {other.text} » : presque la même phrase")
    print(f"{len(examples)} phrases d'apprentissage : {len(pairs)} doublon(s)")
    return len(pairs)
