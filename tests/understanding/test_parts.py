"""A message of several sentences is also read sentence by sentence: calm words hide nothing."""

import itertools

import pytest

from bot.understanding.understand import parts_of


@pytest.mark.parametrize(
    "text", ["", "bonjour", "c'est quoi le droit à l'image ?", "ok. oui. non.", "un deux trois. ok"]
)
def test_one_sentence_is_read_as_it_is(text):
    assert parts_of(text) == []


def test_several_sentences_are_read_one_by_one():
    said = "bonjour j'ai une question. mon oncle vient dans ma chambre ! voilà c'est tout"
    assert parts_of(said) == ["bonjour j'ai une question.", "mon oncle vient dans ma chambre !", "voilà c'est tout"]


def test_a_long_message_without_a_full_stop_is_read_by_windows_that_overlap():
    words = [str(number) for number in range(60)]
    parts = [part.split() for part in parts_of(" ".join(words))]
    assert {word for part in parts for word in part} == set(words)
    assert all(set(one) & set(other) for one, other in itertools.pairwise(parts))
