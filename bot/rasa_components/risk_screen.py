"""The last word of the pipeline: a disclosure overrides whatever intent was found."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.rasa_components.understander import RISK

ORIENTED = ("alerte", "urgence")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class RiskScreen(GraphComponent):
    """Turns a noted risk of `alerte` or more into the intent `confier_<category>`, whatever else was asked."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RiskScreen:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            risk = message.get(RISK) or {}
            if risk.get("level") in ORIENTED:
                disclosed = {INTENT_NAME_KEY: f"confier_{risk['category']}", PREDICTED_CONFIDENCE_KEY: 1.0}
                message.set(INTENT_RANKING_KEY, [disclosed, *message.get(INTENT_RANKING_KEY, [])], add_to_output=True)
                message.set(INTENT, disclosed, add_to_output=True)
        return messages
