"""French as children type it comes to one spelling; any string at all gives a string."""

import re
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import clean, normalise

NORMALISED = [
    # accents and case
    ("Été À L'ÉCOLE", "ete a l'ecole"), ("cœur", "coeur"), ("Noël", "noel"), ("e\u0301te\u0301", "ete"), ("ＢＯＮＪＯＵＲ", "bonjour"),
    ("𝓫𝓸𝓷𝓳𝓸𝓾𝓻", "bonjour"),
    # apostrophes and quotes
    ("j’ai", "j'ai"), ("j`ai", "j'ai"), ("j´ai", "j'ai"), ("jʼai", "j'ai"), ("« oui »", "oui"), ("qu'est-ce", "qu'est ce"),
    # elongations
    ("nooooon", "non"), ("jé PEUUUR", "j'ai peur"), ("stoooop !!!!!", "stop"), ("ouiiiiii", "oui"), ("mdrrrrrr", "rire"),
    ("créée", "cre"), ("???", ""),
    # how it is typed
    ("jé peur", "j'ai peur"), ("jsp", "je sais pas"), ("chui mal", "je suis mal"), ("ya un mec ki", "il y a un mec qui"),
    ("cé koi", "c'est quoi"), ("jpp", "j'en peux plus"), ("tt le monde", "tout le monde"), ("jveux", "je veux"),
    ("psk", "parce que"), ("stp", "s'il te plait"), ("JSP", "je sais pas"),
    # digits and signs used as letters
    ("su1c1de", "suicide"), ("b0nj0ur", "bonjour"), ("v1ol", "viol"), ("m@man", "maman"), ("as$ez", "assez"),
    # letters kept apart
    ("s u i c i d e", "suicide"), ("s.u.i.c.i.d.e", "suicide"), ("s-u-i-c-i-d-e", "suicide"), ("s_u_i_c_i_d_e", "suicide"),
    # invisible characters
    ("su\u200bicide", "suicide"), ("su\u00adicide", "suicide"), ("\ufeffviol", "viol"), ("v\u2060i\u200dol", "viol"), ("\u202eabc", "abc"),
    # emoji
    ("😭", "pleure"), ("😭😭😭", "pleure"), ("🆘", "au secours"), ("❤️", "amour"), ("👨‍👩‍👧", ""),
    # gaps
    ("  a\t\nplus  tard ", "a plus tard"), ("a\u00a0plus", "a plus"), ("", ""), (" \u200b ", ""), ("\n", ""),
    # other scripts
    ("مرحبا", "مرحبا"), ("\u202bשלום\u202c", "שלום"), ("привет", "привет"),
]  # fmt: skip
NEAR = [
    ("3018", "3018"), ("le 119", "le 119"), ("18h30", "18h30"), ("5 ans", "5 ans"), ("10ans", "10ans"), ("4 amis", "4 amis"),
    ("passe", "passe"), ("elle", "elle"), ("grosse", "grosse"), ("lea@exemple.fr", "lea exemple fr"), ("@lea", "lea"),
    ("a b", "a b"), ("/confier_suicide", "confier suicide"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "read"), NORMALISED)
def test_what_is_typed_comes_to_one_spelling(typed, read):
    assert normalise(typed) == read


@pytest.mark.parametrize(("typed", "read"), NEAR)
def test_what_only_looks_disguised_keeps_its_letters(typed, read):
    assert normalise(typed) == read


CLEANED = [
    ("jsp mdr", "je sais pas rire"), ("Été", "Été"), ("j’ai peur", "j'ai peur"), ("Nooooon", "Noon"), ("su\u200bicide", "suicide"),
    ("dsl", "désolé"), ("Bonjour Léa", "Bonjour Léa"), ("non!!!", "non !"), ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "read"), CLEANED)
def test_the_sentence_for_the_encoder_keeps_accents_and_capitals(typed, read):
    assert clean(typed) == read


@given(st.text())
def test_any_string_gives_plain_words(text):
    words = normalise(text)
    assert words == " ".join(words.split())
    assert re.fullmatch(r"[\w' ]*", words)
    assert "_" not in words
    assert not any(unicodedata.combining(char) for char in unicodedata.normalize("NFKD", words) if char.isalpha())


@given(st.text(), st.sampled_from(["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e"]), st.integers(0, 20))
def test_an_invisible_character_anywhere_changes_nothing(text, invisible, place):
    hidden = text[:place] + invisible + text[place:]
    apart = any(unicodedata.combining(char) for char in text) or "\u200d" in text
    assert apart or clean(hidden) == clean(text)


@given(st.text(alphabet=string.ascii_letters + " .!?"))
def test_capitals_change_nothing(text):
    assert normalise(text.upper()) == normalise(text.lower())


@given(st.text())
def test_the_same_words_in_two_unicode_forms_are_one(text):
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèàç' ", min_size=3, max_size=40), st.integers(3, 30))
def test_ten_vowels_say_no_more_than_three(text, times):
    assert normalise(f"{text} no{'o' * times}n") == normalise(f"{text} nooon")


def test_a_very_long_message_is_read_to_its_end():
    assert normalise("a" * 100_000 + " suicide").endswith("suicide")


@pytest.mark.parametrize("text", ["Ù@¹", "é@b", "e\u0301@b", "j\u1ffdai"])
def test_an_accent_set_apart_changes_nothing(text):
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))
