"""Law cards, dossiers, apps, explained words: beside the answers, opened without Rasa, with and without JavaScript."""

import re
import uuid
from datetime import date

import pytest

from bot.content import AUDIENCES, leaflet_reply, reply
from bot.content.typography import french


def answer(child, rasa, topic):
    rasa.says = [{"text": "x"}, {"custom": {"topic": topic}}]
    (message,) = child.say("une question")["messages"]
    return message


def test_an_answer_carries_its_words_and_its_leaflets(child, rasa, content):
    message = answer(child, rasa, "sextorsion_definition")
    said = reply(content, "sextorsion_definition", "11-14")
    assert [one["word"] for one in message["words"]] == [word.named("11-14") for word in said.words]
    assert [group["title"] for group in message["groups"]] == [group.title for group in said.groups]
    assert all(button["id"] for group in message["groups"] for button in group["buttons"])


def test_the_apps_are_open_and_the_law_is_folded_beside_reporting(child, rasa):
    groups = {group["title"]: group for group in answer(child, rasa, "signaler_sur_appli")["groups"]}
    assert not groups[french("Sur quelle appli ?")]["folded"]
    assert len(groups[french("Sur quelle appli ?")]["buttons"]) == 13


def test_a_leaflet_opens_without_rasa(child, rasa, services, content):
    for name in ("law.chantage_images", "dossier.cameleon", "app.snapchat", "report.pharos"):
        (message,) = child.press(services.buttons.id_of(f"leaflet:{name}"))["messages"]
        assert message["text"] == leaflet_reply(content, name, "11-14").text
    assert rasa.heard == []


def test_a_dossier_can_be_told_in_more_detail(child, services, content):
    opened = child.press(services.buttons.id_of("leaflet:dossier.cameleon"))["messages"][0]
    (more,) = [one["id"] for one in opened["buttons"] if one["title"] == content.topics["plus_de_details"].button]
    (message,) = child.press(more)["messages"]
    assert message["text"] == leaflet_reply(content, "dossier.cameleon", "11-14", details=True).text


def test_a_service_has_a_link_to_its_site(child, services):
    (message,) = child.press(services.buttons.id_of("leaflet:report.point_de_contact"))["messages"]
    assert message["site"] == {"url": "https://www.pointdecontact.net/", "title": "Ouvrir le site"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_leaflet_of_every_audience_opens(visitor, services, content, audience):
    visitor.begin(audience)
    names = [one.name for one in content.leaflets.values() if audience in one.texts]
    for name in names[::7]:
        (message,) = visitor.press(services.buttons.id_of(f"leaflet:{name}"))["messages"]
        assert message["text"] == leaflet_reply(content, name, audience).text


def test_a_leaflet_that_is_not_for_this_audience_is_refused_kindly(visitor, services, content):
    visitor.begin("8-10")
    (message,) = visitor.press(services.buttons.id_of("leaflet:dossier.cameleon"))["messages"]
    assert message["text"] == content.words("withdrawn", audience="8-10")
    assert message["buttons"]


def test_without_javascript_the_same_is_on_the_page(client, rasa, services):
    client.post("/conversation", data={"audience": "11-14"})
    rasa.says = [{"text": "x"}, {"custom": {"topic": "sextorsion_definition"}}]
    page = client.post(
        "/conversation/message", data={"text": "c'est quoi", "id": str(uuid.uuid4())}, follow_redirects=True
    ).text
    assert "<dt>" in page and "<dd>" in page
    (law,) = re.findall(r'<details class="group"><summary>Ce que dit la loi</summary>(.*?)</details>', page, re.DOTALL)
    id = re.findall(r'value="([^"]+)"', law)[0]
    opened = client.post(
        "/conversation/message", data={"button": id, "id": str(uuid.uuid4())}, follow_redirects=True
    ).text
    assert french("La loi : ") in opened


def test_a_leaflet_that_has_expired_since_its_button_was_drawn_is_said_so(
    folder, environ, database, mask, rasa, rewrite, monkeypatch
):
    from bot.settings import parse_moment, read_settings
    from bot.web import create_app
    from tests.browsing import Browser

    def late(data):
        data["consentement"]["recheck_by"] = date(2026, 11, 24)

    rewrite("law.yml", late)
    environ(BALISE_CONTENT=str(folder), BALISE_RASA_PORT=str(rasa.port), BALISE_NOW="2026-11-24T23:55")
    app = create_app(read_settings())
    browser = Browser(app.test_client())
    browser.begin("15-17")
    id = app.extensions["balise"].buttons.id_of("leaflet:law.consentement")
    assert french("La loi : Le consentement") in browser.press(id)["messages"][0]["title"]
    tomorrow = parse_moment("2026-11-25T00:05", "now")
    monkeypatch.setattr("bot.web.services.clock", lambda settings: tomorrow)
    (said,) = browser.press(id)["messages"]
    assert said["text"] == app.extensions["balise"].content.words("withdrawn", audience="15-17")
    assert said["buttons"]
