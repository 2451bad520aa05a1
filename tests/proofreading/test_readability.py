"""Syllables as one says them, the score of Kandel and Moles, and the page that is in docs/fr."""

import pytest

from bot.proofreading import proofread, readability_page
from bot.proofreading.readability import ease, syllables
from bot.settings import ROOT

SYLLABLES = {
    "a": 1, "chat": 1, "école": 2, "ami": 2, "amie": 2, "téléphone": 3, "photo": 2, "image": 2, "images": 2,
    "parlent": 1, "moment": 2, "vraiment": 2, "quelque": 1, "créer": 2, "réseau": 2, "naïf": 2, "maïs": 2,
    "eau": 1, "beau": 1, "œil": 1, "cœur": 1, "guitare": 2, "qui": 1, "personne": 2, "le": 1, "12": 1,
    "harcèlement": 4, "confidentiel": 4, "aider": 2, "adulte": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items())
def test_syllables_of_a_word(word, count):
    assert syllables(word) == count


def test_the_score_is_that_of_kandel_and_moles():
    # 2 sentences, 6 words (3 a sentence), 9 syllables: 207 - 1.015 × 3 - 73.6 × 1.5
    found = ease("Le chat dort. Ton amie téléphone.")
    assert found.sentence == 3
    assert found.score == pytest.approx(207 - 1.015 * 3 - 73.6 * 9 / 6)


def test_short_words_in_short_sentences_are_easier():
    assert ease("Tu dis non. Tu pars.").score > ease("Les informations personnelles nécessitent de la vigilance.").score


def test_the_real_words_have_no_problem(content):
    assert [str(one) for one in proofread(content)] == []


def test_the_page_in_docs_is_that_of_the_words(content):
    written = (ROOT / "docs" / "fr" / "lisibilite.md").read_text(encoding="utf-8")
    assert readability_page(content) == written, "balise check --readability docs/fr/lisibilite.md"
