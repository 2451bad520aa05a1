"""A message with a sign of danger (`vigilance`): the help comes first when nothing else was understood."""

import pytest

from bot.safety import Risk
from bot.web.reading import Heard

TEXT = "un monsieur dans roblox veut etre mon ami"


@pytest.fixture
def sign(monkeypatch):
    monkeypatch.setattr("bot.web.conversation.read_safely", lambda *_: Heard(Risk("vigilance", "sollicitation")))


def kinds(body):
    return ["card" if one.get("card") else one["text"] for one in body["messages"]]


def test_beside_an_answer_the_card_comes_after_it(child, sign):
    assert kinds(child.say(TEXT)) == ["Bonjour de Rasa", "card"]


def test_nobody_who_tells_of_it_reads_that_it_was_not_understood(child, sign, rasa, services):
    rasa.says = [{"text": services.content.words("fallback", "menu", audience="11-14")}]
    [message] = child.say(TEXT)["messages"]
    assert message["card"]["category"] == "sollicitation"
    assert message["buttons"]


def test_guesses_come_after_the_card(child, sign, rasa, services):
    guess = services.content.words("fallback", "guess", audience="11-14")
    rasa.says = [{"text": guess, "buttons": [{"title": "Le 3018", "payload": "/ligne_3018"}]}]
    assert kinds(child.say(TEXT)) == ["card", guess]


def test_a_broken_part_is_no_news_for_who_tells_of_it(child, sign, rasa):
    rasa.stop()
    body = child.say(TEXT)
    assert kinds(body) == ["card"]
    assert body["degraded"] is True
