"""Writers type plain spaces and quotes; readers see French typography."""

import re

import pytest

from bot.content.typography import french

N, W = "\u202f", "\u00a0"
CASES = [
    ("l'aide", "l’aide"),
    ("attends...", "attends…"),
    ("Vraiment ?", f"Vraiment{N}?"),
    ("Non !", f"Non{N}!"),
    ("un ; deux", f"un{N}; deux"),
    ("Dis : oui", f"Dis{W}: oui"),
    ("à retenir :", f"à retenir{W}:"),
    ("« Signaler »", f"«{W}Signaler{W}»"),
    ("«Signaler»", f"«{W}Signaler{W}»"),
    ("45 000 euros", f"45{N}000{W}euros"),
    ("9 h à 23 h", f"9{W}h à 23{W}h"),
    ("20 % des 15 ans", f"20{W}% des 15{W}ans"),
    ("116 111", f"116{N}111"),
]
UNTOUCHED = ["à 12:30", "https://3018.fr/?a=1", "3018.fr", "le 3018 et le 119", "oui, non.", "", "un homme"]


@pytest.mark.parametrize(("typed", "read"), CASES)
def test_plain_typing_becomes_french_typography(typed, read):
    assert french(typed) == read


@pytest.mark.parametrize("typed", UNTOUCHED)
def test_what_needs_nothing_is_left_alone(typed):
    assert french(typed) == typed


@pytest.mark.parametrize(("typed", "read"), CASES)
def test_words_already_typographic_stay_as_they_are(typed, read):
    assert french(read) == read


def test_no_text_of_balise_holds_two_no_break_spaces_in_a_row(content):
    said = [text.text for topic in content.topics.values() for text in topic.texts.values()]
    said += [intro for theme in content.themes.values() for intro in theme.intro.values()]
    said += [line.hours_text for line in content.lines.values()]
    assert [words for words in said if re.search(f"[{N}{W}]{{2}}", words)] == []
