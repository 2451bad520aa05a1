"""From a situation to a human: which line, now, and what to do first. Pure; `now` is an argument."""

from bot.orientation.card import card_of, describe_line, doors, lines_of, plain_text
from bot.orientation.hours import Opening, opening
from bot.orientation.orient import Choice, Orientation, help_lines, orient
from bot.orientation.trial import trial

__all__ = [
    "Choice", "Opening", "Orientation", "card_of", "describe_line", "doors", "help_lines", "lines_of", "opening",
    "orient", "plain_text", "trial",
]  # fmt: skip
