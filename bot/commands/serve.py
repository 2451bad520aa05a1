"""`balise serve`: the three processes, until Ctrl-C."""

import argparse

from bot.settings import read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("serve", help="démarrer Balise")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from bot.launch import serve

    return serve(read_settings())
