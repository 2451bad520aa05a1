"""Apps, ages and relations, as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import Entity, entities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un mec sur snap", ["platform snapchat"]),
        ("comment bloquer qqn sur Insta ou TikTok ?", ["platform instagram", "platform tiktok"]),
        ("sur tik tok y a un inconnu", ["platform tiktok", "relation inconnu"]),
        ("mon fils de 13 ans joue à Roblox", ["relation enfant", "age 13", "platform roblox"]),
        ("g treize ans", ["age 13"]),
        ("g 12ans", ["age 12"]),
        ("il a quarante ans", ["age 40"]),
        ("c'est mon oncle", ["relation famille"]),
        ("mon beau-père", ["relation beau_parent"]),
        ("ma copine de classe et mon ex", ["relation amoureux"]),
        ("mon coach de foot sur whatsapp", ["relation adulte_encadrant", "platform whatsapp"]),
        ("SNAP", ["platform snapchat"]),
    ],
)
def test_what_is_named_is_found_in_order_and_once(text, expected):
    assert [f"{one.kind} {one.value}" for one in entities(text)] == expected


@pytest.mark.parametrize(
    "text", ["", "😀", "j'ai eu 13 en maths", "un snack", "100 ans", "instant présent", "la presse"]
)
def test_what_names_nothing_gives_nothing(text):
    assert entities(text) == ()


@given(st.text())
def test_any_text_is_read(text):
    assert all(isinstance(one, Entity) for one in entities(text))
