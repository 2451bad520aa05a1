"""/etat and its sheet: what an operator must know of the words, and nothing of anybody."""

import re
from datetime import date

import pytest

from bot.content.typography import french
from bot.settings import read_settings
from bot.web import create_app
from tests.browsing import DANGER


@pytest.fixture
def operated(folder, environ, database, mask, rasa, rewrite):
    """A Balise on a folder of words that may be changed: returns (app, rewrite)."""
    environ(BALISE_CONTENT=str(folder), BALISE_RASA_PORT=str(rasa.port))
    return lambda: create_app(read_settings()), rewrite


def section(page: str, title: str) -> str:
    return re.search(rf"<h2>{re.escape(french(title))} \(.*?</section>", page, re.DOTALL).group()


WITHDRAWN = "Retirés du service : la date de revérification est passée"
SOON = "À revérifier dans les 30 jours"
WEAK = "Appuyés sur une source secondaire ou non vérifiée"


def test_with_fresh_words_nothing_is_withdrawn_and_the_weak_are_listed(client, content):
    page = client.get("/etat").text
    assert "Rien." in section(page, WITHDRAWN)
    weak = section(page, WEAK)
    assert "fil_sante_jeunes" in weak
    assert "(peine_vie_privee)" not in weak


def date_of(kind, id, when):
    def change(data):
        (data["apps"] if kind == "app" else data)[id]["recheck_by"] = when

    return change


def test_what_is_past_its_date_and_what_soon_will_be(operated):
    make, rewrite = operated
    rewrite("help/lines.yml", date_of("line", "e_enfance", date(2026, 11, 23)))
    rewrite("facts.yml", date_of("fact", "peine_vie_privee", date(2026, 12, 10)))
    page = make().test_client().get("/etat").text
    assert "(e_enfance)" in section(page, WITHDRAWN)
    assert "(peine_vie_privee)" in section(page, SOON)
    assert "(peine_vie_privee)" not in section(page, WITHDRAWN)


def test_refused_words_are_told_with_their_file_and_place(operated, folder, monkeypatch):
    monkeypatch.setattr("bot.content.current.LOOK_SECONDS", -1)
    make, rewrite = operated
    client = make().test_client()
    assert "refusés" not in client.get("/etat").text
    rewrite("help/lines.yml", lambda data: data["police"].pop("price"))
    page = client.get("/etat").text
    assert "De nouveaux textes ont été refusés" in page
    assert "help/lines.yml : police : champ manquant « price »" in page
    assert client.get("/aide").status_code == 200


def test_corrected_lines_are_served_without_a_restart(operated, monkeypatch):
    monkeypatch.setattr("bot.content.current.LOOK_SECONDS", -1)
    make, rewrite = operated
    client = make().test_client()
    rewrite("help/lines.yml", lambda data: data["e_enfance"].update(name="La ligne corrigée"))
    assert "La ligne corrigée" in client.get("/aide").text


def test_the_sheet_lists_every_active_line_to_check_by_hand(client, content):
    page = client.get("/etat/fiche").text
    for line in content.lines.values():
        assert (f'<th scope="row">{line.name}</th>' in page) == (line.status == "active")
    assert page.index("En France") < page.index("En Belgique")
    assert page.count('class="box"') == sum(line.status == "active" for line in content.lines.values())


def test_nothing_of_a_conversation_is_on_the_page(child, client):
    child.say(DANGER)
    page = client.get("/etat").text
    assert "snap il dit" not in page


def test_no_page_for_children_leads_there(client):
    for path in ("/", "/aide"):
        assert "/etat" not in client.get(path).text
