"""What falls due, and whether what is left still stands without it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.content.checks.registry import always_takes
from bot.content.model import CHILDREN, Content
from bot.content.problem import Problem
from bot.content.served import dated


def due(files: Mapping[str, Mapping[str, Any]], day: date) -> Iterator[Problem]:
    """What should have been checked again before `day`."""
    for file, _, id, entry in dated(files):
        if entry.get("status") != "withdrawn" and entry["recheck_by"] < day:
            since = f"à revérifier depuis le {entry['recheck_by']:%d/%m/%Y}"
            yield Problem(file, id, since + (" ; toujours servi" if entry.get("emergency") else " : retiré du service"))


def a_line_is_left_day_and_night(content: Content) -> Iterator[Problem]:
    """The lines that are always open may not all be withdrawn: a child must find somebody at night."""
    for audience in CHILDREN:
        lines = [id for id, line in content.lines.items() if line.territory == "fr" and not line.emergency]
        if not any(always_takes(content, id, audience) for id in lines):
            message = f"plus aucune ligne ouverte jour et nuit pour « {audience} » : revérifie-les avant tout"
            yield Problem("help/lines.yml", "", message)


RULES = (a_line_is_left_day_and_night,)
