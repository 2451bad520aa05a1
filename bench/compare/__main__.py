"""`python -m bench.compare`: see README.md beside this file."""

import argparse
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bench.compare.score import score
from bot.evaluation.tuning import fold_of
from bot.language import Example, read
from bot.settings import ROOT, read_settings
from bot.understanding import train

_SEED, _FOLD, _TEST = 7, 0, 2000
_STOCK = """
recipe: default.v1
language: fr
pipeline:
- name: WhitespaceTokenizer
- name: RegexFeaturizer
- name: LexicalSyntacticFeaturizer
- name: CountVectorsFeaturizer
- name: CountVectorsFeaturizer
  analyzer: char_wb
  min_ngram: 1
  max_ngram: 4
- name: DIETClassifier
  epochs: 100
  constrain_similarities: true
  # The two lines that are not of `rasa init`: every intent's confidence, and no entities (there are none to learn).
  ranking_length: 0
  entity_recognition: false
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.compare")
    parser.add_argument("step", choices=("prepare", "rasa", "balise", "score"))
    parser.add_argument("--out", type=Path, required=True, help="working folder, outside the project")
    parser.add_argument("--messages", type=Path, help="annotated messages (JSONL)")
    parser.add_argument("--size", type=int, default=1500, help="training sentences")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    {"prepare": prepare, "rasa": stock_rasa, "balise": balise, "score": lambda its: score(its.out)}[options.step](
        options
    )


def prepare(options: argparse.Namespace) -> None:
    """A sample to learn, the messages to read (the file's, and left-out writers'), in everyone's format."""
    dice = random.Random(_SEED)
    examples = read(read_settings().nlu)
    learnt = dice.sample([one for one in examples if fold_of(one.author) != _FOLD], options.size)
    kept = dice.sample([one for one in examples if fold_of(one.author) == _FOLD], _TEST)
    messages = [_message(one) for one in kept]
    if options.messages:
        lines = options.messages.read_text(encoding="utf-8").splitlines()
        messages += [json.loads(line) | {"set": "yardstick"} for line in lines]
    _write(options.out / "train.json", [vars(one) for one in learnt])
    _write(options.out / "messages.json", messages)
    by_intent: dict[str, list[str]] = {}
    for one in learnt:
        by_intent.setdefault(one.intent, []).append(one.text)
    blocks = [
        {"intent": name, "examples": "\n".join(f"- {text}" for text in texts)} for name, texts in by_intent.items()
    ]
    document = yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True, width=10**6)
    (options.out / "nlu.yml").write_text(document, encoding="utf-8")
    (options.out / "stock.yml").write_text(_STOCK, encoding="utf-8")


def _message(one: Example) -> dict[str, Any]:
    marks = {"level": one.level, "category": one.category, "third_party": one.third_party, "topic": one.topic}
    return {"text": one.text, "set": "left-out writers", **marks}


def stock_rasa(options: argparse.Namespace) -> None:
    """Learn with `rasa train nlu`, then read every message in this process."""
    command = [sys.executable, "-m", "rasa", "train", "nlu", "--nlu", "nlu.yml", "--config", "stock.yml"]
    started = time.monotonic()
    subprocess.run([*command, "--out", ".", "--fixed-model-name", "stock"], cwd=options.out, check=True)
    print(f"learnt in {time.monotonic() - started:.0f} s")
    import asyncio

    from rasa.core.agent import Agent

    agent = Agent.load(str(options.out / "stock.tar.gz"))

    async def ask() -> list[dict[str, float]]:
        found = []
        for one in json.loads((options.out / "messages.json").read_text(encoding="utf-8")):
            parsed = await agent.parse_message(one["text"])
            found.append({each["name"]: each["confidence"] for each in parsed["intent_ranking"]})
        return found

    _write(options.out / "rasa.json", asyncio.run(ask()))


def balise(options: argparse.Namespace) -> None:
    """Learn and read with Balise's model alone."""
    learnt = [Example(**one) for one in json.loads((options.out / "train.json").read_text(encoding="utf-8"))]
    messages = json.loads((options.out / "messages.json").read_text(encoding="utf-8"))
    started = time.monotonic()
    model = train(learnt)
    print(f"learnt in {time.monotonic() - started:.0f} s")
    scores = model.scores([one["text"] for one in messages])
    found = [dict(zip(model.outputs, map(float, np.round(row, 5)), strict=True)) for row in scores]
    _write(options.out / "balise.json", found)


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
