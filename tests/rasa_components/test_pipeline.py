"""The three components of the pipeline, each on a message made by hand."""

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.language import fit
from bot.rasa_components.audience import AudienceEntity
from bot.rasa_components.named import NamedEntities
from bot.rasa_components.risk_screen import RiskScreen
from bot.rasa_components.understander import FrenchUnderstander
from bot.safety import CATEGORIES, RISK_OUTPUTS

SENTENCES = {
    "mot_de_passe": [
        "c'est quoi un bon mot de passe",
        "je peux prêter mon mot de passe",
        "comment choisir un mot de passe",
    ],
    "saluer": ["bonjour", "salut toi", "coucou balise"],
    "localisation": ["comment couper la localisation", "snap map montre où je suis", "c'est quoi la géolocalisation"],
}


@pytest.fixture(scope="module")
def understander() -> FrenchUnderstander:
    """A component that learnt nine sentences and no danger: wordings alone see any."""
    texts = [text for listed in SENTENCES.values() for text in listed]
    topics = [topic for topic, listed in SENTENCES.items() for _ in listed]
    targets = {f"topic:{topic}": np.array([one == topic for one in topics], np.float32) for topic in SENTENCES}
    targets |= {name: np.zeros(len(texts), np.float32) for name in RISK_OUTPUTS}
    return FrenchUnderstander(None, None, fit(texts, targets, ridge=0.1))


def message(text: str, **data) -> Message:
    return Message({"text": text, **data})


def read(component, one: Message) -> Message:
    (read_back,) = component.process([one])
    return read_back


def test_a_sentence_gets_the_intent_of_its_topic_and_no_risk(understander):
    found = read(understander, message("comment choisir un mot de passe"))
    assert found.get("intent")["name"] == "mot_de_passe"
    assert found.get("risk") == {"level": "aucun", "category": None, "third_party": False}
    assert found.get("intent_ranking")[0]["name"] == "mot_de_passe"


def test_the_guesses_are_kept_behind_a_fallback(understander):
    found = read(understander, message("zzz qqq"))
    if found.get("intent")["name"] == "nlu_fallback":
        assert len(found.get("intent_ranking")) >= 3
    assert set(SENTENCES) >= {one["name"] for one in found.get("intent_ranking")} - {"nlu_fallback"}


def test_confidences_are_probabilities_in_falling_order(understander):
    guesses = [one["confidence"] for one in read(understander, message("bonjour")).get("intent_ranking")]
    assert guesses == sorted(guesses, reverse=True)
    assert all(isinstance(one, float) and 0 <= one <= 1 for one in guesses)


def test_a_danger_is_noted_even_by_a_model_that_learnt_none(understander):
    assert read(understander, message("je veux mourir")).get("risk")["category"] == "suicide"


@pytest.mark.parametrize("text", ["/ligne_3018", "/que_sais_tu_faire{}", "", None])
def test_a_shortcut_of_the_gateway_and_an_empty_text_are_left_alone(understander, text):
    found = read(understander, message(text))
    assert found.get("intent") is None
    assert found.get("risk") is None


def test_before_training_a_message_is_left_alone():
    assert read(FrenchUnderstander(None, None), message("bonjour")).get("intent") is None


def risky(level, category, **data) -> Message:
    noted = {"level": level, "category": category, "third_party": False}
    asked = {"name": "saluer", "confidence": 0.9}
    return message("x", risk=noted, intent=asked, intent_ranking=[asked], **data)


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("level", ["alerte", "urgence"])
def test_a_danger_takes_the_place_of_any_intent(level, category):
    found = read(RiskScreen(), risky(level, category))
    assert found.get("intent") == {"name": f"confier_{category}", "confidence": 1.0}
    assert [one["name"] for one in found.get("intent_ranking")] == [f"confier_{category}", "saluer"]


@pytest.mark.parametrize(("level", "category"), [("aucun", None), ("vigilance", "sollicitation")])
def test_less_than_an_alert_leaves_the_intent(level, category):
    assert read(RiskScreen(), risky(level, category)).get("intent")["name"] == "saluer"


def test_a_message_without_a_noted_risk_is_left_alone():
    assert read(RiskScreen(), message("x", intent={"name": "saluer"})).get("intent") == {"name": "saluer"}


def test_a_danger_takes_the_place_of_a_fallback():
    noted = {"level": "alerte", "category": "suicide", "third_party": False}
    found = read(RiskScreen(), message("x", risk=noted, intent={"name": "nlu_fallback", "confidence": 0.9}))
    assert found.get("intent")["name"] == "confier_suicide"


@pytest.mark.parametrize("audience", ["8-10", "parent"])
def test_the_audience_of_the_gateway_becomes_an_entity(audience):
    (entity,) = read(AudienceEntity(), message("x", metadata={"audience": audience})).get("entities")
    assert (entity["entity"], entity["value"]) == ("audience", audience)


@pytest.mark.parametrize("metadata", [None, {}, {"audience": None}, {"autre": "x"}])
def test_without_an_audience_there_is_no_entity(metadata):
    assert not read(AudienceEntity(), message("x", metadata=metadata)).get("entities")


def test_entities_found_before_are_kept():
    before = {"entity": "theme", "value": "grooming"}
    found = read(AudienceEntity(), message("x", metadata={"audience": "8-10"}, entities=[before])).get("entities")
    assert [one["entity"] for one in found] == ["theme", "audience"]


def test_what_a_message_names_is_kept_beside_the_audience():
    spoken = read(AudienceEntity(), message("mon fils de 13 ans est sur insta", metadata={"audience": "parent"}))
    named = read(NamedEntities(), spoken).get("entities")
    assert [(one["entity"], one["value"]) for one in named] == [
        ("audience", "parent"), ("relation", "enfant"), ("age", "13"), ("platform", "instagram"),
    ]  # fmt: skip


def test_a_button_names_nothing():
    assert read(NamedEntities(), message('/saluer{"audience": "8-10"}')).get("entities") is None
