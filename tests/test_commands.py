"""`balise orient`, `check`, `understand`: what other tools read from them."""

import pytest

from bot.cli import main
from bot.content import AUDIENCES
from bot.safety import CATEGORIES


@pytest.fixture(autouse=True)
def afternoon(environ):
    environ()


def orient(capsys, *options: str) -> list[str]:
    assert main(["orient", *options]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("category", CATEGORIES)
def test_an_orientation_begins_with_an_open_line(capsys, category, audience):
    first = orient(capsys, "--category", category, "--audience", audience, "--at", "2026-11-24T03:00")[0]
    assert first.startswith("Ligne ")
    assert "ouvert" in first


def test_an_urgent_orientation_begins_with_emergency(capsys):
    lines = orient(capsys, "--category", "suicide", "--audience", "11-14", "--level", "urgence")
    assert lines[0].startswith("Urgence    samu")


def test_at_night_it_says_what_is_closed(capsys):
    lines = orient(capsys, "--category", "sextorsion", "--audience", "11-14", "--at", "2026-11-24T23:30")
    assert "enfance_en_danger" in lines[0]
    assert any(line.startswith("Fermé") and "rouvre demain" in line for line in lines)


def test_a_third_person_gets_other_words(capsys):
    asked = ["--category", "suicide", "--audience", "11-14"]
    assert orient(capsys, *asked) != orient(capsys, *asked, "--third-party")


BAD = [
    ["orient", "--category", "nulle_part", "--audience", "11-14"], ["orient", "--category", "suicide", "--audience", "11-14", "--at", "hier"],
    ["understand", "--in", "/nowhere.jsonl", "--out", "/dev/null"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", BAD, ids=lambda arguments: " ".join(arguments[:3]))
def test_a_mistake_is_one_sentence_and_a_code(capsys, arguments):
    assert main(arguments) == 2
    written = capsys.readouterr()
    assert written.err.startswith("balise : ")
    assert len(written.err.strip().splitlines()) == 1


def test_the_check_counts_and_finds_nothing(capsys):
    assert main(["check"]) == 0
    assert "0 problème" in capsys.readouterr().out


def test_the_check_says_what_falls_due_that_day(capsys):
    assert main(["check", "--as-of", "2099-01-01"]) == 1
    assert "help/lines.yml : e_enfance : à revérifier depuis le" in capsys.readouterr().out


def test_the_check_of_broken_words_says_the_file(capsys, environ, folder):
    (folder / "facts.yml").unlink()
    environ(BALISE_CONTENT=str(folder))
    assert main(["check"]) == 1
    assert capsys.readouterr().out.splitlines() == ["facts.yml : fichier absent", "Rien n'a été chargé : 1 problème(s)"]


@pytest.mark.parametrize("command", ["orient --category suicide --audience 8-10", "preview mot_de_passe"])
def test_every_other_command_refuses_broken_words_in_one_french_sentence(capsys, environ, folder, command):
    (folder / "facts.yml").unlink()
    environ(BALISE_CONTENT=str(folder))
    assert main(command.split()) == 1
    assert capsys.readouterr().err == "balise : facts.yml : fichier absent\n"
