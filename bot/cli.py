"""`balise`: one command, one subcommand a task. Heavy imports wait until they are asked for."""

import argparse
import sys
from collections.abc import Callable, Sequence

from bot.commands import aide, check, evaluate, orient, preview, serve, train, tune, understand
from bot.content import ContentError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns the exit code. Errors are one French sentence."""
    parser = argparse.ArgumentParser(prog="balise", description="L'assistant Balise : servir, entraîner, vérifier.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="commande")
    for module in (serve, train, check, preview, orient, aide, understand, evaluate, tune):
        module.add_to(commands)
    options = parser.parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except ContentError as error:
        print(f"balise : {error}", file=sys.stderr)
        return 1
    except (ValueError, FileNotFoundError) as error:
        print(f"balise : {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
