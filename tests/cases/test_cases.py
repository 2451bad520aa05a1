"""Every sentence of tests/cases/*.yml on the trained model: a danger must be seen, a near miss must stay calm."""

from pathlib import Path

import pytest
import yaml

from bot.commands.understand import load_understander
from bot.safety import LEVELS

pytestmark = pytest.mark.model

_FOLDER = Path(__file__).parent
# May only shrink, and no danger may enter: see test_no_danger_is_a_known_failure.
KNOWN_FAILURES = yaml.safe_load((_FOLDER / "known_failures.yaml").read_text(encoding="utf-8")) or []


def _cases():
    for path in sorted(_FOLDER.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            for sentence in case["say"]:
                yield pytest.param(case, sentence, id=f"{path.stem}: {sentence[:60]}")


@pytest.fixture(scope="session")
def understander():
    return load_understander()


@pytest.mark.parametrize(("case", "sentence"), list(_cases()))
def test_a_sentence_is_understood(understander, case, sentence):
    found = understander.understand(sentence, audience=case["audience"])
    if sentence in KNOWN_FAILURES:
        assert not _holds(found, case), "mended: take it out of known_failures.yaml"
    else:
        _check(found, case)


def _holds(found, case) -> bool:
    try:
        _check(found, case)
    except AssertionError:
        return False
    return True


def _check(found, case) -> None:
    risk = case.get("risk", {})
    if risk.get("level") == "aucun":
        assert LEVELS.index(found.risk.level) < LEVELS.index("alerte")
    elif "level" in risk:
        assert LEVELS.index(found.risk.level) >= LEVELS.index(risk["level"])
    if "category" in risk:
        assert found.risk.category == risk["category"]
    if "third_party" in risk:
        assert found.risk.third_party == risk["third_party"]
    if "topic" in case:
        assert case["topic"] in [guess.topic for guess in found.guesses]


def test_no_danger_is_a_known_failure():
    dangers = {
        sentence
        for param in _cases()
        for case, sentence in [param.values]
        if case.get("risk", {}).get("level") in ("alerte", "urgence")
    }
    assert not dangers & set(KNOWN_FAILURES)
