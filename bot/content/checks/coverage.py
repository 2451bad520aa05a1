"""Is there something for everyone? Every topic, theme, trouble and leaflet, for every audience it concerns."""

from collections.abc import Iterator

from bot.content.checks.said import LEAFLET_FILES
from bot.content.model import ADULTS, AUDIENCES, CHILDREN, Content
from bot.content.problem import Problem

DIALOGUE = "dialogue"
_ADULT_THEMES = ("parents", "educateurs")


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


def follow_ups_exist(content: Content) -> Iterator[Problem]:
    for topic in content.topics.values():
        for audience, text in topic.texts.items():
            place = f"{topic.id}, {audience}"
            if not 2 <= len(text.next) <= 4:
                yield Problem(topic.file, place, f"{len(text.next)} suites, il en faut 2 à 4")
            for id in text.next:
                following = content.topics.get(id)
                if following is None:
                    yield Problem(topic.file, place, f"suite « {id} » inconnue")
                elif audience not in following.texts:
                    yield Problem(topic.file, place, f"suite « {id} » sans texte pour « {audience} »")


def each_text_has_one_thing_to_do(content: Content) -> Iterator[Problem]:
    for topic in content.topics.values():
        for audience, text in topic.texts.items():
            if not text.action and topic.theme != DIALOGUE:
                yield Problem(topic.file, f"{topic.id}, {audience}", "l'action manque : une chose concrète à faire")


def children_can_ask_for_less_and_more(content: Content) -> Iterator[Problem]:
    for topic in content.topics.values():
        for audience, text in topic.texts.items() if topic.theme != DIALOGUE else ():
            if audience in CHILDREN and not text.simpler:
                yield Problem(topic.file, f"{topic.id}, {audience}", "« Plus simple » manque")
            if not text.details:
                yield Problem(topic.file, f"{topic.id}, {audience}", "« Plus de détails » manque")


def every_trouble_has_its_reply(content: Content) -> Iterator[Problem]:
    for category in content.categories:
        people = content.support.get(category, {})
        for person in ("self", "third"):
            for audience in AUDIENCES:
                if audience not in people.get(person, {}):
                    yield Problem("help/support.yml", f"{category}, {person}", f"aucune réponse pour « {audience} »")


def leaflets_are_reachable(content: Content) -> Iterator[Problem]:
    """Each names topics and leaflets that exist; each dossier speaks to teenagers and adults, each law to everyone."""
    wanted = {"dossier": ("11-14", "15-17", *ADULTS), "law": AUDIENCES, "app": AUDIENCES}
    for leaflet in content.leaflets.values():
        file = LEAFLET_FILES[leaflet.kind]
        for topic in leaflet.topics:
            if topic not in content.topics:
                yield Problem(file, leaflet.id, f"sujet « {topic} » inconnu")
        for name in leaflet.next:
            if name not in content.leaflets and name not in content.expired:
                yield Problem(file, leaflet.id, f"suite « {name.partition('.')[2]} » inconnue")
        for audience in wanted.get(leaflet.kind, ()):
            if not leaflet.texts.get(audience):
                yield Problem(file, leaflet.id, f"aucun texte pour « {audience} »")


def words_are_explained_to_everyone(content: Content) -> Iterator[Problem]:
    forms: dict[str, str] = {}
    for word in content.glossary.values():
        for audience in AUDIENCES:
            if not word.say.get(audience):
                yield Problem("glossary.yml", word.id, f"aucune explication pour « {audience} »")
        if word.topic and word.topic not in content.topics:
            yield Problem("glossary.yml", word.id, f"sujet « {word.topic} » inconnu")
        for form in word.forms:
            if form.lower() in forms:
                yield Problem("glossary.yml", word.id, f"« {form} » est déjà une forme de « {forms[form.lower()]} »")
            forms[form.lower()] = word.id


RULES = (
    every_theme_has_a_short_text_for_everyone,
    every_topic_speaks_to_every_audience,
    every_topic_is_in_the_taxonomy,
    follow_ups_exist,
    each_text_has_one_thing_to_do,
    children_can_ask_for_less_and_more,
    every_trouble_has_its_reply,
    leaflets_are_reachable,
    words_are_explained_to_everyone,
)
