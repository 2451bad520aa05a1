"""One message understood: risk first, then the topic, then whether to ask instead of answering."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.language import Model
from bot.safety import (
    AUCUN,
    CATEGORIES,
    LEVELS,
    Risk,
    Thresholds,
    at_least,
    read_calibration,
    read_thresholds,
    screen,
    signals,
)  # fmt: skip
from bot.understanding.legible import legible
from bot.understanding.train import LESSONS, TOPIC, row_of

# Small talk of taxonomy.yml (a test holds the two together): never a second subject.
DIALOGUE = (
    "saluer", "humeur", "remercier", "au_revoir", "qui_es_tu", "confidentialite_bot", "que_sais_tu_faire", "oui", "non",
    "jouer_quiz", "jouer_scenario", "plus_simple", "plus_de_details", "changer_public", "recommencer",
    "effacer_conversation", "insulte_bot", "hors_sujet",
)  # fmt: skip
_ADULT_ONLY = ("parent_", "edu_")
_GUESSES = 3
_SENTENCE_END = re.compile(r"(?<=[.!?;…])\s+|\n+")
_FEWEST_WORDS, _WINDOW, _STEP, _MOST_PARTS = 3, 24, 16, 12


@dataclass(frozen=True)
class Guess:
    """A topic and how likely it is, 0 to 1."""

    topic: str
    confidence: float


@dataclass(frozen=True)
class Understanding:
    """`topic` is what would be answered; `fallback` says that the guesses are offered instead.

    `also` is a topic asked for in a calm sentence beside a danger: help first, then that.
    """

    risk: Risk
    topic: str
    confidence: float
    fallback: bool
    guesses: tuple[Guess, ...]
    also: str | None = None


def parts_of(text: str) -> list[str]:
    """The sentences of a message of several, and windows of a long one without a full stop.

    A disclosure among calm sentences is diluted when the message is read as one.
    """
    parts = [part for part in _SENTENCE_END.split(text) if len(part.split()) >= _FEWEST_WORDS]
    if len(parts) < 2:
        words = text.split()
        if len(words) <= _WINDOW:
            return []
        parts = [" ".join(words[start : start + _WINDOW]) for start in range(0, len(words) - _WINDOW + _STEP, _STEP)]
    return parts[:_MOST_PARTS]


class Understander:
    """The model and the cuts, ready to read messages. `model` may be None: wordings still work."""

    def __init__(self, model: Model | None, thresholds: Thresholds | None = None) -> None:
        self._model = model
        self._cut = thresholds or read_thresholds()
        self._calibration = read_calibration()
        outputs = model.outputs if model else ()
        self._topics = [name.removeprefix(TOPIC) for name in outputs if name.startswith(TOPIC)]
        self._count = len(self._topics)
        # The mean of a topic's target is how common it is in training, which says nothing of children.
        self._common = np.log(np.maximum(model.bias[: self._count], 1e-6)) if model else np.zeros(0)
        self._lessons = model.notes.get(LESSONS) if model else None

    def screen(self, text: str, *, audience: str | None) -> Risk:
        """The risk alone. Never raises for a string."""
        return self.understand(text, audience=audience).risk

    def understand(self, text: str, *, audience: str | None, flagged: bool = False) -> Understanding:
        """Risk, topic and guesses of one message. Never raises for a string.

        In a conversation that was `flagged` the cut is lower: what follows a disclosure mostly speaks of it.
        """
        cut = self._cut.for_flagged() if flagged else self._cut
        if self._model is None:
            return Understanding(screen(text, None, audience=audience, thresholds=cut), "hors_sujet", 0, True, ())
        parts = parts_of(text)
        scores = self._model.scores([legible(one) for one in (text, *parts)])
        risk = screen(text, self._risk_scores(scores[0]), audience=audience, thresholds=cut)
        calm = []
        for part, its in zip(parts, scores[1:], strict=True):
            found = screen(part, self._risk_scores(its), audience=audience, thresholds=cut.for_parts())
            if at_least(found, "alerte"):
                risk = max(risk, found, key=lambda one: LEVELS.index(one.level))
            else:
                calm.append(its)
        guesses = self.guesses(scores[0, : self._count], audience, risk)
        best = guesses[0]
        also = self._asked_beside(calm, audience) if at_least(risk, "alerte") else None
        sure = best.confidence >= self._cut.topic_confident
        return Understanding(risk, best.topic, best.confidence, not sure, guesses, also)

    def _asked_beside(self, calm: list[np.ndarray], audience: str | None) -> str | None:
        firsts = [self.guesses(its[: self._count], audience, AUCUN)[0] for its in calm]
        asked = [one for one in firsts if one.topic not in DIALOGUE and one.confidence >= self._cut.topic_confident]
        return max(asked, key=lambda one: one.confidence).topic if asked else None

    def _risk_scores(self, scores: np.ndarray) -> Mapping[str, float]:
        """The risk outputs of one row of scores, and the probabilities read from them."""
        assert self._model is not None
        risk = dict(zip(self._model.outputs[self._count :], scores[self._count :].tolist(), strict=True))
        seen = signals(
            np.array([[risk[name] for name in self._calibration.outputs]]),
            np.array([[risk[f"category:{name}"] for name in CATEGORIES]]),
            scores[None, : self._count],
        )
        return risk | {head: float(its[0]) for head, its in self._calibration.probabilities(seen).items()}

    def guesses(self, scores: np.ndarray, audience: str | None, risk: Risk = AUCUN) -> tuple[Guess, ...]:
        """The likeliest topics, best first, with confidences that add up to 1 over all topics.

        Of a danger, the lessons that answer such dangers are likelier than the others.
        """
        weighed = self._cut.topic_sharpness * scores - self._cut.topic_rarity * self._common
        if self._lessons is not None and risk.category and at_least(risk, "alerte"):
            weighed = weighed + self._cut.topic_lesson * self._lessons[row_of(risk.category, risk.third_party)]
        sharp = np.exp(weighed - weighed.max()) * self._fits(audience)
        likely = sharp / sharp.sum()
        best = np.argsort(-likely)[:_GUESSES]
        return tuple(Guess(self._topics[index], float(likely[index])) for index in best)

    def _fits(self, audience: str | None) -> np.ndarray:
        return np.array([self._fit(topic, audience) for topic in self._topics])

    def _fit(self, topic: str, audience: str | None) -> float:
        adult = topic.startswith(_ADULT_ONLY)
        if audience is None or not adult:
            return 1.0
        if audience == "parent" and topic.startswith("parent_"):
            return 1.0
        return 1.0 if audience == "educator" and topic.startswith("edu_") else self._cut.wrong_audience

    @property
    def possible(self) -> float:
        """Below this confidence a guess is not offered."""
        return self._cut.topic_possible
