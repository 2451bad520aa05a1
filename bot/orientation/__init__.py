"""From a situation to a human: which line, now, and what to do first. Pure; `now` is an argument."""

from bot.orientation.after import CANNOT_SPEAK, FOR_ANOTHER, REFUSAL, ability_button, follow_up, next_doors
from bot.orientation.card import card_of, doors, first_step, lines_of, plain_text
from bot.orientation.hours import Opening, opening
from bot.orientation.line_words import describe_line
from bot.orientation.orient import ABILITIES, Orientation, answers_as_in_france, help_lines, orient, territory_of
from bot.orientation.reach import Choice, zone_of
from bot.orientation.trial import trial

__all__ = [
    "ABILITIES",
    "CANNOT_SPEAK",
    "FOR_ANOTHER",
    "REFUSAL",
    "Choice",
    "Opening",
    "Orientation",
    "ability_button", "answers_as_in_france",
    "card_of",
    "describe_line",
    "doors",
    "first_step",
    "follow_up",
    "help_lines",
    "lines_of",
    "next_doors",
    "opening",
    "orient",
    "plain_text",
    "territory_of",
    "trial",
    "zone_of",
]  # fmt: skip
