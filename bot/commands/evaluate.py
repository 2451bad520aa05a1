"""`balise evaluate`: how well messages are understood, with intervals."""

import argparse
import json
from pathlib import Path

from bot.commands.understand import load_understander


def add_to(commands) -> None:
    parser = commands.add_parser("evaluate", help="mesurer la compréhension sur un fichier annoté")
    parser.add_argument(
        "messages", type=Path, help="fichier JSONL : text, audience, level, category, third_party, topic"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from bot.evaluation import measure, report

    messages = [json.loads(line) for line in options.messages.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(report(measure(load_understander(), messages)))
    return 0
