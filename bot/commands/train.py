"""`balise train` and `balise setup`."""

import argparse

from bot.settings import read_settings


def add_to(commands) -> None:
    trainer = commands.add_parser("train", help="entraîner le modèle s'il manque ou si ses sources ont changé")
    trainer.add_argument("--force", action="store_true", help="entraîner même si rien n'a changé")
    trainer.set_defaults(run=run)
    setup = commands.add_parser("setup", help="créer dossiers, secrets et base de données")
    setup.set_defaults(run=run_setup)


def run(options: argparse.Namespace) -> int:
    from bot.launch import train

    train(read_settings(), force=options.force)
    return 0


def run_setup(options: argparse.Namespace) -> int:
    from bot.launch import setup

    setup(read_settings())
    return 0
