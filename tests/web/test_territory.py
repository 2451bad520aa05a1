"""Where the person is: said by a button or in the address, and the help is that of that place."""

import html
import re

import pytest

from tests.browsing import CALM, DANGER, card_of

ABROAD = {"be": "Belgique", "ch": "Suisse", "lu": "Luxembourg", "ca": "Canada", "mc": "Monaco"}


def press(child, services, intent):
    return child.press(services.buttons.id_of(intent))


def titles(message):
    return [button["title"] for button in message["buttons"]]


def test_the_numbers_offer_another_country(child, services, rasa):
    rasa.says = [{"text": "x"}, {"custom": {"topic": "numero_aide"}}]
    (message,) = press(child, services, "numero_aide")["messages"]
    assert "Je suis ailleurs (outre-mer, autre pays)" in titles(message)


def test_the_countries_are_asked_by_buttons(child, services, rasa):
    (message,) = press(child, services, "do:elsewhere")["messages"]
    assert titles(message) == ["En France", "En Belgique", "En Suisse", "Au Luxembourg", "Au Canada", "À Monaco"]
    assert rasa.heard == []


@pytest.mark.parametrize("where", ABROAD)
def test_a_country_chosen_shows_its_lines_and_says_that_laws_differ(child, services, content, where):
    (message,) = press(child, services, f"territory:{where}")["messages"]
    there = {line.number for line in content.lines.values() if line.territory == where and line.number}
    assert any(number in message["text"] for number in there)
    assert "3018" not in message["text"]
    assert "sont celles de la France" in message["text"]


def test_a_disclosure_is_then_answered_with_the_lines_of_that_country(child, services, content):
    press(child, services, "territory:be")
    card = card_of(child.say(DANGER))
    shown = [card["line"], *card["emergency"], *card["written"], *([card["second"]] if card["second"] else [])]
    assert {content.lines[line["id"]].territory for line in shown} == {"be"}


def test_the_card_that_rasa_made_for_the_school_is_made_again(child, services, rasa, content):
    press(child, services, "territory:ch")
    french = {"level": "alerte", "category": "suicide", "emergency": [], "line": {"id": "prevention_suicide"},
              "written": [], "second": None}  # fmt: skip
    rasa.says = [{"text": "x"}, {"custom": {"card": french}}]
    assert content.lines[card_of(child.say(CALM))["line"]["id"]].territory == "ch"


def test_in_an_emergency_the_emergency_numbers_are_those_of_the_country(child, services, content):
    press(child, services, "territory:ca")
    card = card_of(child.say("il est devant ma porte il veut me tuer"))
    assert [line["number"] for line in card["emergency"]] == ["9-1-1"]


def test_the_help_already_given_follows(child, services, content):
    child.say(DANGER)
    body = press(child, services, "territory:be")
    assert content.lines[card_of(body)["line"]["id"]].territory == "be"
    assert {content.lines[line["id"]].territory for line in body["pinned"]["lines"]} == {"be"}


def test_the_links_of_the_page_of_numbers_lead_there(client):
    page = client.get("/aide?pour=8-10").text
    for link in re.findall(r'href="(/aide\?[^"]*ou=[^"]*)"', page):
        where = re.search(r"ou=(\w+)", link).group(1)
        followed = client.get(html.unescape(link)).text
        assert ('href="tel:119"' in followed) == (where in ("fr", "gp", "mq", "gf", "re", "yt", "pf"))
        assert ('href="tel:3018"' in followed) == (where in ("fr", "gp", "mq", "gf", "re", "yt"))


def test_a_message_refused_abroad_still_gets_the_lines_of_the_place(child, services, content):
    press(child, services, "territory:be")
    refused = child.send(text=f"{DANGER} " * 20)
    assert refused.status_code == 413
    assert {content.lines[id].territory for id in refused.json["help"]} == {"be"}


def test_somebody_who_speaks_for_another_is_answered_so_abroad_too(child, services, rasa):
    press(child, services, "territory:be")
    french = {"level": "alerte", "category": "suicide", "third_party": True, "emergency": [],
              "line": {"id": "prevention_suicide"}, "written": [], "second": None}  # fmt: skip
    rasa.says = [{"text": "x"}, {"custom": {"card": french}}]
    said = card_of(child.say(CALM))
    assert said["intro"].startswith(services.content.support["suicide"]["third"]["11-14"].believe)


def test_coming_back_to_france_brings_the_french_lines_back(child, services, content):
    press(child, services, "territory:be")
    (message,) = press(child, services, "territory:fr")["messages"]
    assert "119" in message["text"]
    assert content.lines[card_of(child.say(DANGER))["line"]["id"]].territory == "fr"


@pytest.mark.parametrize("where", ABROAD)
def test_the_page_of_numbers_takes_the_country_in_its_address(client, content, where):
    page = client.get(f"/aide?pour=11-14&ou={where}").text
    assert ABROAD[where] in page
    for line in content.lines.values():
        if line.tel:
            assert (f'href="tel:{line.tel}"' in page) == (
                any(other.tel == line.tel and other.territory == where and "11-14" in other.audiences
                    for other in content.lines.values())
            )  # fmt: skip


def test_the_link_to_the_numbers_leads_to_where_the_conversation_is(child, services, client):
    assert press(child, services, "territory:be")["place"] == "be"
    page = client.get("/conversation").text
    (link,) = set(re.findall(r'class="need" href="([^"]+)"', page))
    assert 'href="tel:103"' in client.get(html.unescape(link)).text


def test_overseas_is_offered_folded_apart_and_its_hours_are_local(child, services, content):
    (message,) = press(child, services, "do:elsewhere")["messages"]
    assert [one["title"] for one in message["groups"][0]["buttons"]][:2] == ["En Guadeloupe", "En Martinique"]
    press(child, services, "territory:re")
    card = card_of(child.say(DANGER))
    assert card["clock"] == "Les heures affichées sont celles de La Réunion."


@pytest.mark.parametrize(
    ("said", "where"), [("je suis à la réunion", "re"), ("chui en guadeloupe", "gp"), ("j'habite à nouméa", "nc")]
)
def test_an_overseas_place_that_is_typed_is_understood(child, said, where):
    assert child.say(said)["place"] == where


def test_an_unknown_country_is_the_one_of_the_school(client):
    assert 'href="tel:119"' in client.get("/aide?ou=atlantis").text


def test_the_school_may_be_abroad(environ, database, mask, rasa):
    from bot.settings import read_settings
    from bot.web import create_app

    environ(BALISE_RASA_PORT=str(rasa.port), BALISE_TERRITORY="lu")
    page = create_app(read_settings()).test_client().get("/aide").text
    assert 'href="tel:116111"' in page
    assert 'href="tel:119"' not in page


@pytest.mark.parametrize(
    "said", ["je suis en réunion", "je suis à la réunion des parents d'élèves", "j'habite à saint martin d'hères"]
)
def test_what_is_no_island_moves_nobody(child, said):
    assert child.say(said)["place"] is None


@pytest.mark.parametrize("said", ["j'entends pas mes parents se disputer la nuit", "il est sourd"])
def test_who_hears_is_not_taken_for_deaf(child, said):
    child.say(said)
    assert card_of(child.say(DANGER))["line"]["channel"] == "phone"
