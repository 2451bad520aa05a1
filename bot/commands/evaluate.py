"""`balise evaluate`: how well messages are understood, with intervals, and the page that says so."""

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

from bot.commands.understand import load_understander
from bot.settings import ROOT

MEASURES = ROOT / "docs" / "measures"


def add_to(commands) -> None:
    parser = commands.add_parser("evaluate", help="mesurer la compréhension sur un fichier annoté")
    parser.add_argument(
        "messages", type=Path, help="fichier JSONL : text, audience, level, category, third_party, topic"
    )
    parser.add_argument(
        "--cases", type=Path, metavar="DOSSIER", help="cas YAML dont les dangers seront mal tapés aussi"
    )
    parser.add_argument("--out", type=Path, metavar="F.md", help="écrire aussi le résultat dans ce fichier")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from bot.evaluation.measures import danger, measure
    from bot.evaluation.page import mistyped, page, report
    from bot.evaluation.robustness import robustness

    messages = [json.loads(line) for line in options.messages.read_text(encoding="utf-8").splitlines() if line.strip()]
    understander = load_understander()
    figures = report(measure(understander, messages))
    print(figures)
    print("\nLes mêmes dangers, mal tapés…")
    dangers = [one for one in messages if danger(one)] + _dangers(options.cases)
    robust = mistyped(robustness(understander, dangers))
    print(robust)
    if options.out:
        written = page(
            options.messages.name, len(messages), figures, robust, _kept("left_out.json"), _kept("peers.json")
        )
        options.out.write_text(written, encoding="utf-8")
    return 0


def _dangers(folder: Path | None) -> list[dict[str, Any]]:
    """The dangers among the YAML cases of a folder (tests/cases says how they are written)."""
    files = sorted(folder.glob("*.yml")) if folder else []
    cases = [one for path in files for one in yaml.safe_load(path.read_text(encoding="utf-8"))]
    grave = [case for case in cases if case.get("risk", {}).get("level") in ("alerte", "urgence")]
    return [{"text": text, "audience": case["audience"]} for case in grave for text in case["say"]]


def _kept(name: str) -> dict[str, Any] | None:
    path = MEASURES / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
