"""Apps, ages and relations named in a message, as Rasa's entities, for the replies that speak of them."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.language import entities


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NamedEntities(GraphComponent):
    """Adds `platform`, `relation` and `age`. They say what a reply speaks of; the intent alone decides the dialogue."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> NamedEntities:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/"):
                # Found on the normalised text, whose places are not those of the text: no span is claimed.
                found = [
                    {"entity": one.kind, "value": one.value, "start": 0, "end": 0, "extractor": "NamedEntities"}
                    for one in entities(text)
                ]
                message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages
