"""Choose the cuts of thresholds.yml on sentences whose author was left out of training.

Random folds would flatter: one writer repeats scenes and spellings. Here every sentence is scored by
a model that never read its writer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from bot.evaluation.rates import rate
from bot.language import Example
from bot.safety import CATEGORIES, LEVELS, Calibration, signals
from bot.safety.calibration import products
from bot.understanding.train import TOPIC, lessons, row_of, topics_of, train

RECALL = 0.97
WRONG_AND_SURE = 0.08
FOLDS = 4
# A sign of danger is no false alarm, nor a danger: it counts for a fifth of a calm sentence in the second reading.
SIGN_WEIGHT, STRENGTH = 0.2, 0.1
_ALARMED = 0.3


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
    """Train once a fold: about two minutes each for 48,000 sentences on two cores."""
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


def calibrate(held: HeldOut) -> tuple[Calibration, dict[str, np.ndarray]]:
    """The second reading, learnt from all the held-out scores; and what it says of each sentence, (n,) a head,
    learnt without the sentence's fold of writers."""
    names = held.outputs[-_risks(held.outputs) :]
    kinds = np.stack([held.of(f"category:{name}") for name in CATEGORIES], axis=1)
    topics = held.scores[:, : len(held.outputs) - len(names)]
    seen = signals(held.scores[:, len(topics[0]) :], kinds, topics)
    centre, scale = seen.mean(axis=0), seen.std(axis=0) + 1e-9
    terms = products((seen - centre) / scale)
    folds, levels = np.array([fold_of(one.author) for one in held.examples]), held.levels
    alerte, urgence = LEVELS.index("alerte"), LEVELS.index("urgence")
    told: dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]] = {  # what is wanted, among which rows, with what weight
        "danger": (levels >= alerte, levels >= 0, np.where(levels == LEVELS.index("vigilance"), SIGN_WEIGHT, 1.0)),
        "now": (levels == urgence, levels >= alerte, np.ones(len(levels))),
        "sign": (levels == LEVELS.index("vigilance"), levels < alerte, np.ones(len(levels))),
    }
    weights, said = {}, {}
    for head, (wanted, among, weight) in told.items():
        weights[head] = _logistic(terms[among], wanted[among], weight[among])
        said[head] = np.zeros(len(levels))
        for fold in sorted(set(folds)):
            rows = among & (folds != fold)
            its = _logistic(terms[rows], wanted[rows], weight[rows])
            said[head][folds == fold] = expit(terms[folds == fold] @ its[1:] + its[0])
    return Calibration(tuple(names), centre, scale, weights), said


def _logistic(terms: np.ndarray, wanted: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Weights on unscaled terms, the constant first, of a regularised logistic regression."""
    centre, scale = terms.mean(axis=0), terms.std(axis=0) + 1e-9
    fitted = LogisticRegression(C=STRENGTH, max_iter=800).fit((terms - centre) / scale, wanted, sample_weight=weight)
    slopes = fitted.coef_[0] / scale
    return np.concatenate([fitted.intercept_ - slopes @ centre, slopes])


def choose(held: HeldOut, said: dict[str, np.ndarray], worded: np.ndarray) -> dict[str, float]:
    """The cuts on danger. `said` is what `calibrate` says; `worded` whether a wording already raises `alerte`."""
    levels = held.levels
    danger = levels >= LEVELS.index("alerte")
    third = np.array([one.third_party for one in held.examples])
    return {
        "alerte": _alarm_cut(said["danger"], danger, worded),
        "urgence": _best_cut(said["now"][danger], levels[danger] == LEVELS.index("urgence")),
        "vigilance": _best_cut(said["sign"][~danger], levels[~danger] == LEVELS.index("vigilance")),
        "third_party": _best_cut(held.of("third_party")[danger], third[danger]),
    }


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


def curve(held: HeldOut, alarm: np.ndarray, worded: np.ndarray) -> list[tuple[float, float, float, float]]:
    """(cut, recall on dangers, false alarms on `aucun`, alarms on `vigilance`) along the cuts on `alarm`, (n,)."""
    levels = held.levels
    rows = []
    for cut in np.arange(0.05, 0.56, 0.05):
        seen = (alarm >= cut) | worded
        recall, false, early = (float(seen[mask].mean()) for mask in (levels >= 2, levels == 0, levels == 1))
        rows.append((float(cut), recall, false, early))
    return rows


def choose_topics(held: HeldOut, likely: Callable[[dict[str, float]], np.ndarray]) -> dict[str, float]:
    """Sharpness, rarity, weight of the lessons, and the least confidence to answer, on held-out writers.

    `likely` gives the confidences, (rows with a topic, topics), under such cuts.
    """
    wanted = topics_wanted(held)
    best: tuple[float, dict[str, float]] = (np.inf, {})
    for sharpness in (10.0, 12.0, 14.0):
        for rarity in (0.0, 0.3, 0.5):
            for lesson in (0.0, 0.3, 0.5):
                cuts = {"topic_sharpness": sharpness, "topic_rarity": rarity, "topic_lesson": lesson}
                right = likely(cuts)[np.arange(len(wanted)), wanted]
                loss = float(-np.log(np.maximum(right, 1e-9)).mean())
                best = min(best, (loss, cuts), key=lambda one: one[0])
    found = likely(best[1])
    sure, right = found.max(axis=1), found.argmax(axis=1) == wanted
    least = [cut for cut in np.arange(0.05, 0.9, 0.01) if ((sure >= cut) & ~right).mean() <= WRONG_AND_SURE]
    return best[1] | {"topic_confident": float(round(min(least), 2))}


def with_topic(held: HeldOut) -> np.ndarray:
    """The rows of the sentences that have a topic."""
    return np.array([row for row, one in enumerate(held.examples) if one.topic])


def topics_wanted(held: HeldOut) -> np.ndarray:
    """The column of the topic of each of those sentences."""
    columns = {name.removeprefix(TOPIC): column for column, name in enumerate(held.outputs) if name.startswith(TOPIC)}
    return np.array([columns[held.examples[row].topic or ""] for row in with_topic(held)])


def confidences(held: HeldOut, cuts: dict[str, float]) -> np.ndarray:
    """What Understander.guesses would say, for every sentence with a topic, audience aside."""
    topics = sum(name.startswith(TOPIC) for name in held.outputs)
    rows = with_topic(held)
    common = np.log(np.bincount(topics_wanted(held), minlength=topics) / len(held.examples))
    weighed = cuts["topic_sharpness"] * held.scores[rows, :topics] - cuts["topic_rarity"] * common
    kinds = np.stack([held.of(f"category:{name}") for name in CATEGORIES], axis=1).argmax(axis=1)
    third = held.of("third_party") >= 0
    told = lessons(held.examples)[[row_of(CATEGORIES[kinds[row]], bool(third[row])) for row in rows]]
    alarmed = held.of("at_least:alerte")[rows] >= _ALARMED
    weighed += cuts["topic_lesson"] * np.where(alarmed[:, None], told, 0)
    sharp = np.exp(weighed - weighed.max(axis=1, keepdims=True))
    return sharp / sharp.sum(axis=1, keepdims=True)


def accuracy(held: HeldOut, cuts: dict[str, float]) -> dict[str, float]:
    """Topic top-1 and top-3, and the category and person of dangers, on held-out writers."""
    wanted = topics_wanted(held)
    order = np.argsort(-confidences(held, cuts), axis=1)[:, :3]
    danger = np.flatnonzero(held.levels >= LEVELS.index("alerte"))
    kinds = np.stack([held.of(f"category:{name}") for name in CATEGORIES], axis=1)[danger].argmax(axis=1)
    right = [CATEGORIES[kind] == held.examples[row].category for kind, row in zip(kinds, danger, strict=True)]
    third = [(held.of("third_party")[row] >= 0) == held.examples[row].third_party for row in danger]
    return {
        "top1": float((order[:, 0] == wanted).mean()),
        "top3": float((order == wanted[:, None]).any(axis=1).mean()),
        "category": float(np.mean(right)),
        "third": float(np.mean(third)),
    }


def by_author(held: HeldOut, alarm: np.ndarray, worded: np.ndarray, cut: float) -> list[list[str | float]]:
    """For each set of sentences: how many, recall on dangers, false alarms on `aucun` (Wilson 95 %)."""
    seen = (alarm >= cut) | worded
    authors = np.array([one.author for one in held.examples])
    rows: list[list[str | float]] = [["Set", "Sentences", "Recall", "False alarms"]]
    for author in sorted(set(authors)):
        its, levels = seen[authors == author], held.levels[authors == author]
        rows.append([str(author), str(len(its)), str(rate(its[levels >= 2])), str(rate(its[levels == 0]))])
    return rows
