"""What content must obey. Each rule reads as its sentence and reports every breach at once, in French."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from bot.content.checks import coverage, registry, time, wording
from bot.content.load import build, load, read_files
from bot.content.model import Content
from bot.content.problem import Problem
from bot.content.served import expired

Rule = Callable[[Content], Iterable[Problem]]
RULES: tuple[Rule, ...] = (*coverage.RULES, *wording.RULES, *registry.RULES, *time.RULES)


def check(content: Content) -> list[Problem]:
    """Every problem of the words."""
    return [problem for rule in RULES for problem in rule(content)]


def check_folder(folder: Path, *, as_of: date | None = None) -> list[Problem]:
    """Every problem of the words below `folder`. With `as_of`, also what falls due by that day, and whether
    the words that are left still obey the rules that nothing may break. Raises ContentError for unusable files.
    """
    problems = check(load(folder))
    if as_of:
        files = read_files(folder)
        left = build(files, expired(files, as_of))
        problems += [*time.due(files, as_of), *(one for rule in time.RULES for one in rule(left))]
    return list(dict.fromkeys(problems))
