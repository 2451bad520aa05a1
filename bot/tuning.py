"""Choose the cuts of thresholds.yml on sentences whose author was left out of training.

Random folds would flatter: one writer repeats scenes and spellings. Here every sentence is scored by
a model that never read its writer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.language import Example
from bot.safety import CATEGORIES, LEVELS
from bot.understanding.train import TOPIC, topics_of, train

RECALL = 0.97
WRONG_AND_SURE = 0.08
FOLDS = 4


@dataclass(frozen=True)
class HeldOut:
    """Scores of every example by a model without its author: (n, outputs), and what they should say."""

    scores: np.ndarray
    outputs: tuple[str, ...]
    examples: Sequence[Example]

    def of(self, output: str) -> np.ndarray:
        return self.scores[:, self.outputs.index(output)]

    @property
    def levels(self) -> np.ndarray:
        return np.array([LEVELS.index(one.level) for one in self.examples])


def fold_of(author: str) -> int:
    """Writers of a number wrote together ("t2", "r2"): they are left out together."""
    digits = "".join(char for char in author if char.isdigit())
    return int(digits or 0) % FOLDS


def hold_out(examples: Sequence[Example], *, progress=print) -> HeldOut:
    """Train once a fold; about a minute each for 15,000 sentences on two cores."""
    topics = topics_of(examples)
    folds = np.array([fold_of(one.author) for one in examples])
    scores: np.ndarray | None = None
    outputs: tuple[str, ...] = ()
    for fold in range(FOLDS):
        progress(f"auteurs {fold + 1}/{FOLDS}…")
        model = train([one for one, its in zip(examples, folds, strict=True) if its != fold])
        if scores is None:
            outputs = tuple(f"{TOPIC}{topic}" for topic in topics) + model.outputs[-_risks(model.outputs) :]
            scores = np.zeros((len(examples), len(outputs)), dtype=np.float32)
        rows = np.flatnonzero(folds == fold)
        if len(rows):
            found = model.scores([examples[row].text for row in rows])
            columns = np.array([outputs.index(name) for name in model.outputs])
            scores[rows[:, None], columns] = found
    assert scores is not None
    return HeldOut(scores, outputs, examples)


def _risks(outputs: Sequence[str]) -> int:
    return sum(not name.startswith(TOPIC) for name in outputs)


def choose(held: HeldOut, worded: np.ndarray) -> dict[str, float]:
    """The cuts. `worded` says for each example whether a wording already raises `alerte`."""
    levels = held.levels
    danger = levels >= LEVELS.index("alerte")
    alarm = held.of("at_least:alerte")
    cuts = {"alerte": _alarm_cut(alarm, danger, worded)}
    alarmed = danger & ((alarm >= cuts["alerte"]) | worded)
    cuts["urgence"] = _best_cut(held.of("at_least:urgence")[alarmed], levels[alarmed] == LEVELS.index("urgence"))
    calm = ~danger
    cuts["vigilance"] = _best_cut(held.of("at_least:vigilance")[calm], levels[calm] == LEVELS.index("vigilance"))
    third = np.array([one.third_party for one in held.examples])
    cuts["third_party"] = _best_cut(held.of("third_party")[danger], third[danger])
    return cuts


def _alarm_cut(alarm: np.ndarray, danger: np.ndarray, worded: np.ndarray) -> float:
    """The highest cut that still sees RECALL of the dangers, those that a wording sees being seen anyway."""
    seen = np.where(worded, np.inf, alarm)[danger]
    return float(np.floor(np.quantile(seen, 1 - RECALL) * 100) / 100)


def _best_cut(scores: np.ndarray, wanted: np.ndarray) -> float:
    """The cut with the best F1."""
    cuts = np.arange(-0.5, 1.0, 0.01)
    said = scores[None, :] >= cuts[:, None]
    hits = (said & wanted).sum(axis=1)
    f1 = 2 * hits / np.maximum(said.sum(axis=1) + wanted.sum(), 1)
    return float(round(cuts[int(f1.argmax())], 2))


def curve(held: HeldOut, worded: np.ndarray) -> list[tuple[float, float, float, float]]:
    """(cut, recall on dangers, false alarms on `aucun`, alarms on `vigilance`) along the cuts."""
    levels, alarm = held.levels, held.of("at_least:alerte")
    rows = []
    for cut in np.arange(0.15, 0.71, 0.05):
        seen = (alarm >= cut) | worded
        recall, false, early = (float(seen[mask].mean()) for mask in (levels >= 2, levels == 0, levels == 1))
        rows.append((float(cut), recall, false, early))
    return rows


def choose_topics(held: HeldOut, common: np.ndarray) -> dict[str, float]:
    """Sharpness, rarity and the least confidence to answer, on held-out writers."""
    count = len(common)
    names = {name.removeprefix(TOPIC): index for index, name in enumerate(held.outputs[:count])}
    rows = [row for row, one in enumerate(held.examples) if one.topic]
    wanted = np.array([names[held.examples[row].topic or ""] for row in rows])
    scores = held.scores[rows, :count]
    best: tuple[float, float, float] = (np.inf, 0.0, 0.0)
    for sharpness in (5, 6, 7, 8, 9, 10, 12, 14):
        for rarity in (0.0, 0.2, 0.4, 0.6):
            likely = _softmax(sharpness * scores - rarity * common)
            loss = -np.log(np.maximum(likely[np.arange(len(rows)), wanted], 1e-9)).mean()
            best = min(best, (float(loss), float(sharpness), rarity))
    likely = _softmax(best[1] * scores - best[2] * common)
    sure, right = likely.max(axis=1), likely.argmax(axis=1) == wanted
    cuts = [cut for cut in np.arange(0.05, 0.9, 0.01) if ((sure >= cut) & ~right).mean() <= WRONG_AND_SURE]
    return {"topic_sharpness": best[1], "topic_rarity": best[2], "topic_confident": float(round(min(cuts), 2))}


def _softmax(scores: np.ndarray) -> np.ndarray:
    sharp = np.exp(scores - scores.max(axis=1, keepdims=True))
    return sharp / sharp.sum(axis=1, keepdims=True)


def accuracy(held: HeldOut, common: np.ndarray, cuts: dict[str, float]) -> dict[str, float]:
    """Topic top-1 and top-3, and the category of dangers, on held-out writers."""
    count = len(common)
    topics = [name.removeprefix(TOPIC) for name in held.outputs[:count]]
    rows = [row for row, one in enumerate(held.examples) if one.topic]
    likely = cuts["topic_sharpness"] * held.scores[rows, :count] - cuts["topic_rarity"] * common
    order = np.argsort(-likely, axis=1)[:, :3]
    wanted = np.array([topics.index(held.examples[row].topic or "") for row in rows])
    danger = np.flatnonzero(held.levels >= LEVELS.index("alerte"))
    kinds = np.stack([held.of(f"category:{name}") for name in CATEGORIES], axis=1)[danger].argmax(axis=1)
    right = [CATEGORIES[kind] == held.examples[row].category for kind, row in zip(kinds, danger, strict=True)]
    return {
        "sujet, premier choix": float((order[:, 0] == wanted).mean()),
        "sujet, dans les trois": float((order == wanted[:, None]).any(axis=1).mean()),
        "catégorie des dangers": float(np.mean(right)),
    }
