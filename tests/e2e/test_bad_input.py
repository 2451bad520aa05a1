"""Fingers that press twice, hold, paste too much; time that passes: nothing is lost or said twice, help stays near."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.screens import SEXTORTION, press, say
from tests.e2e.unlucky import (
    LESSON,
    MESSAGES,
    PASTED,
    PHONE,
    SECRET,
    answers,
    ended,
    erase,
    field,
    hold,
    late,
    let_go,
    nothing_left,
    questions,
    send,
    timed,
)

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]


def test_a_double_click_on_a_quick_reply_sends_once(chat):
    chat.locator("#log .choices button").first.dblclick()
    expect(answers(chat)).to_have_count(2)
    say(chat, LESSON)
    assert ["button" in one for one in chat.sent] == [True, False]
    assert len(questions(chat)) == 2


def test_enter_held_down_in_the_field_sends_once(chat):
    field(chat).fill(LESSON)
    for _ in range(5):
        chat.keyboard.down("Enter")
    chat.keyboard.up("Enter")
    expect(answers(chat)).to_have_count(2)
    expect(chat.locator("#notice")).to_be_empty()
    say(chat, "bonjour")
    assert [one["text"] for one in chat.sent] == [LESSON, "bonjour"]


def test_enter_held_down_on_a_quick_reply_sends_once(chat):
    chat.locator("#log .choices button").first.focus()
    chat.keyboard.down("Enter")
    expect(answers(chat)).to_have_count(2)
    for _ in range(3):
        chat.keyboard.down("Enter")
    chat.keyboard.up("Enter")
    say(chat, LESSON)
    assert ["button" in one for one in chat.sent] == [True, False]


def test_two_messages_typed_fast_keep_their_order_with_one_in_flight(chat):
    held = hold(chat)
    send(chat, "bonjour")
    send(chat, LESSON)
    expect(field(chat)).to_have_value(LESSON)
    assert [one["text"] for one in chat.sent] == ["bonjour"]
    let_go(chat, held)
    expect(answers(chat)).to_have_count(2)
    field(chat).press("Enter")
    expect(answers(chat)).to_have_count(3)
    assert questions(chat) == ["bonjour", LESSON]
    assert [one["text"] for one in chat.sent] == ["bonjour", LESSON]


def test_five_thousand_characters_are_refused_kept_and_read_for_danger(chat):
    field(chat).focus()
    chat.keyboard.insert_text(PASTED)
    expect(field(chat)).to_have_value(PASTED)
    expect(chat.locator("#count")).to_contain_text("Caractères en trop : 4500")
    field(chat).press("Enter")
    expect(chat.locator("#notice")).to_contain_text("trop long")
    expect(field(chat)).to_have_value(PASTED)
    expect(chat.locator("#log .card a[href='tel:3018']").first).to_be_visible()
    assert questions(chat) == []


def test_too_long_is_said_aloud_once_not_at_each_letter(chat):
    aloud = chat.get_by_role("alert").and_(chat.locator("#count-aloud"))
    chat.evaluate(
        """() => {
          window.announced = [];
          const seen = () => announced.push(document.getElementById("count-aloud").textContent);
          new MutationObserver(seen).observe(document.getElementById("count-aloud"), { childList: true, characterData: true, subtree: true });
        }"""
    )
    field(chat).fill("a" * 498)
    field(chat).press_sequentially("bcdefg")
    expect(chat.locator("#count")).to_contain_text("en trop : 4")
    expect(aloud).to_contain_text("en trop : 1")
    for _ in range(5):
        field(chat).press("Backspace")
    expect(aloud).to_have_text("")
    assert [bool(one) for one in chat.evaluate("announced")] == [True, False]


def test_an_emoji_counts_as_one_character(chat):
    field(chat).fill("😀" * 500)
    expect(chat.locator("#count")).to_have_text("500/500")


@pytest.mark.parametrize("text", ["😭😭😭", "👍", "❤️", "🏳️‍🌈", "…"])
def test_signs_without_a_word_are_answered(chat, text):
    say(chat, text)
    expect(answers(chat).last.locator(".bubble")).to_have_text(re.compile(r"\w+ \w+"))


@pytest.mark.parametrize("button", ["Effacer", "Affichage", "Envoyer"])
def test_what_opens_above_a_button_moves_nothing_under_the_finger(chat, button):
    where = """() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(
        () => seen(document.getElementById("log").lastElementChild.getBoundingClientRect().top))))"""
    chat.emulate_media(reduced_motion="reduce")  # what would scroll does so at once
    say(chat, LESSON)
    chat.evaluate("scrollTo(0, document.getElementById('log').lastElementChild.offsetTop - 200)")
    before = chat.evaluate(where)
    box = chat.get_by_role("button", name=button).bounding_box()
    chat.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)  # Playwright's own click would scroll
    expect(chat.locator("#notice p, #look").locator("visible=true")).to_be_in_viewport()
    assert chat.evaluate(where) == pytest.approx(before, abs=2)


def test_a_server_that_hangs_is_said_to_be_late_with_the_way_to_help(chat):
    late(chat)
    expect(chat.locator("#waiting").get_by_role("link", name="J’ai besoin d’aide")).to_be_visible()
    assert questions(chat) == [LESSON]


def test_a_screen_left_alone_shows_nothing_any_more(chat):
    ended(chat)
    nothing_left(chat)
    expect(field(chat)).to_have_count(0)


def test_a_screen_about_to_be_emptied_asks_first_and_stays_for_whoever_is_there(chat):
    timed(chat)
    say(chat, SECRET)
    chat.clock.fast_forward("58:30")
    expect(chat.locator("#notice")).to_contain_text("Tu es encore là")
    chat.get_by_role("button", name="Je suis là").click()
    chat.clock.fast_forward("05:00")
    expect(chat.locator("#notice")).to_be_empty()
    assert questions(chat) == [SECRET]


def failed(page: Page) -> None:
    page.route(MESSAGES, lambda route: route.fulfill(status=500, body="{}"))
    send(page, LESSON)
    expect(page.get_by_role("button", name="Réessayer")).to_be_visible()


STATES: dict[str, Callable[[Page], object]] = {
    "too long": lambda page: field(page).fill(PASTED),
    "asked to erase": lambda page: page.get_by_role("button", name="Effacer").click(),
    "erased": erase,
    "late": late,
    "ended": ended,
    "failed": failed,
    "helped": lambda page: say(page, SEXTORTION),
    "renewed": lambda page: (page.context.clear_cookies(), say(page, LESSON)),
    "a quick reply pressed": lambda page: press(page, "Droit à l’image"),
}


@pytest.mark.parametrize("reach", STATES.values(), ids=STATES.keys())
def test_help_is_one_tap_away_and_needs_no_network(chat, reach):
    reach(chat)
    chat.context.set_offline(True)
    chat.get_by_role("banner").get_by_role("link", name="J’ai besoin d’aide").click()
    expect(chat.locator("#lines a[href='tel:17'], #lines a[href='tel:119']").first).to_be_in_viewport()


def test_help_answers_while_the_server_hangs(chat):
    late(chat)
    chat.locator("#waiting").get_by_role("link", name="J’ai besoin d’aide").click()
    expect(chat.locator("#lines a[href='tel:119']").first).to_be_attached()
    expect(chat.locator("#waiting")).to_contain_text("Je mets trop de temps")
