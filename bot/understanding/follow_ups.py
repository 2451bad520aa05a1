"""What is asked after a help card, with a small model of its own.

The same words mean something else elsewhere ("laisse tomber", "j'ai peur"), so it is read in a flagged conversation
only, and learnt apart: the screen's model and its cuts know nothing of it. See docs/adr/0012-after-the-card.md.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml

from bot.language import Example, Model, fit, normalise
from bot.understanding.legible import legible

OTHER = "suite_autre"
RIDGE = 0.3
_OTHERS = 800  # sentences of the screen's own, as examples of what is no such question
_SHARPNESS = 8.0
# On writers left out (python -m bench.follow_ups): at CALM 75 % of the questions are found, and 12 % of what asks
# something else is taken for one; at DANGER 64 % and 7 %.
CALM, DANGER = 0.5, 0.75
# Lessons that say the same as a question: no example of anything else.
_ALIKE = frozenset({
    "appel_comment_ca_se_passe", "parler_a_un_adulte", "pas_ma_faute", "porter_plainte", "faire_retirer_photo",
    "garder_des_preuves", "aider_un_ami", "confidentialite_bot", "numero_aide", "ligne_3018", "ligne_119",
    "sextorsion_payer", "non",
})  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A question that comes after a help card, and how much likelier it is than anything else (0 to 1)."""

    question: str
    confidence: float
    worded: bool = False  # said in so many words, and nothing else


def train_follow_ups(asked: Sequence[Example], others: Iterable[Example]) -> Model:
    """The model of these questions; its outputs are their intents, OTHER last."""
    examples = [*asked, *_some(others)]
    questions = sorted({one.intent for one in asked} - {OTHER})
    targets = {id: np.array([one.intent == id for one in examples], dtype=np.float32) for id in questions}
    targets[OTHER] = 1 - np.sum(list(targets.values()), axis=0, dtype=np.float32)
    return fit([one.text for one in examples], targets, ridge=RIDGE)


def _some(others: Iterable[Example]) -> list[Example]:
    """A steady choice of the other sentences: it does not change when one is added."""
    apart = [one for one in others if one.intent not in _ALIKE and one.topic not in _ALIKE]
    return sorted(apart, key=lambda one: hashlib.sha256(one.text.encode()).digest())[:_OTHERS]


class FollowUps:
    """Reads a message that comes after a help card. `model` may be None: plain wordings are still recognised."""

    def __init__(self, model: Model | None) -> None:
        self._model = model

    def read(self, text: str) -> Asked | None:
        """The likeliest question. Never raises for a string."""
        worded = by_wording(text)
        if worded:
            return Asked(worded, 1.0, worded=True)
        if self._model is None or not text.strip():
            return None
        scores = _SHARPNESS * self._model.scores([legible(text)])[0]
        *questions, other = np.exp(scores - scores.max())
        best = int(np.argmax(questions))
        return Asked(self._model.outputs[best], float(questions[best] / (questions[best] + other)))


def by_wording(text: str) -> str | None:
    """The question that a message asks in so many words, without any model."""
    plain = normalise(text).rstrip(" ?!.…")
    return next((question for question, pattern in _patterns() if pattern.fullmatch(plain)), None)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return tuple(
        (question, re.compile(data["filler"] + "(?:" + "|".join(forms).replace("{if_known}", data["if_known"]) + ")"))
        for question, forms in data["questions"].items()
    )
