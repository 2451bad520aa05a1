"""/etat: what is served, what is due, what rests on a weak source. For the operator; nothing of any conversation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, render_template

from bot.content import dated
from bot.web.services import Services, services

state = Blueprint("state", __name__)
SOON = timedelta(days=30)
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
