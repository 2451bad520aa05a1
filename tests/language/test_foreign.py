"""A guess at the language, for a kind answer."""

import pytest

from bot.language import is_foreign

FOREIGN = [
    "what is sextortion and how can I get help", "hello do you speak english", "someone sent my picture, help me please",
    "hola quiero saber que es", "مرحبا كيف حالك", "привет как дела", "שלום מה שלומך", "你好吗朋友",
]  # fmt: skip
FRENCH = [
    "bonjour", "c'est quoi le droit à l'image", "help", "ok", "on est en live sur twitch", "j'ai fait un snap the best",
    "cé koi", "😭😭", "", "123", "my school c'est relou mais je suis ok", "?",
]  # fmt: skip


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_noticed(text):
    assert is_foreign(text)


@pytest.mark.parametrize("text", FRENCH)
def test_french_as_children_type_it_is_french(text):
    assert not is_foreign(text)
