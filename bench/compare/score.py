"""Three sets of answers, the same questions: danger at equal false alarms, topics outside danger."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

from bot.evaluation.rates import Rate, rate
from bot.settings import ROOT

_ALARMS = (0.02, 0.05, 0.10)
_PEERS = {"Balise, model alone": "balise", "stock Rasa (DIET)": "rasa", "node-nlp": "node_nlp"}
_DANGERS = ("alerte", "urgence")


def score(folder: Path) -> None:
    """Write docs/measures/peers.json, which `make evaluate` puts on the page."""
    messages = json.loads((folder / "messages.json").read_text(encoding="utf-8"))
    learnt = len(json.loads((folder / "train.json").read_text(encoding="utf-8")))
    head = ["", "messages", *(f"recall at {share:.0%} false alarms" for share in _ALARMS), "topic outside danger"]
    rows: list[list[str]] = [[*head, "in three"]]
    for kind in sorted({one["set"] for one in messages}):
        kept = [at for at, one in enumerate(messages) if one["set"] == kind]
        for name, file in _PEERS.items():
            path = folder / f"{file}.json"
            if path.exists():
                answers = json.loads(path.read_text(encoding="utf-8"))
                its = [(messages[at], answers[at]) for at in kept]
                rows.append([name, f"{kind} ({len(its)})", *_figures(its)])
    how = (
        f"`bench/compare` on {date.today():%Y-%m-%d}: the same {learnt} training sentences for each, drawn at random "
        "from three quarters of the writers. At the share of false alarms given, each with its own cut; Wilson 95 %."
    )
    out = ROOT / "docs" / "measures" / "peers.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"how": how, "table": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for row in rows:
        print(" | ".join(row))


def _figures(its: list[tuple[dict, dict[str, float]]]) -> list[str]:
    danger = np.array([_danger(answer) for _, answer in its])
    calm = np.sort(danger[[message["level"] == "aucun" for message, _ in its]])[::-1]
    grave = danger[[message["level"] in _DANGERS for message, _ in its]]
    cells = [_cell(rate(grave > calm[int(share * len(calm))])) for share in _ALARMS]
    asked = [(m["topic"], _topics(a)) for m, a in its if m["topic"] and m["level"] not in _DANGERS]
    in_first: Callable[[int], Rate] = lambda count: rate(topic in found[:count] for topic, found in asked)  # noqa: E731
    return [*cells, _cell(in_first(1)), _cell(in_first(3))]


def _danger(answer: dict[str, float]) -> float:
    if "at_least:alerte" in answer:
        return answer["at_least:alerte"]
    return sum(value for name, value in answer.items() if name.startswith("confier_"))


def _topics(answer: dict[str, float]) -> list[str]:
    ours = {name.removeprefix("topic:"): value for name, value in answer.items() if name.startswith("topic:")}
    theirs = {name: value for name, value in answer.items() if not name.startswith("confier_")}
    named = ours or theirs
    return sorted(named, key=lambda name: -named[name])


def _cell(its: Rate) -> str:
    low, high = its.interval()
    return f"{its.value:.3f} [{low:.3f}-{high:.3f}]"
