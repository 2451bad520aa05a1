"""Each action, run on a tracker made by hand: reads, asks the words, answers, never silent."""

import asyncio
from datetime import datetime

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from bot.content import AUDIENCES, CHILDREN, leaflet_reply, reply, theme_menu, topic_menu


@pytest.fixture(autouse=True)
def afternoon(environ):
    environ()


def user(intent: str, **more) -> dict:
    return {"event": "user", "parse_data": {"intent": {"name": intent}, **more}}


def tracker(intent="saluer", *, audience="11-14", before=(), theme=None, **latest) -> Tracker:
    """A conversation whose last message was understood as `intent`."""
    events = [*(user(one) for one in before), user(intent)]
    slots = {"audience": audience, "theme": theme}
    return Tracker("x", slots, {"intent": {"name": intent}, **latest}, events, False, None, {}, "action_listen")


def run(action, on: Tracker) -> tuple[list[dict], list]:
    """What an action says and the events it returns."""
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, on, {})
    if asyncio.iscoroutine(events):
        events = asyncio.run(events)
    return dispatcher.messages, events


def intents(message: dict) -> list[str]:
    return [button["payload"].removeprefix("/") for button in message["buttons"]]


EVERY = [
    actions.Deviner,
    actions.Menu,
    actions.Orienter,
    actions.PlusDeDetails,
    actions.PlusSimple,
    actions.SignalerSurAppli,
    actions.Suite,
]


@pytest.mark.parametrize("action", EVERY)
@pytest.mark.parametrize("audience", [*AUDIENCES, None, "martian"])
def test_no_action_is_ever_silent(action, audience):
    messages, _ = run(action(), tracker(audience=audience))
    assert messages[0]["text"].strip()
    assert "{" not in messages[0]["text"]
    assert len(messages[0]["buttons"]) >= 2


# action_orienter


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_disclosure_brings_the_card_of_its_category_and_its_line(content, audience):
    for category in content.categories:
        (message, *_), events = run(actions.Orienter(), tracker(f"confier_{category}", audience=audience))
        card = message["custom"]["card"]
        assert (card["category"], card["level"]) == (category, "alerte")
        assert card["line"]["open"]
        assert card["line"]["number"] in message["text"]
        assert events == []


def test_the_level_and_the_person_come_from_the_risk_screen():
    risk = {"level": "urgence", "category": "suicide", "third_party": True}
    (message, *_), _ = run(actions.Orienter(), tracker("confier_suicide", risk=risk))
    card = message["custom"]["card"]
    assert card["emergency"][0]["id"] == "samu"
    (mine, *_), _ = run(actions.Orienter(), tracker("confier_suicide", risk={**risk, "third_party": False}))
    assert card["intro"] != mine["custom"]["card"]["intro"]


@pytest.mark.parametrize(
    ("now", "line"), [("2026-11-24T23:30", "enfance_en_danger"), ("2026-11-24T15:00", "e_enfance")]
)
def test_the_clock_may_be_fixed(environ, now, line):
    environ(BALISE_NOW=now)
    (message, *_), _ = run(actions.Orienter(), tracker("confier_sextorsion"))
    assert message["custom"]["card"]["line"]["id"] == line
    assert datetime.fromisoformat(now).hour in (15, 23)


def test_an_orientation_asked_without_a_disclosure_still_brings_a_line():
    (message, *_), _ = run(actions.Orienter(), tracker("saluer"))
    assert message["custom"]["card"]["line"]["open"]


# action_deviner


def ranking(*pairs) -> list[dict]:
    return [{"name": name, "confidence": confidence} for name, confidence in pairs]


def test_two_or_three_guesses_are_offered_and_a_way_to_say_none():
    guesses = ranking(
        ("nlu_fallback", 0.8),
        ("mot_de_passe", 0.5),
        ("compte_pirate", 0.3),
        ("localisation", 0.2),
        ("faux_profil", 0.1),
    )
    (message,), _ = run(actions.Deviner(), tracker("nlu_fallback", intent_ranking=guesses))
    assert intents(message) == ["mot_de_passe", "compte_pirate", "localisation", "que_sais_tu_faire"]


def test_a_message_in_another_language_is_told_so_and_offered_the_menu(content):
    foreign = tracker("nlu_fallback", foreign=True, intent_ranking=ranking(("mot_de_passe", 0.5)))
    (message,), _ = run(actions.Deviner(), foreign)
    assert "I only speak French" in message["text"]
    assert intents(message) == [one.intent for one in theme_menu(content, "11-14")]


@pytest.mark.parametrize("talk", ["oui", "non", "hors_sujet", "insulte_bot", "plus_simple", "saluer"])
def test_small_talk_is_not_a_guess(content, talk):
    (message,), _ = run(actions.Deviner(), tracker("nlu_fallback", intent_ranking=ranking((talk, 0.9))))
    assert intents(message) == [one.intent for one in theme_menu(content, "11-14")]


@pytest.mark.parametrize("audience", CHILDREN)
def test_a_child_is_not_offered_an_adult_topic(audience):
    guesses = ranking(("parent_en_parler", 0.9), ("edu_seance", 0.8), ("mot_de_passe", 0.5))
    (message,), _ = run(actions.Deviner(), tracker("nlu_fallback", audience=audience, intent_ranking=guesses))
    assert intents(message) == ["mot_de_passe", "que_sais_tu_faire"]


def test_the_second_time_in_a_row_the_menu_is_offered(content):
    again = tracker("nlu_fallback", before=["nlu_fallback"], intent_ranking=ranking(("mot_de_passe", 0.5)))
    (message,), _ = run(actions.Deviner(), again)
    assert intents(message) == [one.intent for one in theme_menu(content, "11-14")]


def test_a_question_understood_in_between_counts_again_from_one():
    later = tracker(
        "nlu_fallback", before=["nlu_fallback", "mot_de_passe"], intent_ranking=ranking(("localisation", 0.5))
    )
    (message,), _ = run(actions.Deviner(), later)
    assert intents(message)[0] == "localisation"


# action_menu


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_menu_offers_the_themes_of_its_reader(content, audience):
    (message,), events = run(actions.Menu(), tracker("que_sais_tu_faire", audience=audience))
    assert intents(message) == [one.intent for one in theme_menu(content, audience)]
    assert [event["name"] for event in events] == ["theme"]


def test_a_theme_opens_its_topics_and_is_then_forgotten(content):
    (message,), events = run(actions.Menu(), tracker("que_sais_tu_faire", theme="grooming"))
    assert intents(message) == [one.intent for one in topic_menu(content, "grooming", "11-14")]
    assert (events[0]["name"], events[0]["value"]) == ("theme", None)


def test_an_unknown_theme_opens_the_menu(content):
    (message,), _ = run(actions.Menu(), tracker("que_sais_tu_faire", theme="nulle_part"))
    assert intents(message) == [one.intent for one in theme_menu(content, "11-14")]


def test_beginning_again_says_so(content):
    (message,), _ = run(actions.Menu(), tracker("recommencer"))
    assert message["text"] == reply(content, "recommencer", "11-14").text


# action_plus_simple, action_plus_de_details


PARTS = [(actions.PlusSimple, "simpler", "plus_simple"), (actions.PlusDeDetails, "details", "plus_de_details")]


@pytest.mark.parametrize(("action", "part", "asked"), PARTS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_another_text_of_the_last_topic_is_said(content, action, part, asked, audience):
    (message, *_), _ = run(action(), tracker(asked, audience=audience, before=["saluer", "mot_de_passe", "remercier"]))
    assert message["text"] == reply(content, "mot_de_passe", audience, part=part).text


@pytest.mark.parametrize(("action", "part", "asked"), PARTS)
def test_without_a_topic_the_menu_is_offered(content, action, part, asked):
    (message,), _ = run(action(), tracker(asked, before=["saluer", "nlu_fallback", "confier_suicide"]))
    assert message["text"] == reply(content, asked, "11-14").text
    assert intents(message) == [one.intent for one in theme_menu(content, "11-14")]


@pytest.mark.parametrize(("action", "part", "asked"), PARTS)
def test_the_gateway_is_told_what_was_chosen(action, part, asked):
    messages, _ = run(action(), tracker(asked, before=["mot_de_passe"]))
    assert [one["custom"] for one in messages if one.get("custom")] == [{"topic": "mot_de_passe", "part": part}]


# action_signaler_sur_appli


def entity(*values, kind="platform"):
    return [{"entity": kind, "value": value} for value in values]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_steps_are_those_of_the_app_that_was_named(content, audience):
    on = tracker("signaler_sur_appli", audience=audience, entities=entity("discord"))
    messages, _ = run(actions.SignalerSurAppli(), on)
    assert messages[0]["text"].endswith(leaflet_reply(content, "app.discord", audience).text)
    assert messages[-1]["custom"] == {"topic": "signaler_sur_appli", "leaflet": "app.discord"}


@pytest.mark.parametrize("entities", [[], entity("steam"), entity("12", kind="age"), entity("../x")])
def test_without_an_app_that_is_known_the_general_answer_is_given(content, entities):
    messages, _ = run(actions.SignalerSurAppli(), tracker("signaler_sur_appli", entities=entities))
    assert messages[0]["text"] == reply(content, "signaler_sur_appli", "11-14").text


def test_of_two_apps_the_first_that_is_known_is_told(content):
    on = tracker("signaler_sur_appli", entities=entity("steam", "roblox", "discord"))
    messages, _ = run(actions.SignalerSurAppli(), on)
    assert messages[0]["text"].endswith(leaflet_reply(content, "app.roblox", "11-14").text)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_question_after_a_disclosure_is_answered_for_it_with_the_line(content, audience):
    told = user("confier_sextorsion", risk={"level": "alerte", "category": "sextorsion", "third_party": False})
    on = Tracker("x", {"audience": audience}, {"intent": {"name": "suite_faute"}}, [told, user("suite_faute")],
                 False, None, {}, "action_listen")  # fmt: skip
    messages, _ = run(actions.Suite(), on)
    asked = content.follow_ups["suite_faute"]
    assert messages[0]["text"].startswith(asked.situations["sextorsion"].get(audience, asked.texts[audience]))
    assert "3018" in messages[0]["text"]
    assert all(one["payload"][1:] in {*content.topics, *content.follow_ups} for one in messages[0]["buttons"])


def test_who_cannot_speak_gets_the_written_card_in_the_shell_too(content):
    messages, _ = run(actions.Suite(), tracker("suite_parler"))
    assert content.lines["espace_mineurs"].chat in messages[0]["text"]


def test_every_action_of_the_domain_has_its_class_and_the_other_way_round():
    import yaml

    from bot.settings import ROOT

    listed = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["actions"]
    assert sorted(listed) == sorted(action().name() for action in EVERY)
