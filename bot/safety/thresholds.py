"""The cuts between levels and between sure and unsure: one file, chosen on held-out authors."""

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("thresholds.yml")


@dataclass(frozen=True)
class Thresholds:
    """Probabilities of `bot.safety.calibration` for danger; scores of `bot.language.model` for the rest."""

    vigilance: float
    alerte: float
    part: float
    flagged: float
    urgence: float
    third_party: float
    third_party_adult: float
    topic_sharpness: float
    topic_rarity: float
    topic_lesson: float
    topic_confident: float
    topic_possible: float
    wrong_audience: float

    def for_flagged(self) -> "Thresholds":
        """The cuts in a conversation that was flagged: what follows a disclosure mostly speaks of it."""
        return replace(self, alerte=self.flagged)

    def for_parts(self) -> "Thresholds":
        """The cuts for one sentence out of several: higher, since each is one more chance to alarm."""
        return replace(self, alerte=self.part, vigilance=2.0)


@lru_cache(maxsize=1)
def read_thresholds() -> Thresholds:
    """The values of thresholds.yml. Raises KeyError where one is missing."""
    values = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return Thresholds(**{field.name: float(values[field.name]) for field in fields(Thresholds)})
