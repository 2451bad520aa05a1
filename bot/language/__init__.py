"""French as children write it: one spelling, numbers, examples, a model. No decision here."""

from bot.language.duplicates import near_duplicates
from bot.language.encoder import warm_up
from bot.language.entities import Entity, entities
from bot.language.examples import FOLLOW_UP, Example, example, read, read_follow_ups
from bot.language.foreign import is_foreign
from bot.language.model import Model, fit, load, save
from bot.language.text import clean, normalise

__all__ = [
    "FOLLOW_UP", "Entity", "Example", "Model", "clean", "entities", "example", "fit", "is_foreign", "load",
    "near_duplicates", "normalise", "read", "read_follow_ups", "save", "warm_up",
]  # fmt: skip
