"""After a help card: every question is answered for the danger that was told, and the help stays in sight."""

import pytest
import yaml

from bot.settings import ROOT
from bot.understanding import Asked
from tests.browsing import CALM, DANGER, card_of

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "after" / "wordings.yml").read_text(encoding="utf-8"))
TYPED = [(question, text) for question, texts in CASES.items() for text in texts]


@pytest.fixture
def helped(child):
    assert card_of(child.say(DANGER))
    return child


def said(body):
    return " ".join(one["text"] for one in body["messages"])


@pytest.mark.parametrize(("question", "text"), TYPED)
def test_a_question_typed_after_the_card_is_answered_with_its_words(helped, services, question, text):
    body = helped.say(text)
    words = services.content.follow_ups[question]
    answers = {*words.texts.values(), *(one for its in words.situations.values() for one in its.values())}
    assert any(body["messages"][0]["text"].startswith(answer) for answer in answers), body["messages"][0]["text"]
    assert body["pinned"]["lines"]
    assert body["help"]
    assert body["messages"][0].get("lines") or body["messages"][0].get("card")


@pytest.mark.parametrize("question", CASES)
def test_a_question_pressed_is_answered_while_rasa_is_down(helped, services, rasa, question):
    rasa.mood = "crashes"
    body = helped.press(services.buttons.id_of(question))
    assert body["messages"][0]["text"]
    assert body["pinned"]["lines"]
    assert not body["degraded"]


def test_the_answer_is_that_of_the_danger_that_was_told(helped, services):
    words = services.content.follow_ups["suite_faute"].situations
    assert helped.press(services.buttons.id_of("suite_faute"))["messages"][0]["text"] == words["sextorsion"]["11-14"]


def test_a_refusal_is_respected_reminded_once_and_the_door_stays_open(helped, services):
    words = services.content.follow_ups["suite_refus"]
    first, second, third = (helped.say("laisse tomber") for _ in range(3))
    assert said(first) == words.texts["11-14"]
    assert "affiché" in said(first)
    assert said(second) == said(third) == words.again["11-14"]
    assert "affiché" not in said(second)
    assert third["pinned"]["lines"]


def test_who_cannot_speak_is_given_written_ways_from_then_on(helped):
    body = helped.say("je peux pas parler")
    card = card_of(body)
    assert card["line"]["channel"] == "chat"
    assert body["pinned"]["lines"][0]["channel"] == "chat"
    assert helped.say("c'est ma faute")["pinned"]["lines"][0]["channel"] == "chat"


@pytest.mark.parametrize(("ability", "channel"), [("watched", "chat"), ("deaf", "chat"), ("speak", "phone")])
def test_what_one_can_do_is_said_by_a_button(helped, services, ability, channel):
    card = card_of(helped.press(services.buttons.id_of(f"ability:{ability}")))
    assert card["line"]["channel"] == channel


def test_for_a_friend_the_card_is_that_of_a_third_person(helped):
    body = helped.say("c'est pour un copain")
    assert card_of(body)["third_party"] is True
    assert card_of(body)["third"]["promise"]


def test_deletion_opens_the_guide_beneath_the_answer(helped):
    body = helped.say("on peut faire supprimer ?")
    assert body["messages"][1]["buttons"][0]["title"] == "Une photo ou une vidéo"


def test_where_the_danger_is_now_the_card_comes_with_the_answer(child, services):
    child.say("je vais me tuer ce soir")
    body = child.press(services.buttons.id_of("suite_peur"))
    assert card_of(body)["emergency"]
    assert card_of(body)["intro"] == services.content.follow_ups["suite_peur"].situations["suicide"]["11-14"]


GRAVER = [
    "j'ai peur il est devant ma porte avec un couteau", "laisse tomber je vais me tuer ce soir",
    "j'ai tout supprimé et je vais me tuer",
    "mon pere va me tuer il a un couteau", "personne me croit je veux mourir", "je dis quoi quand il me viole",
    "j'ai peur de mon père il me crie dessus et il me frappe",
]  # fmt: skip


@pytest.mark.parametrize("text", GRAVER)
@pytest.mark.parametrize("sure", [0.0, 0.99])
def test_a_graver_or_another_danger_is_no_question(helped, services, monkeypatch, text, sure):
    read = type(services.follow_ups).read
    if sure:  # however sure the model is
        monkeypatch.setattr(
            type(services.follow_ups), "read", lambda self, text: read(self, text) or Asked("suite_peur", sure)
        )
    body = helped.say(text)
    assert card_of(body)
    assert (body["risk"]["level"], body["risk"]["category"]) != ("alerte", "sextorsion")


def test_another_danger_brings_its_own_card(helped):
    assert helped.say("mon père me frappe tous les soirs")["risk"]["category"] == "maltraitance"


def test_in_a_calm_conversation_the_same_words_are_rasas(child):
    for text in ("laisse tomber", "c'est trop tard ?"):
        assert "Bonjour de Rasa" in str(child.say(text)["messages"])


def test_a_question_that_breaks_leaves_the_help(helped, services, monkeypatch):
    monkeypatch.setattr(type(services.follow_ups), "read", lambda *_: Asked("suite_cru", 1.0))
    monkeypatch.setattr("bot.web.conversation.ask", lambda *_: 1 / 0)
    body = helped.say("et si on me croit pas")
    assert body["pinned"]["lines"]
    assert "Le numéro reste affiché" in said(body)


def test_a_reader_that_breaks_changes_nothing(helped, services, monkeypatch):
    monkeypatch.setattr(type(services.follow_ups), "read", lambda *_: 1 / 0)
    assert helped.say("ok")["pinned"]["lines"]
    assert "Bonjour de Rasa" in str(helped.say(CALM)["messages"])


def test_the_guide_never_changes_what_was_told(child, services):
    child.say("j'ai envie de mourir")
    body = child.press(services.buttons.id_of("guide:subject=messages;where=tiktok;reach=public"))
    assert body["pinned"]["lines"][0]["id"] == "prevention_suicide"
    assert child.say("ok")["pinned"]["lines"][0]["id"] == "prevention_suicide"


def test_the_guide_keeps_to_what_the_person_can_do(helped, services):
    helped.press(services.buttons.id_of("ability:deaf"))
    body = helped.press(services.buttons.id_of("guide:subject=messages;where=tiktok;reach=public"))
    assert body["messages"][0]["guide"]["line"]["channel"] == "chat"


def test_after_an_old_button_a_short_word_still_brings_the_card(child, services):
    child.press(services.buttons.id_of("suite_appel"))
    assert card_of(child.say("maintenant"))["emergency"]


def test_a_button_that_breaks_leaves_the_help(helped, services, monkeypatch):
    monkeypatch.setattr("bot.web.pressing.press_after", lambda *_: 1 / 0)
    body = helped.press(services.buttons.id_of("suite_appel"))
    assert card_of(body)
    assert body["degraded"]


@pytest.mark.parametrize("where", ["be", "nc", "pf"])
def test_where_french_lines_do_not_answer_no_answer_names_them(child, services, content, where):
    child.press(services.buttons.id_of(f"territory:{where}"))
    child.say(DANGER)
    body = child.press(services.buttons.id_of("ability:deaf"))
    assert "114" not in card_of(body)["intro"]
    for question in content.follow_ups:
        said_there = said(child.press(services.buttons.id_of(question)))
        assert "3018" not in said_there
        assert "3114" not in said_there


def test_an_old_button_pressed_without_any_danger_told_still_gets_a_line(child, services):
    body = child.press(services.buttons.id_of("suite_appel"))
    assert body["messages"][0]["lines"]
    assert body["pinned"]["lines"]


GUIDE = ["guide:", "guide:subject=image", "guide:subject=image;nature=intimate",
         "guide:subject=image;nature=intimate;stage=threatened"]  # fmt: skip


def test_the_guide_goes_on_by_buttons_and_ends_on_ways_and_help(child, services, rasa):
    rasa.mood = "crashes"
    for intent in GUIDE:
        body = child.press(services.buttons.id_of(intent))
        assert body["messages"][0]["buttons"]
        assert "guide" not in body["messages"][0]
    end = "guide:subject=image;nature=intimate;stage=threatened;money=asked;where=snapchat"
    body = child.press(services.buttons.id_of(end))
    guide = body["messages"][0]["guide"]
    assert guide["line"]["id"] == "e_enfance"
    assert [one["id"] for one in guide["ways"]] == ["signaler_appli", "take_it_down", "disrupt", "thesee", "plainte"]
    assert all(one["button"] for one in guide["ways"])
    assert body["risk"] == {"level": "alerte", "category": "sextorsion"}
    assert body["pinned"]["lines"]


def test_the_way_of_the_app_opens_the_steps_of_that_app(child, services):
    end = "guide:subject=messages;where=tiktok;reach=public"
    body = child.press(services.buttons.id_of(end))
    first = body["messages"][0]["guide"]["ways"][0]
    (steps,) = child.press(first["button"]["id"])["messages"]
    assert "TikTok" in steps["title"]


def test_without_javascript_the_guide_and_the_card_are_on_the_page(client, services):
    client.post("/conversation", data={"audience": "11-14"})
    pressed = {"button": services.buttons.id_of("guide:subject=messages;where=tiktok;reach=public")}
    page = client.post(
        "/conversation/message", data={"id": "3f2b8c1e-7a52-4d3c-9a3e-0d9f1f3c5a77", **pressed}, follow_redirects=True
    ).text  # fmt: skip
    assert "Les voies" in page
    assert "Point de Contact" in page


TAKEN = ["je les ai pris", "jai tout avalé", "c'est fait", "ça tourne", "j'ai la tête qui tourne", "adieu"]


@pytest.mark.parametrize("text", TAKEN)
def test_after_thoughts_of_death_what_may_have_been_done_is_an_emergency(child, text):
    child.say("j'ai envie de mourir")
    body = child.say(text)
    assert body["risk"] == {"level": "urgence", "category": "suicide"}
    assert card_of(body)["emergency"][0]["id"] == "samu"


def test_after_another_danger_the_same_words_are_not(helped):
    assert helped.say("c'est fait")["risk"]["level"] != "urgence"


def test_the_place_and_the_deafness_are_read_beside_the_danger(child, content):
    body = child.say("chui a nouméa je suis sourd et " + DANGER)
    card = card_of(body)
    assert body["place"] == "nc"
    assert card["line"]["channel"] == "chat"
    assert content.lines[card["line"]["id"]].id not in content.territories["nc"].without


def test_who_fears_to_harm_a_child_is_told_to_move_away_and_never_to_stay(client, services):
    from tests.browsing import Browser

    parent = Browser(client)
    parent.begin("parent")
    first = card_of(parent.say("je suis attiré par les enfants"))
    assert (first["category"], first["line"]["id"]) == ("attirance", "stop_service")
    then = card_of(parent.say("je suis seul avec ma nièce ce soir et j'ai peur de passer à l'acte"))
    assert (then["category"], then["level"]) == ("attirance", "urgence")
    assert "Éloignez-vous de l’enfant" in then["intro"]


def test_while_help_is_open_what_is_not_understood_keeps_the_thread(helped, rasa, services):
    rasa.says = [{"text": services.content.words("fallback", "menu", audience="11-14")}]
    body = helped.say("xyzzy plugh")
    assert "Le numéro reste affiché" in said(body)


@pytest.mark.parametrize(
    "title", ["Faire supprimer ou signaler", "faire supprimer ou signaler", "J'entends mal ou pas du tout"]
)
def test_the_words_of_a_button_typed_do_what_it_does(helped, title):
    body = helped.say(title)
    assert body["messages"][0].get("card") or body["messages"][0]["buttons"][0]["title"] == "Une photo ou une vidéo"


def test_the_words_of_the_menu_typed_are_the_menu(helped, rasa):
    helped.say("Parler d'autre chose")
    assert rasa.heard[-1].get("intent") == "que_sais_tu_faire"


def test_who_did_it_is_not_told_that_it_is_not_their_fault(child, services):
    child.say("jai envoyé un nude de mon ex a mes potes jregrette trop")
    end = "guide:subject=image;nature=intimate;stage=published;where=snapchat;reach=private"
    body = child.press(services.buttons.id_of(end))
    assert "pas ta faute" not in said(body)
    assert body["messages"][0]["guide"]["ways"]
