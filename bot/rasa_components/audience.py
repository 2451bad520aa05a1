"""Who is speaking, from the channel's metadata into an entity, so that the slot `audience` follows."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from bot.rasa_components.understander import audience_of


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class AudienceEntity(GraphComponent):
    """Adds the entity `audience` that the gateway vouches for."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AudienceEntity:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            audience = audience_of(message)
            if audience:
                said = {"entity": "audience", "value": audience, "start": 0, "end": 0, "extractor": "AudienceEntity"}
                message.set(ENTITIES, [*message.get(ENTITIES, []), said], add_to_output=True)
        return messages
