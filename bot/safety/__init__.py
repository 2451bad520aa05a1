"""Does this message say that someone is in trouble? Recall first. No framework."""

from bot.safety.calibration import Calibration, read_calibration, signals
from bot.safety.context import Before, Reading, in_light, only_asks
from bot.safety.roles import ROLES, in_role
from bot.safety.screen import AUCUN, CATEGORIES, LEVELS, RISK_OUTPUTS, Risk, at_least, screen
from bot.safety.targets import risk_targets
from bot.safety.thresholds import Thresholds, read_thresholds
from bot.safety.wordings import by_wording

__all__ = [
    "AUCUN", "CATEGORIES", "LEVELS", "RISK_OUTPUTS", "ROLES", "Before", "Calibration", "Reading", "Risk", "Thresholds",
    "at_least",
    "by_wording", "in_light", "in_role", "only_asks", "read_calibration", "read_thresholds", "risk_targets", "screen",
    "signals",
]  # fmt: skip
