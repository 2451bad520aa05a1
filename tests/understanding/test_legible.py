"""What the encoder reads: no shouting, no digits in the place of letters; all else as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.legible import legible


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("IL ME FAIT DU CHANTAGE", "il me fait du chantage"),
        ("JE VEUX M0URIR", "je veux mourir"),
        ("su1cide", "suicide"),
        ("il me m3nace", "il me menace"),
        ("m@man sait p4s", "maman sait pas"),
        ("Il m'a frappé", "Il m'a frappé"),
        ("OK", "OK"),
        ("j'ai 13 ans et 2 frères", "j'ai 13 ans et 2 frères"),
        ("le 3018 ou le 119", "le 3018 ou le 119"),
        ("en 6e2 on est 28", "en 6e2 on est 28"),
        ("", ""),
    ],
)
def test_it_reads(typed, read):
    assert legible(typed) == read


@given(st.text())
def test_any_text_is_read(text):
    assert isinstance(legible(text), str)
