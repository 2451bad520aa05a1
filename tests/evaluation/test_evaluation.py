"""The figures themselves: intervals, what counts as a miss, mistyping, the page."""

import json

import numpy as np
import pytest

from bot.evaluation import Rate, measure, rate, robustness
from bot.evaluation.page import mistyped, page, report
from bot.evaluation.robustness import WAYS
from bot.evaluation.tuning import HeldOut, accuracy, by_author, calibrate, choose, confidences, curve, fold_of
from bot.language import Example
from bot.safety import RISK_OUTPUTS, Risk, read_calibration
from bot.safety.calibration import write
from bot.understanding import Guess, Understanding


class Reader:
    """Understands what it was told: {text: (risk, topic, confidence)}."""

    def __init__(self, answers):
        self._answers = answers

    def understand(self, text, *, audience):
        risk, topic, sure = self._answers.get(text, (Risk("aucun", None), "hors_sujet", 0.1))
        return Understanding(risk, topic, sure, sure < 0.5, (Guess(topic, sure), Guess("saluer", 0.1)))


def message(text, level="aucun", category=None, topic="saluer", **marks):
    marks = {"third_party": False, "style": "sms", "audience": "11-14"} | marks
    return {"text": text, "level": level, "category": category, "topic": topic, **marks}


ALARM = Risk("alerte", "suicide")
MESSAGES = [
    message("seen", "alerte", "suicide", "numero_aide"),
    message("missed", "urgence", "suicide", "numero_aide"),
    message("wrong kind", "alerte", "harcelement", "numero_aide", third_party=True),
    message("calm"),
    message("false alarm"),
]
READER = Reader({
    "seen": (ALARM, "numero_aide", 0.9),
    "wrong kind": (ALARM, "saluer", 0.8),
    "calm": (Risk("aucun", None), "saluer", 0.3),
    "false alarm": (ALARM, "saluer", 0.7),
})  # fmt: skip


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"), [(0, 0, 0.0, 1.0), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763), (0, 20, 0, 0.161)]
)
def test_the_interval_is_wilsons(hits, total, low, high):
    assert Rate(hits, total).interval() == pytest.approx((low, high), abs=0.001)


def test_a_rate_without_a_case_says_so():
    assert str(rate([])) == "aucun cas"


def test_misses_false_alarms_kinds_and_persons_are_counted():
    rates = measure(READER, MESSAGES).rates
    counted = {name: (its.hits, its.total) for name, its in rates.items()}
    assert counted["risque : rappel (alerte et urgence)"] == (2, 3)
    assert counted["risque : urgence jamais sous alerte"] == (0, 1)
    assert counted["fausses alertes sur « aucun »"] == (1, 2)
    assert counted["catégorie juste"] == (1, 2)
    assert counted["tierce personne juste"] == (1, 2)
    assert counted["rappel, suicide"] == (1, 2)
    assert counted["fausses alertes, style sms"] == (1, 2)
    assert counted["sujet : premier choix"] == (3, 5)
    assert counted["sujet : dans les trois"] == (3, 5)
    assert counted["sujet : faux et sûr de lui"] == (1, 5)


def test_calibration_macro_f1_and_confusions():
    found = measure(READER, MESSAGES)
    assert [(low, right.hits, right.total) for low, _, _, right in found.calibration] == [
        (0.0, 0, 1), (0.3, 1, 1), (0.7, 1, 1), (0.8, 0, 1), (0.9, 1, 1),
    ]  # fmt: skip
    assert found.macro_f1 == pytest.approx((2 * 1 / (1 + 3) + 2 * 2 / (3 + 2)) / 2)
    assert ("numero_aide", "saluer", 1) in found.confusions


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("text", ["", "a", "Je veux mourir, j'en peux plus.", "😀", "supercalifragilistique"])
def test_mistyping_never_breaks_and_is_the_same_twice(way, text):
    import random

    assert way(text, random.Random(1)) == way(text, random.Random(1))


def test_mistyping_changes_something():
    import random

    said = "Il m'a demandé des photos intimes, hier soir, sur un réseau social."
    assert all(way(said, random.Random(3)) != said for way in WAYS.values())


def test_recall_is_compared_with_that_of_the_clean_message():
    lines = robustness(Reader({"je suis là": (ALARM, "saluer", 0.9)}), [{"text": "je suis là", "audience": "8-10"}])
    by_name = {line.name: line for line in lines}
    assert by_name["EN CAPITALES"].clean == Rate(1, 1)
    assert by_name["EN CAPITALES"].mistyped == Rate(0, 1)
    assert "-100.0 points" in mistyped(lines)


def test_the_page_holds_every_part_that_was_measured():
    figures = report(measure(READER, MESSAGES))
    peers = {"how": "the same sentences", "table": [["", "recall"], ["Balise", "0.9"]]}
    said = page("some.jsonl", 5, figures, "clair 1.000", None, peers)
    assert "make evaluate EVAL=some.jsonl" in said
    assert "macro-F1" in said
    assert "| Balise | 0.9 |" in said
    assert "Writers left out" not in said


@pytest.fixture(scope="module")
def held() -> HeldOut:
    """Forty sentences: the first half dangers that score high, the second calm ones that score low."""
    dangers = [
        Example(
            f"d{n}", "confier_suicide", "numero_aide", "urgence" if n % 4 == 0 else "alerte", "suicide", n % 2 == 0,
            f"r{n % 3}",
        )
        for n in range(20)
    ]  # fmt: skip
    calm = [
        Example(f"c{n}", "saluer", "saluer", "vigilance" if n % 4 == 0 else "aucun", author=f"t{n % 3}")
        for n in range(20)
    ]
    outputs = ("topic:numero_aide", "topic:saluer", *RISK_OUTPUTS)
    scores = np.zeros((40, len(outputs)), np.float32)
    for row, one in enumerate([*dangers, *calm]):
        scores[row, outputs.index(f"topic:{one.topic}")] = 0.8
        if one.category:
            scores[row, outputs.index("at_least:alerte")] = 0.5 + row / 100
            scores[row, outputs.index("category:suicide")] = 0.9
        scores[row, outputs.index("third_party")] = 0.4 if one.third_party else -0.4
    return HeldOut(scores, outputs, [*dangers, *calm])


def test_the_second_reading_learns_what_tells_dangers_from_the_rest(held):
    calibration, said = calibrate(held)
    assert calibration.outputs == RISK_OUTPUTS
    assert said["danger"][:20].min() > 0.5 > said["danger"][20:].max()
    assert set(calibration.weights) == {"danger", "now", "sign"}


def test_the_second_reading_comes_back_from_its_file_as_it_went(held, tmp_path, monkeypatch):
    calibration, _ = calibrate(held)
    write(calibration, tmp_path / "calibration.json")
    monkeypatch.setattr("bot.safety.calibration.FILE", tmp_path / "calibration.json")
    read_calibration.cache_clear()
    some = np.random.default_rng(5).random((4, len(calibration.centre)))
    again = read_calibration().probabilities(some)
    read_calibration.cache_clear()
    assert np.allclose(again["danger"], calibration.probabilities(some)["danger"], atol=1e-3)


def test_the_cut_sees_what_must_be_seen(held):
    alarm = np.linspace(0.9, 0.0, 40)
    cuts = choose(held, {"danger": alarm, "now": alarm, "sign": alarm}, np.zeros(40, bool))
    assert (alarm[:20] >= cuts["alerte"]).mean() >= 0.95
    assert cuts["alerte"] > alarm[20]


def test_the_curve_falls_and_the_wordings_count(held):
    rows = curve(held, np.linspace(0.9, 0.0, 40), np.zeros(40, bool))
    assert rows[0][1] == 1.0
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), reverse=True)
    assert all(row[2] == 1.0 for row in curve(held, np.zeros(40), np.ones(40, bool)))


def test_topics_kinds_and_persons_of_left_out_sentences(held):
    cuts = {"topic_sharpness": 10.0, "topic_rarity": 0.3, "topic_lesson": 0.3}
    assert np.allclose(confidences(held, cuts).sum(axis=1), 1, atol=1e-4)
    assert accuracy(held, cuts) == {"top1": 1.0, "top3": 1.0, "category": 1.0, "third": 1.0}


def test_each_set_of_sentences_has_its_line(held):
    rows = by_author(held, np.linspace(0.9, 0.0, 40), np.zeros(40, bool), 0.4)
    assert [row[0] for row in rows[1:]] == ["r0", "r1", "r2", "t0", "t1", "t2"]
    assert rows[1][2].startswith("1.000")
    json.dumps(rows)


@pytest.mark.parametrize(("author", "fold"), [("t1", 1), ("r5", 1), ("q8", 0), ("", 0)])
def test_writers_of_a_number_are_left_out_together(author, fold):
    assert fold_of(author) == fold
