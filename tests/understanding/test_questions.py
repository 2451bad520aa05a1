"""What is asked after a help card: wordings alone, then the trained model, on sentences written apart from its data."""

import pytest
import yaml

from bot.content import load
from bot.language import load as load_model
from bot.language import read, read_follow_ups
from bot.safety import LEVELS
from bot.settings import ROOT, read_settings
from bot.understanding import FollowUps
from bot.understanding.follow_ups import CALM, OTHER, by_wording

_CASES = ROOT / "tests" / "cases" / "after"
WORDED = yaml.safe_load((_CASES / "wordings.yml").read_text(encoding="utf-8"))
READ = yaml.safe_load((_CASES / "model.yml").read_text(encoding="utf-8"))
ASKED = [(question, text) for question, texts in READ.items() if question != "autre" for text in texts]
BARE: set[str] = set()
# What the model misses today: may only shrink.
MISSED = {"jorai jamé du envoyé"}


@pytest.fixture(scope="session")
def reader():
    return FollowUps(load_model(read_settings({}).follow_ups))


@pytest.mark.parametrize(("question", "text"), [(id, text) for id, texts in WORDED.items() for text in texts])
def test_plain_words_need_no_model(question, text):
    assert by_wording(text) == question
    assert FollowUps(None).read(text).question == question


def test_every_question_has_its_wordings_and_its_answer():
    assert set(WORDED) == set(load(ROOT / "content" / "fr").follow_ups)


def test_no_wording_takes_a_sentence_that_means_something_else():
    wrong = {
        one.text for one in read_follow_ups(ROOT / "data" / "nlu") if by_wording(one.text) not in (None, one.intent)
    }
    assert wrong == set()


def test_no_wording_takes_a_sentence_that_tells_of_a_danger():
    """A bare "j'ai peur" may be both; anything that says which danger it is must be no bare question."""
    told = [one for one in read(ROOT / "data" / "nlu") if LEVELS.index(one.level) >= LEVELS.index("alerte")]
    taken = {one.text for one in told if one.category != "mal_etre" and by_wording(one.text)}
    assert taken <= BARE, taken - BARE


@pytest.mark.model
@pytest.mark.parametrize(("question", "text"), ASKED)
def test_other_words_are_read_by_the_model(reader, question, text):
    asked = reader.read(text)
    right = asked.question == question and asked.confidence >= CALM
    assert right == (text not in MISSED), asked


@pytest.mark.model
@pytest.mark.parametrize("text", READ["autre"])
def test_something_else_is_no_question(reader, text):
    asked = reader.read(text)
    assert asked.question == OTHER or asked.confidence < CALM, asked


@pytest.mark.parametrize("text", ["", "   ", "🙂", "a" * 500, "\ud83d"])
def test_anything_can_be_read(text):
    assert FollowUps(None).read(text) is None
