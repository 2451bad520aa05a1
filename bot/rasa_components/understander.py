"""NLU in one trainable component: the same model and the same decision as the gateway."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.language import Model, is_foreign, load, save
from bot.rasa_components.sentences import sentences
from bot.settings import read_settings
from bot.understanding import Understander, Understanding, fit_or_reuse
from bot.understanding.train import code_version, fingerprint

FALLBACK_INTENT = "nlu_fallback"
RISK = "risk"
FOREIGN = "foreign"
_FILE = "understanding.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FrenchUnderstander(GraphComponent, IntentClassifier):
    """Sets the intent to the topic, or to `nlu_fallback` when unsure, and notes the risk."""

    def __init__(self, storage: ModelStorage, resource: Resource, model: Model | None = None) -> None:
        self._storage, self._resource = storage, resource
        self._understander = Understander(model) if model else None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FrenchUnderstander:
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FrenchUnderstander:
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, load(folder / _FILE))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Rasa's cache sees this class alone; the code, the lexicon and the sentences behind it count too."""
        return f"{code_version()}-{fingerprint(sentences(read_settings().nlu.resolve()))}"

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the sentences of `data/nlu`, or find them learnt. Rasa's own copy holds the intents alone."""
        settings = read_settings()
        with self._storage.write_to(self._resource) as folder:
            save(fit_or_reuse(sentences(settings.nlu.resolve()), cache=settings.models), folder / _FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if self._understander and text and not text.startswith("/"):
                understood = self._understander.understand(text, audience=audience_of(message))
                _note(message, understood, least=self._understander.possible)
                message.set(FOREIGN, is_foreign(text), add_to_output=True)
        return messages


def audience_of(message: Message) -> str | None:
    """Who is speaking, as the gateway's channel says in the message's metadata."""
    return (message.get("metadata") or {}).get("audience")


def _note(message: Message, understood: Understanding, *, least: float) -> None:
    ranking = [
        {INTENT_NAME_KEY: one.topic, PREDICTED_CONFIDENCE_KEY: one.confidence}
        for one in understood.guesses
        if one.confidence >= least
    ]
    top = ranking[0] if ranking else {INTENT_NAME_KEY: FALLBACK_INTENT, PREDICTED_CONFIDENCE_KEY: 0.0}
    if understood.fallback:
        top = {INTENT_NAME_KEY: FALLBACK_INTENT, PREDICTED_CONFIDENCE_KEY: 1.0 - understood.confidence}
        ranking = [top, *ranking]
    message.set(INTENT, top, add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
    risk = understood.risk
    noted = {"level": risk.level, "category": risk.category, "third_party": risk.third_party}
    message.set(RISK, noted, add_to_output=True)
