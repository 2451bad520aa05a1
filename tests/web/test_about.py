"""What Balise says of itself: what stays of a visit, how accessible it is; how answers are dressed."""

import re

import pytest

from bot.content import AUDIENCES
from bot.web.looks import dressed
from tests.browsing import CALM, DANGER


@pytest.mark.parametrize("audience", AUDIENCES)
def test_traces_are_told_in_the_voice_of_the_reader(client, audience):
    page = client.get(f"/traces?pour={audience}").text
    assert ("ton écran" in page) == (audience not in ("parent", "educator"))


def test_traces_say_whether_a_conversation_is_open(child):
    assert "Une conversation est ouverte" in child.client.get("/traces").text
    child.client.post("/conversation/effacer", data={"sure": "1"})
    assert "Aucune conversation n’est ouverte" in child.client.get("/traces").text


def test_the_accessibility_statement_names_where_to_complain(client):
    page = client.get("/accessibilite").text
    assert "Défenseur des droits" in page
    assert "partiellement conforme" in page


def test_the_school_may_give_a_contact(environ, settings, database, mask):
    from bot.settings import read_settings
    from bot.web import create_app

    environ(BALISE_CONTACT="vie-scolaire@college.example")
    assert "vie-scolaire@college.example" in create_app(read_settings()).test_client().get("/accessibilite").text


@pytest.mark.parametrize("path", ["/", "/aide", "/traces", "/accessibilite", "/nowhere", "/conversation"])
def test_every_page_leads_to_traces_and_to_the_statement(child, path):
    page = child.client.get(path).text
    assert 'href="/traces"' in page
    assert 'href="/accessibilite"' in page


def test_every_picture_that_a_page_or_a_module_names_is_drawn(child, rasa, services):
    from bot.web.assets import FOLDER

    drawn = set(re.findall(r'<symbol id="([^"]+)"', (FOLDER / "pictures.svg").read_text(encoding="utf-8")))
    child.say(DANGER)
    pages = [child.client.get(path).text for path in ("/", "/conversation", "/aide", "/nowhere")]
    named = {name for page in pages for name in re.findall(r'pictures\.svg#([^"]+)"', page)}
    for module in FOLDER.glob("*.js"):
        text = module.read_text(encoding="utf-8")
        named |= {f"i-{name}" for name in re.findall(r'icon\("([^"]+)"\)', text)} | set(
            re.findall(r'beacon\("([^"]+)"\)', text)
        )
    named |= {f"theme-{theme}" for theme in services.content.taxonomy}
    assert named <= drawn


def test_a_theme_comes_with_its_picture_and_other_buttons_without(child):
    buttons = child.client.post("/api/conversation", json={"audience": "11-14"}).json["messages"][0]["buttons"]
    assert all(one["picture"].startswith("theme-") for one in buttons)


MOODS = [
    ({"text": "x", "topic": "saluer"}, "greets"), ({"text": "x", "topic": "remercier"}, "cheers"), ({"text": "x", "topic": "nude_risques"}, "explains"),
    ({"text": "x", "card": {"kind": "help"}, "topic": "nude_risques"}, "worries"), ({"text": "x", "lines": [{}]}, "worries"), ({"text": "x"}, "explains"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "mood"), MOODS)
def test_the_beacon_has_the_mood_of_what_is_said(content, message, mood):
    assert dressed(content, [message], "11-14")[0]["mood"] == mood


def test_the_beacon_listens_when_it_did_not_understand(content):
    said = content.words("fallback", "menu", audience="8-10")
    assert dressed(content, [{"text": said}], "8-10")[0]["mood"] == "listens"


@pytest.mark.parametrize(
    ("message", "helped", "rated"),
    [
        ({"text": "x", "topic": "nude_risques"}, False, True),
        ({"text": "x", "topic": "nude_risques"}, True, False),
        ({"text": "x", "topic": "nude_risques", "card": {}}, False, True),
        ({"text": "x", "topic": "nude_risques", "card": {"kind": "help"}}, False, False),
        ({"text": "x", "topic": "saluer"}, False, False),
        ({"text": "x"}, False, False),
    ],
)
def test_a_lesson_may_be_rated_but_nobody_in_trouble_is_asked(content, message, helped, rated):
    assert ("rate" in dressed(content, [message], "11-14", helped=helped)[0]) == rated


def test_a_calm_answer_of_a_flagged_conversation_asks_for_no_thumb(child, rasa):
    rasa.says = [{"text": "x", "custom": {"topic": "nude_risques", "part": "text"}}]
    assert child.say(CALM)["messages"][0]["rate"] == "nude_risques"
    child.say(DANGER)
    assert "rate" not in child.say(CALM)["messages"][0]


STEPS = "Sur Snap\n\nPour signaler :\n1. Appuyer.\n– Sinon, toucher.\n2. Choisir.\n\nPour bloquer :\n1. Ouvrir.\n\nLe menu a changé."


def test_numbered_steps_are_lists_and_nothing_of_the_text_is_lost(content):
    blocks = dressed(content, [{"text": STEPS}], "11-14")[0]["blocks"]
    assert [list(one) for one in blocks] == [["say"], ["say"], ["steps"], ["say"], ["steps"], ["say"]]
    assert blocks[2]["steps"] == [{"say": "Appuyer.", "else": ["Sinon, toucher."]}, {"say": "Choisir.", "else": []}]


@pytest.mark.parametrize("text", ["Le 1. n'est pas une étape.", "", "Une phrase.\n\nUne autre."])
def test_a_text_without_steps_stays_a_text(content, text):
    assert "blocks" not in dressed(content, [{"text": text}], "11-14")[0]
