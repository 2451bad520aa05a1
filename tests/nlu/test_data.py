"""The data files hold together: every id of the taxonomy can be understood, answered and told apart."""

from collections import Counter, defaultdict

import pytest
import yaml

from bot.content import AUDIENCES, load
from bot.language import normalise, read, read_follow_ups
from bot.safety import CATEGORIES, LEVELS
from bot.settings import ROOT
from bot.understanding.follow_ups import OTHER

REAL = load(ROOT / "content" / "fr")
TOPICS = [topic for listed in REAL.taxonomy.values() for topic in listed]
DISCLOSURES = [f"confier_{category}" for category in CATEGORIES]
EXAMPLES = read(ROOT / "data" / "nlu")
QUESTIONS = list(REAL.follow_ups)
ASKED = read_follow_ups(ROOT / "data" / "nlu")
RULES = [
    rule
    for path in sorted((ROOT / "data" / "rules").glob("*.yml"))
    for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]
]
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
INTENTS = [name for one in DOMAIN["intents"] for name in one]
COUNTS = Counter(one.intent for one in EXAMPLES)


def steps_of(intent: str) -> list[list[str]]:
    """The actions of each rule that begins with `intent`."""
    return [
        [step["action"] for step in rule["steps"][1:]] for rule in RULES if rule["steps"][0].get("intent") == intent
    ]


def test_the_intents_are_the_topics_the_disclosures_and_the_fallback():
    assert sorted(INTENTS) == sorted([*TOPICS, *DISCLOSURES, *QUESTIONS, "nlu_fallback"])


@pytest.mark.parametrize("intent", [*TOPICS, *DISCLOSURES, *QUESTIONS, "nlu_fallback"])
def test_every_intent_has_one_rule_with_one_action_that_exists(intent):
    ((action,),) = steps_of(intent)
    assert action in DOMAIN["actions"] or action == f"utter_{intent}"


@pytest.mark.parametrize("intent", DISCLOSURES)
def test_every_disclosure_goes_to_a_human(intent):
    assert steps_of(intent) == [["action_orienter"]]


@pytest.mark.parametrize("question", [*QUESTIONS, OTHER])
def test_every_question_after_a_card_is_written_by_several_hands(question):
    its = [one for one in ASKED if one.intent == question]
    assert len(its) >= 150
    assert len({one.author for one in its}) >= 5


def test_no_sentence_after_a_card_is_written_twice():
    plain = Counter(normalise(one.text) for one in ASKED)
    assert [text for text, count in plain.items() if count > 1] == []
    assert {one.intent for one in ASKED} == {*QUESTIONS, OTHER}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_fifteen_examples_or_more(topic):
    assert COUNTS[topic] >= 15


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_danger_has_sixty_disclosures_or_more(category):
    assert COUNTS[f"confier_{category}"] >= 60


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_danger_has_near_misses_beside_it(category):
    near = [one for one in EXAMPLES if one.near == category]
    assert len(near) >= 30
    assert all(LEVELS.index(one.level) < LEVELS.index("alerte") for one in near)


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_danger_is_said_by_oneself_and_of_another(category):
    people = {one.third_party for one in EXAMPLES if one.intent == f"confier_{category}"}
    assert people == {True, False}


def test_every_example_says_an_intent_a_level_and_a_lesson_that_exist():
    wrong = [
        one for one in EXAMPLES
        if one.intent not in INTENTS or one.level not in LEVELS or (one.topic is not None and one.topic not in TOPICS)
    ]  # fmt: skip
    assert wrong == []


def test_every_danger_has_a_category_and_a_calm_sentence_has_none():
    calm = [one for one in EXAMPLES if one.level == "aucun" and one.category is not None]
    danger = [one for one in EXAMPLES if one.level in ("alerte", "urgence") and one.category not in CATEGORIES]
    assert calm + danger == []


def test_every_disclosure_is_an_alert_or_an_emergency():
    wrong = [one for one in EXAMPLES if one.intent in DISCLOSURES and one.level not in ("alerte", "urgence")]
    assert wrong == []


def test_no_sentence_is_said_under_two_intents():
    intents = defaultdict(set)
    for one in EXAMPLES:
        intents[normalise(one.text)].add(one.intent)
    assert {text: found for text, found in intents.items() if text and len(found) > 1} == {}


def test_no_sentence_has_two_levels():
    levels = defaultdict(set)
    for one in EXAMPLES:
        levels[normalise(one.text)].add(one.level)
    assert {text: found for text, found in levels.items() if text and len(found) > 1} == {}


def test_no_example_is_a_shortcut_or_empty():
    assert [one.text for one in EXAMPLES if not one.text.strip() or one.text.startswith("/")] == []


def test_every_example_says_which_hand_wrote_it():
    assert {one.intent for one in EXAMPLES if not one.author} == set()


def test_the_audiences_of_the_taxonomy_are_those_of_the_code():
    assert tuple(REAL.audiences) == AUDIENCES


def test_no_entity_weighs_on_the_dialogue():
    assert all(options == {"use_entities": []} for one in DOMAIN["intents"] for options in one.values())
    assert all(slot["influence_conversation"] is False for slot in DOMAIN["slots"].values())
