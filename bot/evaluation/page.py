"""The figures as lines for a terminal, and as the page docs/evaluation.md."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.evaluation.measures import Measures
from bot.evaluation.robustness import Line


def report(measures: Measures) -> str:
    """The figures as lines: rate, 95 % interval, counts."""
    lines = [f"{name:<46} {its}" for name, its in measures.rates.items() if its.total]
    lines += [f"{'sujet : macro-F1':<46} {measures.macro_f1:.3f}", "", "Confiance annoncée, puis part de justes :"]
    lines += [
        f"  {low:.1f} à {high:.1f} : {mean:.2f} annoncé, {right}" for low, high, mean, right in measures.calibration
    ]
    lines += ["", "Confusions les plus fréquentes (attendu -> compris) :"]
    lines += [f"  {wanted} -> {got} : {count}" for wanted, got, count in measures.confusions]
    return "\n".join(lines)


def mistyped(lines: Sequence[Line]) -> str:
    """The robustness table as lines."""
    rows = [f"{'clair':<46} {lines[0].clean}"] if lines else []
    rows += [
        f"{line.name:<46} {line.mistyped}  ({100 * (line.mistyped.value - line.clean.value):+.1f} points)"
        for line in lines
    ]
    return "\n".join(rows)


def page(
    name: str, count: int, figures: str, robust: str, left_out: dict[str, Any] | None, peers: dict[str, Any] | None
) -> str:
    """docs/evaluation.md, whole. `left_out` and `peers` are what `make tune` and `make compare` kept."""
    parts = [_HEAD.format(name=name, count=count, figures=figures, robust=robust)]
    if left_out:
        parts.append(_LEFT_OUT.format(**left_out | {"curve": _table(left_out["curve"])}))
        parts.append(_table(left_out["by_author"]))
    if peers:
        parts.append(_PEERS.format(**peers | {"table": _table(peers["table"])}))
    return "\n".join(parts).rstrip() + "\n"


def _table(rows: Iterable[Sequence[Any]]) -> str:
    """Markdown; the first row is the head."""
    listed = [[_cell(value) for value in row] for row in rows]
    return "\n".join(
        f"| {' | '.join(row)} |" + ("\n|" + "---|" * len(row) if number == 0 else "")
        for number, row in enumerate(listed)
    )


def _cell(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


_HEAD = """# Understanding, measured

Written by `make evaluate EVAL={name}`; do not edit. Each rate comes with its Wilson 95 % interval and its counts.
What the cuts were chosen on: bot/safety/thresholds.yml.

## Messages by other hands ({count}, not held by this project)

Not one of these messages is in the training data, and the writers of the training data never saw them. Sentences
that an earlier session had ordered in the likeness of messages missed here (sets n2, n3 and r4) were taken out of
the training data on 2026-11-21, and so was one wording. Few authors wrote this file: another gives other figures.

```
{figures}
```

## Mistyped dangers

The dangers of that file and of tests/cases, mistyped by a program with fixed dice.

```
{robust}
```
"""

_LEFT_OUT = """
## Writers left out

By `make tune` ({date}): {examples} training sentences in {authors} sets, each scored by a model that read no sentence
of its set (four folds of sets: whole scenes and ways of writing are new to the model). Model and wordings together,
without the reading of a message sentence by sentence. Writers were asked for the hardest sentences (sets s1 to s5
are nothing but dangers beside their look-alikes), so these are harder than messages as they come.

{curve}

Topic, first choice {top1:.3f}, in three {top3:.3f}; category of dangers {category:.3f}; third person {third:.3f}.

At the cut in use ({cut}), by set of sentences:
"""

_PEERS = """
## Beside stock Rasa and node-nlp

{how}

{table}
"""
