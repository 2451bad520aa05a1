"""The pages and the same conversation by plain forms: nothing here needs JavaScript."""

import re
import uuid

import pytest

from bot.content import AUDIENCES
from tests.browsing import CALM, DANGER


@pytest.fixture
def form(client, caplog):
    """A browser without JavaScript, its conversation begun."""
    assert client.post("/conversation", data={"audience": "11-14"}).headers["Location"] == "/conversation"
    return client


def write(client, text: str, id: str | None = None):
    data = {"text": text, "id": id or str(uuid.uuid4())}
    return client.post("/conversation/message", data=data, follow_redirects=True)


def test_the_first_page_says_it_is_a_program_and_opens_five_doors(client):
    page = client.get("/").text
    assert "une IA" in page
    assert re.findall(r'name="audience" value="([^"]+)"', page) == list(AUDIENCES)


def test_every_page_is_in_french_with_a_way_out_and_a_way_to_help(form):
    for path in ("/", "/aide", "/conversation", "/nowhere"):
        page = form.get(path).text
        assert '<html lang="fr">' in page
        assert 'href="/quitter"' in page
        assert "J’ai besoin d’aide" in page


def test_the_title_of_the_conversation_says_nothing_of_it(form):
    (title,) = re.findall("<title>(.*)</title>", form.get("/conversation").text)
    assert not re.search("balise|aide|image|chantage", title, re.IGNORECASE)


def test_the_conversation_without_one_goes_back_to_the_doors(client):
    response = client.get("/conversation")
    assert (response.status_code, response.headers["Location"]) == (303, "/")


def test_an_unknown_audience_is_refused_on_a_page(client):
    response = client.post("/conversation", data={"audience": "martian"})
    assert response.status_code == 400
    assert "Je ne connais pas ce choix" in response.text


def test_a_sentence_written_in_the_form_is_answered(form, rasa):
    page = write(form, CALM).text
    assert "Bonjour de Rasa" in page
    assert rasa.heard[-1]["text"] == CALM


def test_what_was_sent_is_not_shown_again_by_back_or_a_reload(form):
    """The answer comes by a GET: after « Quitter vite », « Back » sends nothing and shows nothing of it."""
    response = form.post("/conversation/message", data={"text": DANGER, "id": str(uuid.uuid4())})
    assert (response.status_code, response.headers["Location"]) == (303, "/conversation")
    page = form.get("/conversation").text
    assert 'href="tel:3018"' in page
    assert DANGER not in page
    form.get("/quitter")
    assert form.get("/conversation").status_code == 303


def test_without_a_database_the_answer_is_shown_at_once(form, services, monkeypatch):
    monkeypatch.setattr(type(services.store), "answer", lambda *_: None)
    response = form.post("/conversation/message", data={"text": DANGER, "id": str(uuid.uuid4())})
    assert response.status_code == 200
    assert 'href="tel:3018"' in response.text


def test_what_is_typed_is_shown_as_text_and_never_run(form):
    page = write(form, "<script>alert(1)</script><b>x" + " bla" * 200).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_cry_for_help_in_the_form_brings_the_card_with_its_links(form):
    page = write(form, DANGER).text
    assert 'href="tel:3018"' in page
    assert "Ne paie pas" in page
    assert 'id="pinned"' in page


def test_a_cry_for_help_brings_the_card_with_rasa_down(form, rasa):
    rasa.stop()
    assert 'href="tel:3018"' in write(form, DANGER).text


def test_a_flagged_conversation_keeps_its_help_on_the_page(form):
    write(form, DANGER)
    for page in (write(form, CALM).text, form.get("/conversation").text):
        assert 'href="tel:3018"' in page


def test_a_choice_of_the_page_can_be_pressed(form, rasa, services):
    page = write(form, CALM).text
    (button,) = re.findall(r'name="button" value="([^"]+)">Le 3018', page)
    form.post("/conversation/message", data={"button": button, "id": str(uuid.uuid4())})
    assert rasa.heard[-1]["intent"] == "ligne_3018"


def test_going_back_to_press_another_choice_is_another_message(form, rasa, services):
    id = str(uuid.uuid4())
    for intent in ("ligne_3018", "ligne_119"):
        form.post("/conversation/message", data={"button": services.buttons.id_of(intent), "id": id})
    assert [heard["intent"] for heard in rasa.heard] == ["ligne_3018", "ligne_119"]


def test_sending_the_form_twice_is_answered_once(form, rasa):
    id = str(uuid.uuid4())
    write(form, CALM, id)
    write(form, CALM, id)
    assert len(rasa.heard) == 1


@pytest.mark.parametrize(("text", "said"), [("", "Ton message est vide"), ("a" * 501, "trop long")])
def test_a_refused_sentence_is_said_on_the_page(form, rasa, text, said):
    assert said in write(form, text).text
    assert rasa.heard == []


def test_a_sentence_too_long_is_given_back_to_be_cut(form):
    assert "mot " * 100 in write(form, "mot " * 130).text


def test_a_cry_for_help_too_long_brings_the_card(form):
    assert 'href="tel:3018"' in write(form, DANGER + " bla" * 200).text


def test_a_cry_for_help_without_a_conversation_brings_the_card(client):
    response = write(client, DANGER)
    assert response.status_code == 404
    assert 'href="tel:3018"' in response.text


def test_erasing_by_the_form_erases(form, rasa):
    write(form, CALM)
    asked = form.post("/conversation/effacer", follow_redirects=True).text
    assert "Effacer toute la conversation" in asked
    assert form.get("/conversation").status_code == 200
    erased = form.post("/conversation/effacer", data={"sure": "1"})
    assert erased.status_code == 303  # « Back » sends nothing again.
    assert "effacé" in form.get(erased.headers["Location"]).text
    assert rasa.forgotten
    assert form.get("/conversation").status_code == 303
    form.post("/conversation", data={"audience": "8-10"})
    assert form.get("/efface").headers["Location"] == "/conversation"  # One begun since is not erased.


def test_the_last_answer_stays_beside_a_refusal(form):
    write(form, DANGER)
    for text in ("", "x" * 501):
        page = write(form, text).text
        assert 'class="card' in page
        assert 'role="alert"><p>' in page


def test_leaving_erases_and_goes_to_a_neutral_site(form, rasa):
    write(form, CALM)
    response = form.get("/quitter")
    assert (response.status_code, response.headers["Location"]) == (303, "https://fr.wikipedia.org/")
    assert "storage" in response.headers["Clear-Site-Data"]
    assert rasa.forgotten
    assert form.get("/conversation").status_code == 303


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_page_of_numbers_is_the_one_of_its_reader(client, audience, content):
    page = client.get(f"/aide?pour={audience}").text
    away = content.territories["fr"].without
    here = [
        one for one in content.lines.values() if one.territory == "fr" and one.status == "active" and one.id not in away
    ]
    wanted = {line.tel for line in here if line.tel and audience in line.audiences}
    assert set(re.findall(r'href="tel:([^"]+)"', page)) == wanted


def test_the_page_of_numbers_opens_for_anyone(client):
    assert client.get("/aide?pour=martian").status_code == 200


def test_nothing_written_in_a_form_is_logged(form, rasa, caplog):
    caplog.set_level("DEBUG")
    for fault in (None, "crashes", "says nothing"):
        rasa.fault = fault
        write(form, "un secret très particulier " + DANGER)
    assert "secret très particulier" not in caplog.text


def test_a_page_that_does_not_exist_offers_help(client):
    response = client.get("/nowhere")
    assert response.status_code == 404
    assert "Cette page n’existe pas" in response.text
