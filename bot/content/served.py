"""What may be served on a day: what is past its `recheck_by` is withdrawn, never served in silence."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

# Whatever is withdrawn, these are served: numbers set by law, that do not change with a website.
LAST_RESORT = ("urgence_europe", "samu", "police")
# (file, where its entries are, the name they have in `expired`, what the operator calls them)
DATED = (
    ("help/lines.yml", None, "line", "ligne d'aide"),
    ("facts.yml", None, "fact", "fait"),
    ("help/reporting.yml", None, "report", "signalement"),
    ("help/platforms.yml", "apps", "app", "application"),
    ("law.yml", None, "law", "fiche de loi"),
    ("dossiers.yml", None, "dossier", "dossier"),
)


def dated(files: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """(file, kind, id, entry) of everything that carries a recheck date."""
    for file, inside, kind, _ in DATED:
        data = files[file]
        for id, entry in ((data.get(inside) or {}) if inside else data).items():
            if isinstance(entry, dict) and isinstance(entry.get("recheck_by"), date):
                yield file, kind, str(id), entry


def expired(files: Mapping[str, Mapping[str, Any]], day: date) -> frozenset[str]:
    """Names ("fact.peine_vie_privee") of what is not to be served on `day`: its date is past.

    Emergency services are never withdrawn by a date: an old number of theirs is better than none.
    """
    return frozenset(
        f"{kind}.{id}"
        for _, kind, id, entry in dated(files)
        if entry["recheck_by"] < day and not entry.get("emergency")
    )
