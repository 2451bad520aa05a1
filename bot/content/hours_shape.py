"""Are the hours of a line possible? Their meaning (open now, reopens) is bot.orientation.hours'."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

CHANNELS = ("phone", "chat", "sms")
DAYS = {
    "mon": "lundi", "tue": "mardi", "wed": "mercredi", "thu": "jeudi", "fri": "vendredi", "sat": "samedi",
    "sun": "dimanche",
}  # fmt: skip
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d\Z")


def hours_faults(hours: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(channel, what is wrong), in French, for hours as `lines.yml` writes them."""
    for channel, said in hours.items():
        if channel not in CHANNELS:
            yield str(channel), f"canal inconnu ; au choix : {', '.join(CHANNELS)}"
        elif isinstance(said, list):
            yield from ((channel, fault) for fault in _span_faults(said))
        elif said not in ("always", "unknown"):
            yield channel, "« always », « unknown » ou une liste de plages {days, from, to} est attendu"


def _span_faults(spans: list[Any]) -> Iterator[str]:
    good = []
    for span in spans:
        fault = _span_fault(span)
        if fault:
            yield fault
        else:
            good.append(span)
    for day in DAYS:
        today = sorted((span["from"], span["to"]) for span in good if day in span["days"])
        for index, (start, last) in enumerate(today[1:]):
            first, end = today[index]
            if start < end:
                yield f"{DAYS[day]} : les plages {first}-{end} et {start}-{last} se chevauchent ; n'en garde qu'une"


def _span_fault(span: Any) -> str | None:
    if not isinstance(span, dict) or set(span) != {"days", "from", "to"}:
        return 'une plage s\'écrit {days: [mon, tue], from: "09:00", to: "23:00"}'
    if not isinstance(span["days"], list) or not span["days"] or set(span["days"]) - DAYS.keys():
        return f"jour inconnu dans {span['days']} ; au choix : {', '.join(DAYS)}"
    for name in ("from", "to"):
        if not isinstance(span[name], str):
            return f'heure « {span[name]} » : mets-la entre guillemets, "09:00"'
        if not _TIME.match(span[name]) and (name, span[name]) != ("to", "24:00"):
            return f'heure impossible « {span[name]} » : de "00:00" à "24:00"'
    if span["to"] <= span["from"]:
        return (
            f'la plage {span["from"]}-{span["to"]} passe minuit : écris-en deux, jusqu\'à "24:00", '
            'puis à partir de "00:00" le lendemain'
        )
    return None
