"""/etat: what is served, due, weakly sourced, found useful. For the operator; nothing of any conversation."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template

from bot.content import dated
from bot.storage import StorageError, read_votes
from bot.web.services import Services, services

log = logging.getLogger(__name__)

state = Blueprint("state", __name__)
SOON = timedelta(days=30)
VOTES_MONTHS = 12
# Fewer could tell who voted: a topic needs as many in all, a count below is hidden.
LEAST_VOTES = 5
_WEAK = ("secondary", "memory")


@dataclass(frozen=True)
class Dated:
    """One thing with a date to check it again, as the operator reads it."""

    kind: str
    id: str
    name: str
    file: str
    checked_on: date
    recheck_by: date
    confidence: str
    source: str
    note: str
    always: bool = False


@dataclass(frozen=True)
class Judged:
    """What was said of one topic; None hides a count that is too small to be shown."""

    topic: str
    title: str
    useful: int | None
    not_useful: int | None


@state.get("/etat")
def page() -> str:
    """The state of the words, as it is now."""
    here = services()
    day, every = here.now().date(), list(_dated(here))
    return render_template(
        "state.html",
        words=here.content.interface["operator"],
        served=_served(here),
        refusal=here.words.refusal,
        judged=_judged(here),
        tables=(
            ("withdrawn", [one for one in every if one.recheck_by < day and not one.always]),
            ("soon", [one for one in every if one.recheck_by <= day + SOON and (one.always or one.recheck_by >= day)]),
            ("weak", [one for one in every if one.confidence in _WEAK]),
        ),
    )


@state.get("/etat/fiche")
def sheet() -> str:
    """The lines to check by hand, to be printed."""
    here = services()
    lines = [line for line in here.content.lines.values() if line.status == "active"]
    names = here.content.interface["territory"]["names"]
    return render_template(
        "sheet.html",
        words=here.content.interface["operator"],
        territories=[
            (names[where], [line for line in lines if line.territory == where])
            for where in sorted(names, key=lambda one: one != here.settings.territory)
        ],
    )


def _served(here: Services) -> str:
    content = here.content
    counted = {
        "read": f"{here.words.read_at:%d/%m/%Y à %H:%M}",
        "lines": sum(
            line.status == "active" and f"line.{line.id}" not in content.expired for line in content.lines.values()
        ),
        "facts": sum(f"fact.{id}" not in content.expired for id in content.facts),
        "leaflets": len(content.leaflets),
    }
    said = content.interface["operator"]["served"]
    for name, value in counted.items():
        said = said.replace("{" + name + "}", str(value))
    return said


def _judged(here: Services) -> list[Judged] | None:
    """The topics with enough votes, the least useful first; None where the database does not answer."""
    try:
        votes = read_votes(here.store, now=here.now(), months=VOTES_MONTHS)
    except StorageError as error:
        log.error("votes not read: %s", error)
        return None
    shown = [
        Judged(one.topic, _topic_title(here, one.topic), _enough(one.useful), _enough(one.not_useful))
        for one in votes
        if one.useful + one.not_useful >= LEAST_VOTES
    ]
    return sorted(shown, key=lambda one: (_share(one), one.title))


def _enough(count: int) -> int | None:
    return count if count >= LEAST_VOTES else None


def _share(one: Judged) -> float:
    """The share of useful votes, from what is shown alone: a place in the order would tell a hidden count."""
    useful, not_useful = (LEAST_VOTES // 2 if count is None else count for count in (one.useful, one.not_useful))
    return useful / (useful + not_useful)


def _topic_title(here: Services, id: str) -> str:
    known = here.content.topics.get(id)
    return known.title("educator") if known else id  # A topic may have gone since.


def _dated(here: Services) -> Iterator[Dated]:
    """Everything active that carries a date, soonest first."""
    kinds = here.content.interface["operator"]["kinds"]
    found = [one for one in dated(here.words.files) if one[3].get("status") != "withdrawn"]
    for file, kind, id, entry in sorted(found, key=lambda one: one[3]["recheck_by"]):
        note = str(entry.get("note") or "")
        if entry.get("emergency"):
            note = f"Toujours servi. {note}"
        yield Dated(
            kinds[kind], id, _name(entry), file, entry["checked_on"], entry["recheck_by"], entry["confidence"],
            _source(here, entry), note, always=bool(entry.get("emergency")),
        )  # fmt: skip


def _name(entry: Mapping[str, Any]) -> str:
    return str(entry.get("name") or entry.get("title") or entry.get("say") or "")


def _source(here: Services, entry: Mapping[str, Any]) -> str:
    named = entry.get("source") or (entry.get("sources") or [""])[0]
    known = here.content.sources.get(named)
    return f"{known.publisher} ({known.date})" if known else str(named)
