"""The table of likenesses and the solver, against plain linear algebra; twins among sentences."""

import numpy as np
import pytest
from scipy import sparse

from bot.language import near_duplicates
from bot.language.features import Features
from bot.language.kernel import Gram, likeness
from bot.language.solver import solve

SIZE = 2500  # more than one panel


@pytest.fixture(scope="module")
def features() -> Features:
    dice = np.random.default_rng(1)
    dense = dice.standard_normal((SIZE, 12)).astype(np.float32)
    dense /= np.linalg.norm(dense, axis=1, keepdims=True)
    return Features(sparse.random(SIZE, 300, 0.02, "csr", np.float32, random_state=2), dense)


@pytest.fixture(scope="module")
def whole(features) -> np.ndarray:
    return likeness(features, features.ngrams.T.tocsr(), features.dense)


def test_half_of_the_table_does_the_work_of_the_whole(features, whole):
    columns = np.random.default_rng(3).standard_normal((SIZE, 5)).astype(np.float32)
    assert np.allclose(Gram(features).times(columns), whole @ columns, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("ridge", [0.1, 0.8, 5.0])
def test_the_solution_is_that_of_the_exact_solver(features, whole, ridge):
    wanted = np.random.default_rng(4).standard_normal((SIZE, 7)).astype(np.float32)
    found = solve(Gram(features), wanted, ridge)
    left = whole @ found + ridge * found - wanted
    assert np.linalg.norm(left) < 0.02 * np.linalg.norm(wanted)


def test_an_output_that_nobody_shows_stays_at_nothing(features):
    assert not solve(Gram(features), np.zeros((SIZE, 2), np.float32), 0.8).any()


def test_learning_twice_gives_the_same_numbers(features):
    wanted = np.ones((SIZE, 1), np.float32)
    assert np.array_equal(solve(Gram(features), wanted, 0.8), solve(Gram(features), wanted, 0.8))


TWINS = [
    ("comment bloquer quelqu'un sur snap", "comment on bloque quelqu'un sur snap"),
    ("Je veux en parler à ma mère", "je veux EN PARLER a ma mere !!"),
    ("ouiii", "oui"),
]
STRANGERS = [
    ("comment bloquer quelqu'un sur snap", "comment débloquer mon vélo"),
    ("oui", "non"),
    ("je suis mort de rire", "je veux mourir ce soir"),
]


@pytest.mark.parametrize("pair", TWINS, ids=lambda pair: pair[0])
def test_two_ways_of_typing_one_sentence_are_twins(pair):
    assert near_duplicates(["bonjour tout le monde ici", *pair]) == [(1, 2)]


@pytest.mark.parametrize("pair", STRANGERS, ids=lambda pair: pair[1])
def test_two_sentences_are_no_twins(pair):
    assert near_duplicates(pair) == []
