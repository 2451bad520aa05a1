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
    parser.add_argument("--out", type=Path, metavar="F.md", help="écrire aussi le résultat dans ce fichier")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from bot.evaluation import measure, report

    messages = [json.loads(line) for line in options.messages.read_text(encoding="utf-8").splitlines() if line.strip()]
    figures = report(measure(load_understander(), messages))
    print(figures)
    if options.out:
        options.out.write_text(_page(figures, options.messages.name, len(messages)), encoding="utf-8")
    return 0


def _page(figures: str, name: str, count: int) -> str:
    return f"""# Understanding, measured

Written by `make evaluate EVAL={name}` on {count} messages that this project does not hold.
Each rate comes with its Wilson 95 % interval and its counts. Thresholds: bot/safety/thresholds.yml, which says
what they were chosen on. Where that is this very file, or where its misses were looked at while training sentences
were written (they were, for the 294 messages of 2026-11-21), these figures flatter.

```
{figures}
```
"""
