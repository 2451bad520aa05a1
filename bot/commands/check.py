"""`balise check`: every problem of the words at once, in French."""

import argparse
from datetime import date

from bot import content as words
from bot.settings import read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("check", help="vérifier content/fr")
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DATE", help="dire ce qui est à revérifier ce jour-là"
    )
    parser.add_argument("--sentences", action="store_true", help="chercher aussi les doublons de data/nlu (une minute)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    content = words.load(read_settings().content)
    problems = words.check(content, as_of=options.as_of)
    for problem in problems:
        print(problem)
    texts = sum(len(topic.texts) for topic in content.topics.values())
    counted = f"{len(content.topics)} sujets, {texts} textes, {len(content.lines)} lignes d'aide"
    print(f"{counted} : {len(problems)} problème(s)")
    twins = _twins() if options.sentences else 0
    return 1 if problems or twins else 0


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
