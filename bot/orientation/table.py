"""Every branch of the orientation as a page that a social worker can read: docs/fr/orientation.md."""

from collections.abc import Iterator
from datetime import datetime

from bot.content import AUDIENCES, Content
from bot.orientation.card import card_of, first_step
from bot.orientation.hours import PARIS
from bot.orientation.orient import Orientation, orient
from bot.orientation.reach import Choice

_DAY = datetime(2026, 11, 24, 15, tzinfo=PARIS)  # a Tuesday
_NIGHT = datetime(2026, 11, 29, 3, tzinfo=PARIS)  # a Sunday
_PEOPLE = {
    "8-10": "8-10 ans", "11-14": "11-14 ans", "15-17": "15-17 ans", "parent": "Parent", "educator": "Équipe éducative",
}  # fmt: skip
_HEAD = """\
# Vers qui Balise oriente

Page faite par `balise orient --table docs/fr/orientation.md` à partir de `content/fr/help` ; ne pas l'écrire à la main
(un test compare). Elle dit toutes les branches : situation, personne, jour ou nuit, parole ou écrit. Les textes
complets sont dans `support.yml`, les lignes et leurs sources dans `lines.yml`.

- **Le jour** : un mardi à 15 h. **La nuit** : un dimanche à 3 h. À toute heure, la première ligne ouverte est choisie ;
  si elle est fermée, la carte dit quand elle rouvre.
- **Si le danger est là** : les urgences d'abord, en une ligne ; puis la première ligne ; puis un moyen d'écrire.
- **Par écrit** : pour qui ne peut pas parler, ou peut être entendu. Une carte ne montre jamais plus de trois lignes.
- Une ligne dont la date de revérification est passée est retirée ; s'il ne reste rien, un numéro d'urgence répond.
"""
_COLUMNS = (
    "Qui", "Le jour", "La nuit", "Par écrit (jour / nuit)", "Aussi", "Si le danger est là", "Signaler, faire retirer",
)  # fmt: skip


def table(content: Content) -> str:
    """The whole page in Markdown."""
    return "\n".join([_HEAD, *_situations(content), *_territories(content)]).rstrip() + "\n"


def _situations(content: Content) -> Iterator[str]:
    for category in content.support:
        route = content.routes[category]
        yield f"\n## {category}\n\n{route['child'].situation or ''}\n"
        yield f"| {' | '.join(_COLUMNS)} |"
        yield "|---" * len(_COLUMNS) + "|"
        for audience in AUDIENCES:
            yield _row(content, category, audience)
        yield "\n| Qui | D'abord | Ne jamais | À dire ou à montrer |\n|---|---|---|---|"
        for third_party in (False, True) if "third" in content.support[category] else (False,):
            for audience in AUDIENCES:
                found = _at(content, category, audience, third_party=third_party)
                who = f"{_PEOPLE[audience]}{', pour quelqu’un' if third_party else ''}"
                never = card_of(content, found)["never"] or "—"
                yield f"| {who} | {first_step(found)} | {never} | « {found.support.sentence} » |"


def _at(content: Content, category: str, audience: str, *, now: datetime = _DAY, **options) -> Orientation:
    level = options.pop("level", "alerte")
    return orient(content, category=category, level=level, audience=audience, now=now, **options)


def _row(content: Content, category: str, audience: str) -> str:
    day, night = _at(content, category, audience), _at(content, category, audience, now=_NIGHT)
    by_day, by_night = (
        _at(content, category, audience, now=moment, ability="write").first for moment in (_DAY, _NIGHT)
    )
    urgent = _at(content, category, audience, now=_NIGHT, level="urgence")
    written = _said(by_day) if by_day.line.id == by_night.line.id else f"{_said(by_day)} / {_said(by_night)}"
    also = [day.second, night.second]
    names = list(dict.fromkeys(_said(one) for one in also if one)) or ["—"]
    ways = [content.reporting[id]["name"] for id in day.reporting] or ["—"]
    cells = [
        _PEOPLE[audience], _said(day.first), _said(night.first), written, ", ".join(names),
        f"{', '.join(_said(one) for one in urgent.emergency)} ; puis {_said(urgent.first)}", ", ".join(ways),
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _said(choice: Choice) -> str:
    return f"{choice.line.say} (SMS)" if choice.channel == "sms" else choice.line.say


def _territories(content: Content) -> Iterator[str]:
    names = content.interface["territory"]["names"]
    yield "\n## Ailleurs qu'en métropole\n"
    yield "Les horaires d'une ligne sont ceux de son pays ; ils sont montrés à l'heure de la personne.\n"
    yield "| Où | Heure | Lignes du lieu | Urgences | Lignes de France non données |\n|---|---|---|---|---|"
    for id, place in content.territories.items():
        if id == "fr":
            continue
        own = ", ".join(content.lines[line].say for line in (*place.lines, *_first_for(place.first_for))) or "—"
        found = orient(
            content, category="danger_immediat", level="urgence", audience="15-17", now=_DAY, territory=id
        ).emergency
        without = ", ".join(content.lines[line].say for line in place.without) if place.of else "toutes"
        urgent = ", ".join(_said(one) for one in found)
        yield f"| {names[id]} | {place.zone} | {own} | {urgent} | {without or '—'} |"


def _first_for(first_for) -> list[str]:
    return list(dict.fromkeys(id for ids in first_for.values() for id in ids))
