"""`balise aide`: the page of numbers as files, for a web server that has nothing else left to show."""

import argparse
from pathlib import Path

from bot.settings import read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("aide", help="écrire la page des numéros d'aide en fichiers HTML autonomes")
    parser.add_argument("folder", type=Path, metavar="DOSSIER")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from bot.web.standalone import pages

    options.folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages(read_settings()):
        (options.folder / name).write_text(page, encoding="utf-8")
        print(options.folder / name)
    return 0
