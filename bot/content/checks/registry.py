"""Do the help lines, the ways to report and the sources hold together?"""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.content.fill import names_in
from bot.content.help_model import Route, Territory
from bot.content.model import AUDIENCES, CHILDREN, Content
from bot.content.problem import Problem

_ROUTES = "help/routes.yml"


def facts_have_sources(content: Content) -> Iterator[Problem]:
    named = [("help/lines.yml", id, line.source) for id, line in content.lines.items()]
    named += [("facts.yml", id, fact["source"]) for id, fact in content.facts.items()]
    named += [("help/reporting.yml", id, one["source"]) for id, one in content.reporting.items()]
    named += [("help/platforms.yml", id, one["source"]) for id, one in content.platforms["apps"].items()]
    named += [("glossary.yml", word.id, source) for word in content.glossary.values() for source in word.sources]
    for leaflet in content.leaflets.values():
        file = {"law": "law.yml", "dossier": "dossiers.yml"}.get(leaflet.kind)
        named += [(file, leaflet.id, source) for source in leaflet.sources if file]
    for topic in content.topics.values():
        for audience, text in topic.texts.items():
            if not text.sources and topic.theme != "dialogue":
                yield Problem(topic.file, f"{topic.id}, {audience}", "aucune source")
            named += [(topic.file, f"{topic.id}, {audience}", source) for source in text.sources]
    for file, place, source in named:
        if source not in content.sources:
            yield Problem(file, place, f"source « {source} » absente de sources.yml")


def nothing_rests_on_memory(content: Content) -> Iterator[Problem]:
    """A fact, a line or a law known from memory alone is not served; the steps of an app may be the general rule."""
    known = [("help/lines.yml", id, line.confidence) for id, line in content.lines.items() if line.status == "active"]
    known += [("facts.yml", id, fact["confidence"]) for id, fact in content.facts.items()]
    known += [("law.yml", id, law["confidence"]) for id, law in content.laws.items()]
    for file, id, confidence in known:
        if confidence == "memory":
            yield Problem(file, id, "connu de mémoire seulement : trouve une source, ou retire-le")


def dates_follow_each_other(content: Content) -> Iterator[Problem]:
    dated = [("facts.yml", id, fact["checked_on"], fact["recheck_by"]) for id, fact in content.facts.items()]
    dated += [("help/lines.yml", id, line.checked_on, line.recheck_by) for id, line in content.lines.items()]
    dated += [("law.yml", id, law["checked_on"], law["recheck_by"]) for id, law in content.laws.items()]
    for file, id, checked, recheck in dated:
        if recheck <= checked:
            yield Problem(file, id, f"recheck_by ({recheck:%d/%m/%Y}) doit venir après checked_on ({checked:%d/%m/%Y})")


def a_line_can_be_reached(content: Content) -> Iterator[Problem]:
    for line in content.lines.values():
        if line.status == "active" and not (line.tel or line.chat or line.sms or line.site):
            yield Problem("help/lines.yml", line.id, "aucun moyen de la joindre : tel, chat, sms ou site")
        for channel, address in (("phone", line.tel), ("chat", line.chat), ("sms", line.sms)):
            if line.hours.get(channel, "unknown") != "unknown" and not address:
                yield Problem("help/lines.yml", line.id, f"horaires « {channel} » sans adresse pour ce canal")


def every_case_is_taken_or_refused(content: Content) -> Iterator[Problem]:
    """Each way to report says of each of the ten cases whether it takes it, once."""
    every = sorted({case for one in content.reporting.values() for kind in one["cases"].values() for case in kind})
    for id, one in content.reporting.items():
        said = [*one["cases"]["takes"], *one["cases"]["refuses"]]
        for case in every:
            if said.count(case) != 1:
                yield Problem("help/reporting.yml", id, f"cas « {case} » : une fois, dans takes ou dans refuses")


def every_route_ends_at_an_open_line(content: Content) -> Iterator[Problem]:
    for category in content.support:
        for who, audiences in (("child", CHILDREN), ("parent", ("parent",)), ("educator", ("educator",))):
            route = content.routes.get(category, {}).get(who)
            if route is None:
                yield Problem(_ROUTES, f"{category}, {who}", "aucune orientation")
                continue
            for message in _unknown(content, route):
                yield Problem(_ROUTES, f"{category}, {who}", message)
            for audience in audiences:
                if not any(always_takes(content, id, audience) for id in route.lines):
                    yield Problem(_ROUTES, f"{category}, {who}", f"aucune ligne toujours ouverte à « {audience} »")


def _unknown(content: Content, route: Route) -> Iterator[str]:
    for id in (*route.lines, *route.written, *route.urgent, *route.then, *route.second):
        if id not in content.lines:
            yield f"ligne « {id} » inconnue"
    for id in route.reporting:
        if id not in content.reporting:
            yield f"signalement « {id} » inconnu ; voir reporting.yml"


def always_takes(content: Content, id: str, audience: str) -> bool:
    """Whether this line answers this audience day and night, today."""
    line = content.lines.get(id)
    served = bool(line and line.status == "active" and f"line.{id}" not in content.expired)
    return bool(served and line and audience in line.audiences and line.hours.get("phone") == "always")


def every_territory_has_somebody(content: Content) -> Iterator[Problem]:
    """Abroad as at home: an emergency number, lines of that place, a zone, hours shown on its clocks."""
    file, names = "help/territories.yml", content.interface["territory"]["names"]
    for where in names:
        if where not in content.territories:
            yield Problem(file, where, "lieu proposé dans interface.yml et absent d'ici")
    for where, place in content.territories.items():
        if where not in names:
            yield Problem(file, where, "lieu absent d'interface.yml (territory, names)")
        try:
            ZoneInfo(place.zone)
        except (KeyError, ValueError, OSError):
            yield Problem(file, where, f"fuseau « {place.zone} » inconnu de la base IANA")
        if place.of is None and not place.holidays:
            yield Problem(file, where, "il manque « holidays » : le pays dont les jours fériés ferment ses lignes")
        named = [*(place.urgent or ()), *place.lines, *(id for ids in place.first_for.values() for id in ids)]
        for id in named:
            line = content.lines.get(id)
            if line is None or line.territory != where:
                yield Problem(file, where, f"ligne « {id} » inconnue dans ce lieu")
        for id in place.without:
            if id not in content.lines:
                yield Problem(file, where, f"ligne « {id} » inconnue")
        yield from _emergency_of(content, place)


def _emergency_of(content: Content, place: Territory) -> Iterator[Problem]:
    urgent = place.urgent
    if urgent is None:
        urgent = tuple(id for id in content.routes["danger_immediat"]["child"].urgent if id not in place.without)
    for audience in AUDIENCES:
        if not any(always_takes(content, id, audience) for id in urgent):
            yield Problem("help/territories.yml", place.id, f"aucun service d'urgence pour « {audience} »")


def withdrawn_lines_are_not_named(content: Content) -> Iterator[Problem]:
    gone = {f"line.{line.id}" for line in content.lines.values() if line.status == "withdrawn"}
    for file, place, raw in content.raw_texts:
        for name in sorted(names_in(raw) & gone):
            yield Problem(file, place, f"la ligne « {name.partition('.')[2]} » est retirée : nomme une autre ligne")


RULES = (
    facts_have_sources,
    every_territory_has_somebody,
    withdrawn_lines_are_not_named,
    nothing_rests_on_memory,
    dates_follow_each_other,
    a_line_can_be_reached,
    every_case_is_taken_or_refused,
    every_route_ends_at_an_open_line,
)
