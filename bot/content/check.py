"""What content must obey. Each rule reads as its sentence and reports every breach at once, in French."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.content.model import ADULTS, AUDIENCES, CHILDREN, Content, Text

DIALOGUE = "dialogue"
_ADULT_THEMES = ("parents", "educateurs")
LONGEST_SENTENCE = {"8-10": 12, "11-14": 16, "15-17": 20, "parent": 25, "educator": 25}
LONGEST_TEXT = {"8-10": 65, "11-14": 95, "15-17": 95, "parent": 135, "educator": 135}
_MIDPOINT = re.compile(r"\w[·•]\w|\w\.e\.?s?\b|\(e\)")
_FORBIDDEN = {
    "8-10": re.compile(r"\b(?:sexe|sexuel\w*|porno\w*|nudes?|viol|violée?|sextorsion)\b", re.IGNORECASE),
}
_NEVER = re.compile(
    r"tu as commis|c’est légal|\bpromis,|je te promets|nous vous promettons|garder le secret pour toi", re.IGNORECASE
)


@dataclass(frozen=True)
class Problem:
    """One breach: in which file, at which place, what to do."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file} : {self.place} : {self.message}"


def check(content: Content, *, as_of: date | None = None) -> list[Problem]:
    """Every problem of the words. With `as_of`, also what is past its recheck date that day."""
    found = [problem for rule in RULES for problem in rule(content)]
    if as_of:
        found += list(due(content, as_of))
    return found


def audiences_of(content: Content, topic: str) -> tuple[str, ...]:
    """Who a topic must speak to: everybody, except the adults' themes."""
    return ADULTS if content.theme_of(topic) in _ADULT_THEMES else AUDIENCES


def every_theme_has_a_short_text_for_everyone(content: Content) -> Iterator[Problem]:
    for id in content.taxonomy:
        theme = content.themes.get(id)
        if theme is None:
            yield Problem(f"topics/{id}.yml", id, "fichier absent : chaque thème de taxonomy.yml a le sien")
            continue
        for audience in AUDIENCES:
            if not theme.intro.get(audience):
                yield Problem(theme.file, "intro", f"aucun texte court pour « {audience} »")


def every_topic_speaks_to_every_audience(content: Content) -> Iterator[Problem]:
    for listed in content.taxonomy.values():
        for id in listed:
            topic = content.topics.get(id)
            if topic is None:
                yield Problem("topics/", id, "sujet de taxonomy.yml sans entrée")
                continue
            for audience in audiences_of(content, id):
                if audience not in topic.texts:
                    yield Problem(topic.file, id, f"aucun texte pour « {audience} »")


def every_topic_is_in_the_taxonomy(content: Content) -> Iterator[Problem]:
    known = {id for listed in content.taxonomy.values() for id in listed}
    for topic in content.topics.values():
        if topic.id not in known:
            yield Problem(topic.file, topic.id, "inconnu de taxonomy.yml")


def buttons_fit(content: Content) -> Iterator[Problem]:
    for topic in content.topics.values():
        for name, label, longest in (("button", topic.button, 42), ("button_adult", topic.button_adult, 48)):
            if len(label) > longest:
                yield Problem(topic.file, f"{topic.id}, {name}", f"{len(label)} caractères, {longest} au plus")


def follow_ups_exist(content: Content) -> Iterator[Problem]:
    for place, file, audience, text in _texts(content):
        if not 2 <= len(text.next) <= 4:
            yield Problem(file, place, f"{len(text.next)} suites, il en faut 2 à 4")
        for id in text.next:
            topic = content.topics.get(id)
            if topic is None:
                yield Problem(file, place, f"suite « {id} » inconnue")
            elif audience not in topic.texts:
                yield Problem(file, place, f"suite « {id} » sans texte pour « {audience} »")


def facts_have_sources(content: Content) -> Iterator[Problem]:
    for place, file, _, text in _texts(content):
        if not text.sources and not file.endswith(f"/{DIALOGUE}.yml"):
            yield Problem(file, place, "aucune source")
        for id in text.sources:
            if id not in content.sources:
                yield Problem(file, place, f"source « {id} » absente de sources.yml")
    named = [("help/lines.yml", id, line.source) for id, line in content.lines.items()]
    named += [("facts.yml", id, str(fact.get("source"))) for id, fact in content.facts.items()]
    for file, id, source in named:
        if source not in content.sources:
            yield Problem(file, id, f"source « {source} » absente de sources.yml")


def sentences_are_short(content: Content) -> Iterator[Problem]:
    for place, file, audience, text in _texts(content):
        for part in (text.text, text.action, text.simpler, text.details):
            yield from _long_sentences(file, place, part, audience)
        words = len(_words(f"{text.text} {text.action}"))
        if words > LONGEST_TEXT[audience]:
            yield Problem(file, place, f"{words} mots (texte et action), {LONGEST_TEXT[audience]} au plus")
    for category, people in content.support.items():
        for person, voices in people.items():
            for audience, said in voices.items():
                for part in (said.believe, said.step, said.urgent_step, said.vigilance):
                    yield from _long_sentences("help/support.yml", f"{category}, {person}, {audience}", part, audience)


def words_are_allowed(content: Content) -> Iterator[Problem]:
    for place, file, audience, text in _texts(content):
        said = " ".join(part for part in (text.text, text.action, text.simpler, text.details) if part)
        for pattern, why in ((_MIDPOINT, "point médian ou parenthèse de genre"), (_NEVER, "tournure interdite")):
            for found in pattern.finditer(said):
                yield Problem(file, place, f"« {found.group()} » : {why}")
        forbidden = _FORBIDDEN.get(audience)
        for found in forbidden.finditer(said) if forbidden else ():
            yield Problem(file, place, f"« {found.group()} » : mot interdit pour {audience}")


def children_can_ask_for_less_and_more(content: Content) -> Iterator[Problem]:
    for place, file, audience, text in _texts(content):
        if file.endswith(f"/{DIALOGUE}.yml"):
            continue
        if audience in CHILDREN and not text.simpler:
            yield Problem(file, place, "« Plus simple » manque")
        if not text.details:
            yield Problem(file, place, "« Plus de détails » manque")


def every_trouble_has_its_reply(content: Content) -> Iterator[Problem]:
    for category in content.categories:
        people = content.support.get(category, {})
        for person in ("self", "third"):
            for audience in AUDIENCES:
                if audience not in people.get(person, {}):
                    yield Problem("help/support.yml", f"{category}, {person}", f"aucune réponse pour « {audience} »")


def every_route_ends_at_an_open_line(content: Content) -> Iterator[Problem]:
    for category in content.categories:
        for who, audiences in (("child", CHILDREN), ("parent", ("parent",)), ("educator", ("educator",))):
            route = content.routes.get(category, {}).get(who)
            if route is None:
                yield Problem("help/routes.yml", f"{category}, {who}", "aucune orientation")
                continue
            for id in (*route.lines, *route.written, *route.urgent, *route.then, *route.second):
                if id not in content.lines:
                    yield Problem("help/routes.yml", f"{category}, {who}", f"ligne « {id} » inconnue")
            for audience in audiences:
                if not any(_always_takes(content, id, audience) for id in route.lines):
                    yield Problem(
                        "help/routes.yml", f"{category}, {who}", f"aucune ligne toujours ouverte à « {audience} »"
                    )


def numbers_live_in_one_file(content: Content) -> Iterator[Problem]:
    """Digits of a helpline are typed in lines.yml alone (a text names {line.ID})."""
    for file, place, raw in content.raw_texts:
        for found in re.finditer(
            r"(?<![\d-])(?:3018|3114|3919|3020|3039|116 ?\d{3}|119|0 ?8\d\d(?: ?\d){6})(?!\d)", raw
        ):
            yield Problem(file, place, f"« {found.group()} » : écrire {{line.…}}, le numéro vit dans lines.yml")


def due(content: Content, day: date) -> Iterator[Problem]:
    """Lines and facts to check again on or before `day`."""
    for line in content.lines.values():
        if line.status == "active" and line.recheck_by < day:
            yield Problem("help/lines.yml", line.id, f"à revérifier depuis le {line.recheck_by:%d/%m/%Y}")
    for id, fact in content.facts.items():
        if fact["recheck_by"] < day:
            yield Problem("facts.yml", id, f"à revérifier depuis le {fact['recheck_by']:%d/%m/%Y}")


RULES: tuple[Callable[[Content], Iterable[Problem]], ...] = (
    every_theme_has_a_short_text_for_everyone,
    every_topic_speaks_to_every_audience,
    every_topic_is_in_the_taxonomy,
    buttons_fit,
    follow_ups_exist,
    facts_have_sources,
    sentences_are_short,
    words_are_allowed,
    children_can_ask_for_less_and_more,
    every_trouble_has_its_reply,
    every_route_ends_at_an_open_line,
    numbers_live_in_one_file,
)


def _texts(content: Content) -> Iterator[tuple[str, str, str, Text]]:
    for topic in content.topics.values():
        for audience, text in topic.texts.items():
            yield f"{topic.id}, {audience}", topic.file, audience, text


def _long_sentences(file: str, place: str, said: str | None, audience: str) -> Iterator[Problem]:
    # A colon or semicolon ends an idea as a full stop does; a quoted sentence counts by itself.
    for sentence in re.split(r"(?<=[.!?…:;])\s+|[«»\n]+", said or ""):
        count = len(_words(sentence))
        if count > LONGEST_SENTENCE[audience]:
            yield Problem(
                file, place, f"phrase de {count} mots, {LONGEST_SENTENCE[audience]} au plus : « {sentence[:60]}… »"
            )


def _words(text: str) -> list[str]:
    return re.findall(r"\w[\w’'-]*", text)


def _always_takes(content: Content, id: str, audience: str) -> bool:
    line = content.lines.get(id)
    return bool(line and line.status == "active" and audience in line.audiences and line.hours.get("phone") == "always")
