"""`balise understand`: what the assistant understands of each line of a file. No server needed."""

import argparse
import json
from pathlib import Path
from typing import Any

from bot.settings import read_settings


def add_to(commands) -> None:
    parser = commands.add_parser("understand", help="comprendre un fichier de messages (JSON par ligne)")
    parser.add_argument("--in", dest="source", required=True, type=Path, metavar="F.jsonl")
    parser.add_argument("--out", required=True, type=Path, metavar="G.jsonl")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    understander = load_understander()
    with options.source.open(encoding="utf-8") as source, options.out.open("w", encoding="utf-8") as out:
        for number, line in enumerate(source, start=1):
            if line.strip():
                out.write(json.dumps(_understood(understander, _read(line, number)), ensure_ascii=False) + "\n")
    return 0


def load_understander():
    """The trained model, ready. Raises FileNotFoundError saying what to run."""
    from bot.language import load
    from bot.understanding import Understander

    path = read_settings().understanding
    if not path.exists():
        raise FileNotFoundError(f"aucun modèle dans {path} : lancez d'abord « make train »")
    return Understander(load(path))


def _read(line: str, number: int) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except json.JSONDecodeError:
        raise ValueError(f"ligne {number} : ce n'est pas du JSON") from None
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        raise ValueError(f"ligne {number} : il faut un objet avec « text »")
    return message


def _understood(understander, message: dict[str, Any]) -> dict[str, Any]:
    found = understander.understand(message["text"], audience=message.get("audience"))
    risk = found.risk
    return message | {
        "risk": {"level": risk.level, "category": risk.category, "third_party": risk.third_party},
        "topic": found.topic,
        "confidence": round(found.confidence, 4),
        "fallback": found.fallback,
        "guesses": [{"topic": one.topic, "confidence": round(one.confidence, 4)} for one in found.guesses],
    }
