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
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    content = words.load(read_settings().content)
    problems = words.check(content, as_of=options.as_of)
    for problem in problems:
        print(problem)
    texts = sum(len(topic.texts) for topic in content.topics.values())
    counted = f"{len(content.topics)} sujets, {texts} textes, {len(content.lines)} lignes d'aide"
    print(f"{counted} : {len(problems)} problème(s)")
    return 1 if problems else 0
