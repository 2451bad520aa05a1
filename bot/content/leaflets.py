"""Law cards, dossiers, the steps of apps and the ways to report: built from their files, offered, answered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.content.fill import Filler
from bot.content.glossary import explained
from bot.content.model import ADULTS, AUDIENCES, Button, Content, Group, Leaflet, Reply, voice_of
from bot.content.typography import french

Raw = Mapping[str, Any]
_OTHER_WAYS = ("Sur ", "Pour ", "Sinon", "Autre choix")
_REPORT_TOPICS = ("signaler_contenu_illegal", "faire_retirer_photo")


def leaflets(files: Mapping[str, Raw], fill: Filler, left_out: frozenset[str]) -> dict[str, Leaflet]:
    """Every leaflet that may be served, by name ("law.chantage_images"), in the order of the files."""
    words = {id: french(said) for id, said in files["interface.yml"]["leaflets"].items() if isinstance(said, str)}
    made = [
        *(_law(id, raw, words, fill) for id, raw in files["law.yml"].items()),
        *(_dossier(id, raw, fill) for id, raw in files["dossiers.yml"].items()),
        *_apps(files["help/platforms.yml"], words, fill, left_out),
        *(_report(id, raw, words, fill) for id, raw in files["help/reporting.yml"].items()),
    ]
    said = [replace(one, texts={who: text for who, text in one.texts.items() if text}) for one in made]
    return {one.name: one for one in said if one.texts and (one.name not in left_out or one.kind == "app")}


def _law(id: str, raw: Raw, words: Raw, fill: Filler) -> Leaflet:
    texts, details = {"8-10": fill(raw["child"], "law.yml", id, "child")}, {}
    for who, voice in (("11-14", "teen"), ("15-17", "teen"), ("parent", "adult"), ("educator", "adult")):
        said = {key: fill(text, "law.yml", id, voice, key) for key, text in raw[voice].items()}
        texts[who] = _paragraphs(said.get(key) for key in ("forbids", "rights", "penalty", "minor"))
        if who != "11-14":
            limits = words["law_limits"] if said.get("penalty") else ""
            details[who] = french(f"{words['articles']} {' ; '.join(raw['articles'])}. {limits}".strip())
    child_title = french(raw["child_title"]) if raw.get("child_title") else None
    return Leaflet(
        id, "law", french(raw["title"]), texts, details, tuple(raw["topics"]), (), tuple(raw["sources"]),
        named=tuple(raw.get("named", ())), child_title=child_title,
    )  # fmt: skip


def _dossier(id: str, raw: Raw, fill: Filler) -> Leaflet:
    said = {
        who: {key: fill(text, "dossiers.yml", id, who, key) for key, text in one.items()}
        for who, one in raw["texts"].items()
    }
    texts = {who: _paragraphs((one["text"], one["action"])) for who, one in said.items()}
    details = {who: one["details"] for who, one in said.items() if one["details"]}
    following = tuple(f"dossier.{other}" for other in raw["next"])
    topics = tuple(raw["topics"])
    return Leaflet(
        id, "dossier", french(raw["title"]), texts, details, topics, following, tuple(raw["sources"]),
        named=tuple(raw.get("named", ())),
    )  # fmt: skip


def _apps(raw: Raw, words: Raw, fill: Filler, left_out: frozenset[str]) -> Iterator[Leaflet]:
    """The steps of each app; where they have expired, the general sentence stays."""
    file = "help/platforms.yml"
    for id, app in raw["apps"].items():
        place, texts = (file, "apps", id), {}
        fresh = f"app.{id}" not in left_out
        for who in AUDIENCES:
            voice = voice_of(who)
            before = fill(raw["intro"].get(who) or raw["intro"][voice], *place, "intro")
            after = fill(raw["moved"][voice], *place, "moved")
            steps = (
                f"{words['report_steps']}\n{_numbered(app['report'], fill, place)}",
                f"{words['block_steps']}\n{_numbered(app['block'], fill, place)}",
                fill(app["also"], *place, "also") if app.get("also") else None,
            )
            texts[who] = _paragraphs((before, *(steps if fresh else ()), after))
        yield Leaflet(
            id, "app", french(app["name"]), texts, {}, ("signaler_sur_appli",), (), (app["source"],),
            then=("signaler_sur_appli", "garder_des_preuves", "numero_aide"),
        )  # fmt: skip


def _report(id: str, raw: Raw, words: Raw, fill: Filler) -> Leaflet:
    place, texts = ("help/reporting.yml", id), {}
    for who in raw["who"]:
        takes = fill(raw["takes_adult" if who in ADULTS else "takes"], *place, "takes")
        if who == "8-10":  # With an adult, who reads the rest.
            texts[who] = _paragraphs((takes, words["with_an_adult"]))
            continue
        limits = f"{words['refuses']} {fill(raw['refuses'], *place, 'refuses')}"
        steps = _numbered(raw["steps"], fill, place) if raw.get("steps") else None
        texts[who] = _paragraphs((takes, limits, f"{words['steps']}\n{steps}" if steps else None))
    return Leaflet(
        id, "report", french(raw["name"]), texts, {}, _REPORT_TOPICS, (), (raw["source"],), site=raw["site"],
        named=tuple(raw.get("named", ())), then=("garder_des_preuves", "porter_plainte", "numero_aide"),
    )  # fmt: skip


def _numbered(steps: list[str], fill: Filler, place: tuple[str, ...]) -> str:
    """One step a line; a step that says "for this case" or "otherwise" is another way, not the next step."""
    filled = [one for one in (fill(step, *place, "steps") for step in steps) if one]
    in_order = [step for step in filled if not step.startswith(_OTHER_WAYS)]
    alone = len(in_order) == 1 and len(filled) > 1  # one step after several ways to begin needs no number
    mark = {step: "→" if alone else f"{number}." for number, step in enumerate(in_order, start=1)}
    return "\n".join(f"{mark.get(step, '–')} {step}" for step in filled)


def _paragraphs(parts) -> str:
    return "\n\n".join(part for part in parts if part)


LEAFLET, LEAFLET_DETAILS = "leaflet:", "leaflet+:"
# Topics that are about a kind of leaflet: the group is open there; of laws and dossiers, all are listed.
_ASKED_FOR = {"signaler_sur_appli": "app", "loi_et_sanctions": "law", "associations_actions": "dossier"}
_INDEX = {"loi_et_sanctions": "law", "associations_actions": "dossier"}


def leaflet_button(content: Content, name: str, audience: str) -> Button:
    """The button that opens a leaflet."""
    one = content.leaflets[name]
    return Button(content.interface["leaflets"][one.kind].replace("{title}", one.titled(audience)), LEAFLET + name)


def leaflet_groups(content: Content, topic: str, audience: str) -> tuple[Group, ...]:
    """The leaflets offered beside a topic, a group a kind; open where they are what the topic is about."""
    groups = []
    for kind in ("app", "report", "law", "dossier"):
        listed = [
            one.name for one in content.leaflets.values()
            if one.kind == kind and audience in one.texts and (topic in one.topics or _INDEX.get(topic) == kind)
        ]  # fmt: skip
        if listed:
            title = content.words("leaflets", "groups", kind, audience=audience)
            offered = tuple(Button(content.leaflets[name].titled(audience), LEAFLET + name) for name in listed)
            groups.append(Group(title, offered, folded=_ASKED_FOR.get(topic) != kind))
    return tuple(groups)


def leaflet_reply(content: Content, name: str, audience: str, *, details: bool = False) -> Reply:
    """A leaflet as an answer. Raises KeyError for one that does not exist, has expired, or is not for this audience."""
    one = content.leaflets[name]
    said = one.details.get(audience) if details else None
    said = said or one.texts[audience]
    offered = [leaflet_button(content, other, audience) for other in one.next if audience in _texts(content, other)]
    topics = [content.topics[id] for id in one.then or one.topics if audience in content.topics[id].texts][:3]
    offered += [Button(topic.title(audience), topic.id) for topic in topics]
    if not details and one.details.get(audience):
        offered.append(Button(content.topics["plus_de_details"].title(audience), LEAFLET_DETAILS + name))
    title = content.interface["leaflets"][one.kind].replace("{title}", one.titled(audience))
    return Reply(
        said,
        tuple(offered),
        tuple(content.sources[source] for source in one.sources if source in content.sources),
        title=title,
        words=explained(content, said, audience),
        site=one.site,
    )


def _texts(content: Content, name: str) -> Mapping[str, str]:
    one = content.leaflets.get(name)
    return one.texts if one else {}
