"""French as children write it: one spelling, numbers, examples, a model. No decision here."""

from bot.language.duplicates import near_duplicates
from bot.language.encoder import warm_up
from bot.language.entities import Entity, entities
from bot.language.examples import Example, example, read
from bot.language.foreign import is_foreign
from bot.language.model import Model, fit, load, save
from bot.language.text import clean, normalise

__all__ = [
    "Entity", "Example", "Model", "clean", "entities", "example", "fit", "is_foreign", "load", "near_duplicates",
    "normalise", "read", "save", "warm_up",
]  # fmt: skip
