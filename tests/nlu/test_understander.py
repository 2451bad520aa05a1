"""From a sentence to a topic, on a model that learnt a few sentences here."""

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Example, fit
from bot.settings import ROOT
from bot.understanding import Understander, output_names
from bot.understanding.train import targets, topics_of
from bot.understanding.understand import DIALOGUE

EXAMPLES = [
    *(Example(text, "mot_de_passe", "mot_de_passe") for text in ("un bon mot de passe", "prêter mon mot de passe")),
    *(Example(text, "saluer", "saluer") for text in ("bonjour", "salut")),
    *(
        Example(text, "parent_en_parler", "parent_en_parler")
        for text in ("comment parler à mon enfant", "en parler avec ma fille")
    ),
    *(Example(text, "edu_seance", "edu_seance") for text in ("préparer une séance en classe", "lancer une séance")),
    Example("il m'oblige à payer", "confier_sextorsion", "mot_de_passe", level="alerte", category="sextorsion"),
    Example("elle me menace", "confier_sextorsion", None, level="urgence", category="sextorsion"),
]


@pytest.fixture(scope="module")
def understander() -> Understander:
    return Understander(fit([one.text for one in EXAMPLES], targets(EXAMPLES), ridge=0.1))


def test_topics_are_those_of_the_examples_in_a_stable_order():
    assert topics_of(EXAMPLES) == ("edu_seance", "mot_de_passe", "parent_en_parler", "saluer")


def test_every_output_of_the_model_has_its_target():
    assert tuple(targets(EXAMPLES)) == output_names(topics_of(EXAMPLES))


def test_a_disclosure_teaches_its_lesson_too():
    assert targets(EXAMPLES)["topic:mot_de_passe"].tolist() == [1, 1, 0, 0, 0, 0, 0, 0, 1, 0]


@pytest.mark.parametrize("one", EXAMPLES[:8], ids=lambda one: one.text)
def test_what_was_learnt_is_understood(understander, one):
    assert understander.understand(one.text, audience=None).topic == one.topic


def test_a_danger_learnt_is_a_danger(understander):
    assert understander.screen("elle me menace", audience="11-14").category == "sextorsion"


def test_guesses_are_three_at_most_best_first_and_share_one_certainty(understander):
    guesses = understander.understand("un bon mot de passe", audience="11-14").guesses
    sure = [guess.confidence for guess in guesses]
    assert len(guesses) == 3
    assert sure == sorted(sure, reverse=True)
    assert 0 < sum(sure) <= 1.0001


def test_an_adults_topic_is_less_likely_for_a_child(understander):
    def sure(audience):
        found = understander.understand("comment parler à mon enfant", audience=audience).guesses
        return {guess.topic: guess.confidence for guess in found}.get("parent_en_parler", 0.0)

    assert sure("11-14") < sure("parent")
    assert sure("educator") < sure("parent")
    assert sure(None) == pytest.approx(sure("parent"), abs=0.2)


def test_what_is_not_sure_is_a_fallback(understander):
    found = understander.understand("zzz", audience="11-14")
    assert found.fallback == (found.confidence < understander._cut.topic_confident)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_message_is_understood_as_something(understander, text):
    found = understander.understand(text, audience="11-14")
    assert found.topic in topics_of(EXAMPLES)
    assert np.isfinite(found.confidence)


def test_the_same_message_is_understood_the_same_twice(understander):
    first, second = (understander.understand("bonjour", audience="8-10") for _ in range(2))
    assert first == second


def test_small_talk_is_that_of_the_taxonomy():
    taxonomy = yaml.safe_load((ROOT / "content/fr/taxonomy.yml").read_text(encoding="utf-8"))
    assert tuple(taxonomy["topics"]["dialogue"]) == DIALOGUE
