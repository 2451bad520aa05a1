"""`balise preview`: the five voices of a subject, in a terminal and on a page."""

import pytest

from bot.cli import main
from bot.commands.preview import catalogue, side_by_side
from bot.content import AUDIENCES


@pytest.fixture(autouse=True)
def afternoon(environ):
    environ()


def test_the_five_voices_stand_side_by_side(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["preview", "mot_de_passe"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("(mot_de_passe)")
    assert [lines[2].count(who) for who in ("8-10 ans", "11-14 ans", "15-17 ans", "parent", "équipe éducative")] == [
        1
    ] * 5
    assert max(map(len, lines)) <= 160


def test_a_narrow_terminal_gets_one_voice_under_the_other(content):
    sheet = next(one for one in catalogue(content) if one.id == "mot_de_passe")
    lines = side_by_side(content, sheet, 60)
    assert max(map(len, lines)) <= 60
    assert [content.audiences[who]["label"] for who in AUDIENCES] == [
        line for line in lines if line in {content.audiences[who]["label"] for who in AUDIENCES}
    ]


def test_nothing_of_a_text_is_lost_in_the_columns(content):
    sheet = next(one for one in catalogue(content) if one.id == "sextorsion_payer")
    shown = " ".join(side_by_side(content, sheet, 400)).split()
    for parts in sheet.voices.values():
        for _, text in parts:
            assert set(text.replace("\u202f", " ").replace("\u00a0", " ").split()) <= set(shown)


@pytest.mark.parametrize(
    "subject",
    ["law.consentement", "dossier.cameleon", "app.snapchat", "report.pharos", "word.grooming", "support.suicide.self"],
)
def test_leaflets_words_and_support_can_be_read_too(capsys, subject):
    assert main(["preview", subject]) == 0
    assert f"({subject})" in capsys.readouterr().out


def test_an_unknown_subject_gets_a_suggestion(capsys):
    assert main(["preview", "de_passe"]) == 2
    assert capsys.readouterr().err == "balise : « de_passe » inconnu ; peut-être : mot_de_passe, word.mot_de_passe\n"


def test_without_a_subject_the_way_is_told(capsys):
    assert main(["preview"]) == 2
    assert "quel sujet ?" in capsys.readouterr().err


def test_the_whole_catalogue_on_one_page(capsys, tmp_path, content):
    page = tmp_path / "catalogue.html"
    assert main(["preview", "--html", str(page)]) == 0
    html = page.read_text(encoding="utf-8")
    assert all(f'id="{sheet.id}"' in html for sheet in catalogue(content))
    assert "http" not in html.split("<body>")[0]
    assert "<script" not in html
