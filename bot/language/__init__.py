"""French as children write it: one spelling, numbers, examples, a model. No decision here."""

from bot.language.encoder import warm_up
from bot.language.examples import Example, example, read
from bot.language.foreign import is_foreign
from bot.language.model import Model, fit, load, save
from bot.language.text import clean, normalise

__all__ = ["Example", "Model", "clean", "example", "fit", "is_foreign", "load", "normalise", "read", "save", "warm_up"]
