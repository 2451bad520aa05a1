"""What the model should say of a training sentence. A change here means learning again."""

from collections.abc import Sequence

import numpy as np

from bot.language import Example
from bot.safety.screen import CATEGORIES, LEVELS


def risk_targets(examples: Sequence[Example]) -> dict[str, np.ndarray]:
    """What the model should say of each example, for every output of RISK_OUTPUTS."""
    targets = {}
    for level in LEVELS[1:]:
        wanted = [LEVELS.index(each.level) >= LEVELS.index(level) for each in examples]
        targets[f"at_least:{level}"] = np.array(wanted, dtype=np.float32)
    for name in CATEGORIES:
        targets[f"category:{name}"] = np.array([each.category == name for each in examples], dtype=np.float32)
    third = [0 if each.level == "aucun" else 1 if each.third_party else -1 for each in examples]
    targets["third_party"] = np.array(third, dtype=np.float32)
    return targets
