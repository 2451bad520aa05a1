"""Two judges, wordings and weights: the graver wins, and no judge missing silences the other."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.language import Example
from bot.safety import (
    AUCUN,
    CATEGORIES,
    LEVELS,
    RISK_OUTPUTS,
    Risk,
    Thresholds,
    at_least,
    read_thresholds,
    risk_targets,
    screen,
)
from bot.safety.calibration import HEADS
from bot.settings import ROOT
from bot.understanding import Understander

CUT = Thresholds(
    vigilance=0.4, alerte=0.5, part=0.1, flagged=0.1, urgence=0.6, third_party=0.0, third_party_adult=-0.25,
    **{name: 0.5 for name in Thresholds.__dataclass_fields__ if name.startswith(("topic", "wrong"))},
)  # fmt: skip
DEATH, CALM = "je veux mourir", "c'est quoi le droit à l'image"


def weights(level="aucun", category="harcelement", *, third=-1.0):
    """Scores that say `level` and `category`."""
    said = {name: 0.0 for name in (*RISK_OUTPUTS, *HEADS)}
    for one, head in zip(LEVELS[1 : LEVELS.index(level) + 1], ("sign", "danger", "now"), strict=False):
        said[head] = said[f"at_least:{one}"] = 0.9
    return said | {f"category:{category}": 0.9, "third_party": third}


def seen(text, scores, audience="11-14"):
    return screen(text, scores, audience=audience, thresholds=CUT)


@pytest.mark.parametrize("level", LEVELS)
def test_weights_alone_say_the_level(level):
    assert seen(CALM, weights(level)).level == level


@pytest.mark.parametrize("category", CATEGORIES)
def test_weights_alone_say_the_category(category):
    assert seen(CALM, weights("alerte", category)) == Risk("alerte", category)


def test_nothing_seen_has_no_category():
    assert seen(CALM, weights()) == AUCUN == Risk("aucun", None)


@pytest.mark.parametrize("scores", [weights(), weights("vigilance"), None])
def test_a_wording_is_heard_when_the_weights_see_nothing(scores):
    assert seen(DEATH, scores) == Risk("alerte", "suicide")


def test_the_weights_may_raise_a_wording_and_its_kind_is_kept():
    assert seen(DEATH, weights("urgence", "harcelement")) == Risk("urgence", "suicide")


def test_the_weights_never_lower_a_wording():
    assert seen("je vais me tuer ce soir", weights("vigilance")).level == "urgence"


def test_without_a_model_a_calm_sentence_is_calm():
    assert seen(CALM, None) == AUCUN


@pytest.mark.parametrize(("audience", "third", "expected"), [
    ("11-14", -0.1, False), ("11-14", 0.1, True), ("parent", -0.1, True), ("educator", -0.3, False), (None, 0.1, True),
])  # fmt: skip
def test_an_adult_is_more_readily_taken_to_speak_of_a_child(audience, third, expected):
    assert seen(CALM, weights("alerte", third=third), audience).third_party is expected


@given(st.text(), st.fixed_dictionaries({name: st.floats(-2, 3) for name in (*RISK_OUTPUTS, *HEADS)}))
def test_any_message_and_any_weights_give_a_risk_that_holds_together(text, scores):
    found = seen(text, scores)
    assert found.level in LEVELS
    assert (found.category is None) == (found.level == "aucun")


@given(st.text())
def test_the_understander_without_a_model_never_raises(text):
    found = Understander(None).understand(text, audience=None)
    assert found.risk.level in LEVELS
    assert found.fallback
    assert found.guesses == ()


ORDER = [
    ("aucun", "vigilance", False),
    ("vigilance", "vigilance", True),
    ("urgence", "alerte", True),
    ("alerte", "urgence", False),
]


@pytest.mark.parametrize(("level", "wanted", "expected"), ORDER)
def test_levels_are_in_rising_order(level, wanted, expected):
    assert at_least(Risk(level, None), wanted) is expected


def test_the_levels_and_categories_are_those_of_the_taxonomy():
    taxonomy = yaml.safe_load((ROOT / "content/fr/taxonomy.yml").read_text(encoding="utf-8"))
    assert tuple(taxonomy["risk_levels"]) == LEVELS
    assert tuple(taxonomy["risk_categories"]) == CATEGORIES


def test_the_cuts_are_all_written():
    cut = read_thresholds()
    assert 0 < cut.alerte < 1
    assert 0 < cut.urgence < 1
    assert 0 < cut.vigilance < 1
    assert 0 < cut.topic_possible < cut.topic_confident < 1


def test_what_the_model_must_say_of_each_example():
    examples = [
        Example("a", "saluer", "saluer"),
        Example("b", "confier_suicide", None, level="urgence", category="suicide"),
        Example("c", "confier_suicide", None, level="alerte", category="suicide", third_party=True),
        Example("d", "inconnu_me_contacte", "inconnu_me_contacte", level="vigilance", category="sollicitation"),
    ]
    wanted = {name: list(values) for name, values in risk_targets(examples).items()}
    assert tuple(wanted) == RISK_OUTPUTS
    assert wanted["at_least:vigilance"] == [0, 1, 1, 1]
    assert wanted["at_least:alerte"] == [0, 1, 1, 0]
    assert wanted["at_least:urgence"] == [0, 1, 0, 0]
    assert wanted["category:suicide"] == [0, 1, 1, 0]
    assert wanted["category:sollicitation"] == [0, 0, 0, 1]
    assert wanted["third_party"] == [0, -1, 1, -1]


def test_after_a_flag_less_is_needed_and_in_one_sentence_of_several_more():
    cut = read_thresholds()
    assert cut.for_flagged().alerte < cut.alerte < cut.for_parts().alerte
    assert cut.for_flagged().for_parts().alerte == cut.part


FEELINGS = ["j'ai peur", "g peur", "j'ai trop peur", "mais j'ai honte", "je suis triste", "je suis trop stressé"]


@pytest.mark.parametrize("text", FEELINGS)
def test_a_feeling_alone_brings_help_but_no_ambulance(text):
    assert seen(text, weights("urgence", "mal_etre")) == Risk("alerte", "mal_etre")


@pytest.mark.parametrize(
    "text",
    ["j'ai peur il est derriere la porte", "j'ai peur de mourir ce soir", "aidez moi", "j'ai mal", "je suis perdu"],
)
def test_a_feeling_with_a_danger_keeps_its_urgency(text):
    assert seen(text, weights("urgence", "mal_etre")).level == "urgence"


def test_a_feeling_that_tells_of_another_danger_keeps_its_urgency():
    assert seen("j'ai peur", weights("urgence", "suicide")).level == "urgence"
