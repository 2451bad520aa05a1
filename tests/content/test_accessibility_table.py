"""The self-evaluation of docs/fr/accessibilite.md: every criterion of the RGAA 4.1, once, and the totals that follow."""

import re
from collections import Counter
from typing import NamedTuple

import pytest

from bot.settings import ROOT

PAGE = (ROOT / "docs" / "fr" / "accessibilite.md").read_text(encoding="utf-8")
STATUSES = ("conforme", "non applicable", "non conforme")
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)  # how many criteria each theme of the RGAA 4.1 has
NUMBERS = [f"{theme}.{number}" for theme, many in enumerate(THEMES, start=1) for number in range(1, many + 1)]


class Row(NamedTuple):
    number: str
    wording: str
    status: str
    why: str
    how: str


ROWS = [
    Row(*(cell.strip() for cell in line.strip("|").split("|")))
    for line in PAGE.splitlines()
    if re.match(r"\| \d+\.\d+ \|", line) and line.count("|") == len(Row._fields) + 1
]


def said(label: str) -> int:
    """The figure at the head of the page."""
    [figure] = re.findall(rf"^\| {re.escape(label)} \| (\d+)(?: %)? \|$", PAGE, re.MULTILINE)
    return int(figure)


def test_the_tables_hold_the_106_criteria_each_once_and_in_order():
    assert len(NUMBERS) == 106
    assert [row.number for row in ROWS] == NUMBERS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_criterion_has_its_wording_one_status_a_reason_and_the_way_it_was_checked(row):
    assert row.wording.endswith("?")
    assert row.status in STATUSES
    assert row.why.endswith(".")
    assert row.how


@pytest.mark.parametrize("status", STATUSES)
def test_the_totals_at_the_head_are_those_of_the_rows(status):
    assert said(f"{status}s") == Counter(row.status for row in ROWS)[status]


def test_the_rate_is_the_share_of_what_applies_that_conforms():
    met, unmet = said("conformes"), said("non conformes")
    assert said("taux (conformes sur applicables)") == round(100 * met / (met + unmet))
    assert said("en tout") == len(ROWS)


def test_what_does_not_conform_is_listed_with_what_is_planned():
    planned = dict(re.findall(r"^\| (\d+\.\d+) \| ([^|]+) \|$", PAGE, re.MULTILINE))
    assert list(planned) == [row.number for row in ROWS if row.status == "non conforme"]
