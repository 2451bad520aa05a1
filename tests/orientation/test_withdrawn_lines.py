"""A line that is withdrawn, past its date or silent is never served, and the operator is told."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from bot.content import AUDIENCES
from bot.orientation import help_lines, lines_of, orient
from tests.orientation.situations import LEVELS, PARIS, REAL, paris

WITHDRAWN = ["ancien_3020", "net_ecoute"]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("territory", ["fr", "be", "ch", "lu", "ca", "mc"])
def test_a_withdrawn_line_is_never_listed(content, audience, territory):
    listed = {one.line.id for one in help_lines(content, audience, paris("2026-11-24T15:00"), territory=territory)}
    assert listed.isdisjoint(WITHDRAWN)
    assert listed


def retired(content, **changes):
    return replace(content, lines={id: replace(line, **changes) for id, line in content.lines.items()})


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("category", REAL.categories)
def test_when_every_line_is_past_its_date_the_numbers_set_by_law_remain(content, category, audience):
    old = retired(content, recheck_by=date(2020, 1, 1))
    for level in LEVELS:
        found = orient(old, category=category, level=level, audience=audience, now=paris("2026-11-24T15:00"))
        assert found.first.line.emergency
        assert all(content.lines[id].emergency for id in lines_of(found))
        assert found.first.opening.is_open


def test_when_every_line_is_withdrawn_the_european_number_remains(content):
    gone = retired(content, status="withdrawn")
    found = orient(gone, category="suicide", level="alerte", audience="11-14", now=paris("2026-11-24T15:00"))
    assert lines_of(found) == ["urgence_europe"]


def test_a_line_is_served_on_its_last_day_and_not_on_the_next(content):
    line = content.lines["e_enfance"]
    last = datetime(line.recheck_by.year, line.recheck_by.month, line.recheck_by.day, 15, tzinfo=PARIS)
    for now, first in ((last, "e_enfance"), (last + timedelta(days=1), "urgence_europe")):
        assert orient(content, category="harcelement", level="alerte", audience="11-14", now=now).first.line.id == first


def test_the_last_day_of_a_line_ends_at_midnight_in_paris(content):
    line = content.lines["prevention_suicide"]
    after = datetime(line.recheck_by.year, line.recheck_by.month, line.recheck_by.day, 23, 30, tzinfo=timezone.utc)
    found = orient(content, category="suicide", level="alerte", audience="11-14", now=after)
    assert found.first.line.emergency


def test_when_no_chat_answers_the_card_stands_and_the_operator_is_told(content):
    lines = {id: replace(line, hours={**line.hours, "chat": "unknown"}) for id, line in content.lines.items()}
    silent = replace(content, lines=lines)
    for audience in AUDIENCES:
        found = orient(silent, category="sextorsion", level="alerte", audience=audience, now=paris("2026-11-24T15:00"))
        assert found.first.line.id == "e_enfance"
        assert any(said.startswith("no written way is open: sextorsion") for said in found.missing)
        write = orient(
            silent, category="sextorsion", level="alerte", audience=audience, now=paris("2026-11-24T15:00"),
            ability="write",
        )  # fmt: skip
        assert write.first.opening.is_open
        assert any(said.startswith("nobody answers in writing: sextorsion") for said in write.missing)


def test_a_withdrawn_line_is_said_to_the_operator(content):
    old = replace(
        content, lines={**content.lines, "e_enfance": replace(content.lines["e_enfance"], recheck_by=date(2020, 1, 1))}
    )
    found = orient(old, category="sextorsion", level="alerte", audience="11-14", now=paris("2026-11-24T15:00"))
    assert found.first.line.id == "enfance_en_danger"
    assert "line e_enfance is past its recheck date: withdrawn" in found.missing
