"""A name in a calm message: a country, an app, a dossier, a service, a law card. And what only looks like one."""

import pytest

from bot.language.text import normalise
from bot.web.named import country, leaflet

COUNTRIES = [
    ("j'habite en belgique", "be"),
    ("Belgique", "be"),
    ("jsuis belge", "be"),
    ("je suis au Québec", "ca"),
    ("on habite en suisse a geneve", "ch"),
    ("je vis au luxembourg et vous", "lu"),
    ("je suis à monaco", "mc"),
    ("je suis en france", "fr"),
    ("j'habite en belgique qui peut m'aider", "be"),
    ("la belgique a gagné le match", None),
    ("j'ai un exposé sur le canada", None),
    ("mon copain est suisse", None),
    ("c'est quoi la loi en france", None),
    ("le droit à l'image au luxembourg", None),
]


@pytest.mark.parametrize(("text", "where"), COUNTRIES)
def test_where_somebody_says_to_be(content, text, where):
    assert country(content, normalise(text)) == where


NAMES = [
    ("comment signaler quelqu'un sur snap", "11-14", "app.snapchat"),
    ("cmt je bloc sur snap", "11-14", "app.snapchat"),
    ("et sur TikTok ?", "parent", "app.tiktok"),
    ("Sur WhatsApp ?", "parent", "app.whatsapp"),
    ("j'aime bien tiktok", "11-14", None),
    ("un mec me parle sur snap tous les soirs", "11-14", None),
    ("CAMELEON", "15-17", "dossier.cameleon"),
    ("c'est quoi #ChildSafetyON", "15-17", "dossier.child_safety_on"),
    ("la conférence de bogota", "educator", "dossier.bogota_2024"),
    ("CAMELEON", "8-10", None),
    ("take it down ça marche comment", "15-17", "report.take_it_down"),
    ("stopncii", "parent", "report.stopncii"),
    ("stopncii", "11-14", None),
    ("que dit la loi sur le harcèlement scolaire", "educator", "law.harcelement_scolaire"),
    ("deepfake loi", "educator", "law.deepfake_intime"),
    ("quelle peine pour le cyberharcèlement", "parent", "law.cyberharcelement"),
    ("c'est quoi un deepfake", "11-14", None),
    ("j'ai envoyé un nude je risque la prison", "15-17", None),
    ("bonjour", "11-14", None),
]


@pytest.mark.parametrize(("text", "audience", "name"), NAMES)
def test_what_a_message_names(content, text, audience, name):
    assert leaflet(content, text, normalise(text), audience) == name


def test_a_country_typed_is_remembered_and_answered(child, content):
    (message,) = child.say("j'habite en belgique")["messages"]
    assert "103" in message["text"]
    assert "3018" not in message["text"]


def test_an_app_typed_is_answered_with_its_steps(child, rasa):
    assert child.say("et sur tiktok ?")["messages"][0]["title"] == "Sur TikTok"


def test_a_danger_is_never_answered_with_a_leaflet(child):
    body = child.say("y a un mec sur snap il veut diffuser mes photos je le signale comment il me fait du chantage")
    assert body["messages"][0].get("card")


@pytest.mark.parametrize("topic", ["numero_aide", "ligne_3018", "ligne_119", "appel_comment_ca_se_passe"])
def test_abroad_no_answer_sends_to_french_lines(child, rasa, topic):
    child.say("je suis en suisse")
    rasa.says = [{"text": "x"}, {"custom": {"topic": topic}}]
    (message,) = child.say("qui peut m'aider")["messages"]
    assert "147" in message["text"]
    assert "3018" not in message["text"]
