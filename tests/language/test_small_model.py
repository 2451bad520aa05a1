"""The model's arithmetic, on a handful of sentences learnt here (no trained model needed)."""

from pathlib import Path

import numpy as np
import pytest

from bot.language import Model, fit, load, save

TEXTS = [
    "bonjour",
    "salut à toi",
    "il menace de publier ma photo",
    "il veut montrer ma vidéo à tous",
    "quel temps fait-il",
]
WANTED = {"hello": np.array([1, 1, 0, 0, 0], np.float32), "danger": np.array([0, 0, 1, 1, 0], np.float32)}


@pytest.fixture(scope="module")
def model() -> Model:
    return fit(TEXTS, WANTED, ridge=0.1)


def test_what_was_learnt_is_known_again(model):
    scores = model.scores(TEXTS)
    assert scores.shape == (5, 2)
    assert [model.outputs[i] for i in scores[:4].argmax(axis=1)] == ["hello", "hello", "danger", "danger"]


def test_the_same_words_in_another_spelling_score_alike(model):
    plain, typed = model.scores(["il menace de publier ma photo", "IL MENAAACE de publier ma foto !!"])
    assert plain[1] > 0.5
    assert typed[1] > typed[0]


@pytest.mark.parametrize("text", ["", " ", "?", "😀", "\u200b", "مرحبا", "a" * 5000])
def test_any_text_has_finite_scores(model, text):
    assert np.isfinite(model.scores([text])).all()


def test_a_text_scores_the_same_alone_and_in_company(model):
    alone, among = model.scores(["bonjour"])[0], model.scores(["", "bonjour", "il menace"])[1]
    assert np.allclose(alone, among, atol=1e-4)


def test_no_text_gives_no_score(model):
    assert model.scores([]).shape == (0, 2)


def test_a_saved_model_comes_back_the_same(model, tmp_path: Path):
    save(model, tmp_path / "one.npz")
    again = load(tmp_path / "one.npz")
    assert again.outputs == model.outputs
    assert np.allclose(again.scores(TEXTS), model.scores(TEXTS), atol=0.02)
    assert [path.name for path in tmp_path.iterdir()] == ["one.npz"]


def test_a_missing_model_is_an_os_error(tmp_path: Path):
    with pytest.raises(OSError):
        load(tmp_path / "none.npz")


@pytest.mark.parametrize("written", [b"", b"not a model"])
def test_a_broken_file_is_an_error_the_gateway_survives(tmp_path: Path, written: bytes):
    (tmp_path / "broken.npz").write_bytes(written)
    with pytest.raises((OSError, ValueError)):
        load(tmp_path / "broken.npz")


def test_a_model_of_another_format_is_refused(model, tmp_path: Path):
    save(model, tmp_path / "one.npz")
    with np.load(tmp_path / "one.npz") as stored:
        held = {**stored, "format": 999}
    np.savez(tmp_path / "old.npz", **held)
    with pytest.raises(ValueError, match="model format 999"):
        load(tmp_path / "old.npz")
