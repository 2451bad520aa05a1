"""Does this message say that someone is in trouble? Recall first. No framework."""

from bot.safety.context import Before, Reading, in_light
from bot.safety.screen import AUCUN, CATEGORIES, LEVELS, RISK_OUTPUTS, Risk, at_least, risk_targets, screen
from bot.safety.thresholds import Thresholds, read_thresholds
from bot.safety.wordings import by_wording

__all__ = [
    "AUCUN", "CATEGORIES", "LEVELS", "RISK_OUTPUTS", "Before", "Reading", "Risk", "Thresholds", "at_least",
    "by_wording", "in_light", "read_thresholds", "risk_targets", "screen",
]  # fmt: skip
