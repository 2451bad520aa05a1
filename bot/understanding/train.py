"""From the sentences of `data/nlu` to the one model: topics and risk together."""

import hashlib
import logging
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

import bot.language
from bot.language import Example, Model, fit, load, save
from bot.safety import CATEGORIES, LEVELS, RISK_OUTPUTS, risk_targets

log = logging.getLogger(__name__)
TOPIC = "topic:"
LESSONS = "lessons"
RIDGE = 0.8


def topics_of(examples: Sequence[Example]) -> tuple[str, ...]:
    return tuple(sorted({each.topic for each in examples if each.topic}))


def output_names(topics: Sequence[str]) -> tuple[str, ...]:
    return (*(TOPIC + topic for topic in topics), *RISK_OUTPUTS)


def targets(examples: Sequence[Example]) -> dict[str, np.ndarray]:
    """Wanted value of every output for every example."""
    wanted = {
        TOPIC + topic: np.array([each.topic == topic for each in examples], dtype=np.float32)
        for topic in topics_of(examples)
    }
    return wanted | risk_targets(examples)


def train(examples: Sequence[Example]) -> Model:
    """The model of these examples: outputs `topic:<id>` and those of RISK_OUTPUTS."""
    return fit([each.text for each in examples], targets(examples), ridge=RIDGE, notes={LESSONS: lessons(examples)})


def row_of(category: str, third_party: bool) -> int:
    """The row of `lessons` for a danger."""
    return 2 * CATEGORIES.index(category) + third_party


def lessons(examples: Sequence[Example]) -> np.ndarray:
    """How often each topic is the lesson of each danger: log shares, (2 x CATEGORIES, topics) float32.

    Rows as `row_of` numbers them, columns as `topics_of`. Half a sentence is added everywhere.
    """
    topics = {topic: column for column, topic in enumerate(topics_of(examples))}
    counts = np.full((2 * len(CATEGORIES), len(topics)), 0.5, dtype=np.float32)
    for each in examples:
        if each.topic and each.category and LEVELS.index(each.level) >= LEVELS.index("alerte"):
            counts[row_of(each.category, each.third_party), topics[each.topic]] += 1
    return np.log(counts / counts.sum(axis=1, keepdims=True))


def fit_or_reuse(examples: Sequence[Example], *, cache: Path) -> Model:
    """`train`, unless these examples were already learnt by this code: then the file of that time.

    Rasa and the gateway both train on `data/nlu`; the second to come finds the first one's work.
    """
    path = cache / f"learnt-{fingerprint(examples)}.npz"
    if path.exists():
        return load(path)
    model = train(examples)
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob("learnt-*.npz"):
        old.unlink()
    save(model, path)
    return load(path)


def fingerprint(examples: Sequence[Example]) -> str:
    """Changes whenever a sentence, its marks, or the code that learns them changes."""
    said = sorted(repr(each) for each in examples)
    return hashlib.sha256("\n".join([code_version(), *said]).encode()).hexdigest()[:20]


@lru_cache(maxsize=1)
def code_version() -> str:
    """Changes whenever the code or the lexicon behind the model changes."""
    folder = Path(bot.language.__file__).parent
    files = [*sorted(folder.glob("*.py")), *sorted(folder.glob("*.yml")), Path(__file__)]
    files.append(folder.parent / "safety" / "targets.py")
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:20]
