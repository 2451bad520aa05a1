"""What is sent while an answer is on its way waits for its turn, and nothing is sent or said twice."""

import pytest
from playwright.sync_api import expect

from tests.e2e.screens import URGENT
from tests.e2e.unlucky import LESSON, MESSAGES, PHONE, answers, field, hold, let_go, questions, send

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]


def test_a_message_typed_while_an_answer_is_awaited_follows_it(chat):
    held = hold(chat)
    send(chat, LESSON)
    send(chat, URGENT)
    expect(chat.locator("#notice")).to_contain_text("partira juste après")
    expect(field(chat)).to_have_value(URGENT)  # A reload would not lose it.
    let_go(chat, held)
    expect(answers(chat).last.locator(".card")).to_be_visible()
    assert questions(chat) == [LESSON, URGENT]
    expect(field(chat)).to_have_value("")
    expect(chat.locator("#notice")).to_be_empty()
    assert len({one["id"] for one in chat.sent}) == 2


def test_what_was_changed_meanwhile_is_a_draft_again(chat):
    held = hold(chat)
    send(chat, LESSON)
    send(chat, "je voulais dire")
    field(chat).press_sequentially(" autre chose")
    let_go(chat, held)
    expect(answers(chat)).to_have_count(2)
    expect(field(chat)).to_have_value("je voulais dire autre chose")
    expect(chat.locator("#notice")).to_be_empty()


def test_a_quick_reply_pressed_while_an_answer_is_awaited_follows_it(chat):
    held = hold(chat)
    send(chat, LESSON)
    chat.locator("#log .choices button").first.click()
    let_go(chat, held)
    expect(answers(chat)).to_have_count(3)
    assert ["button" in one for one in chat.sent] == [False, True]


def test_the_same_quick_reply_pressed_again_meanwhile_is_one_wish(chat):
    held = hold(chat)
    for _ in range(2):
        chat.locator("#log .choices button").first.click()
        chat.wait_for_timeout(600)  # No double click: two presses of somebody impatient.
    let_go(chat, held)
    expect(answers(chat)).to_have_count(2)
    assert len(chat.sent) == 1


@pytest.mark.parametrize("twice", ["double click", "enter"])
def test_sending_twice_says_nothing_about_an_empty_message(chat, twice):
    held = hold(chat)
    field(chat).fill(LESSON)
    if twice == "enter":
        field(chat).press("Enter")
        field(chat).press("Enter")
    else:
        chat.locator(".send").dblclick()
    expect(chat.locator("#notice")).to_be_empty()
    let_go(chat, held)
    expect(answers(chat)).to_have_count(2)
    expect(chat.locator("#notice")).to_be_empty()


def test_a_message_typed_meanwhile_is_not_lost_when_the_first_one_fails(chat):
    held = hold(chat)
    send(chat, LESSON)
    send(chat, URGENT)
    chat.route(MESSAGES, lambda route: route.abort())  # the retries
    held.pop().abort()
    expect(chat.locator("#notice")).to_contain_text("Pas de connexion")
    expect(field(chat)).to_have_value(f"{LESSON}\n{URGENT}")
    chat.unroute(MESSAGES)
    chat.locator("#notice .retry").click()
    expect(answers(chat)).to_have_count(2)
    expect(field(chat)).to_have_value(URGENT)


def test_what_waits_for_its_turn_is_not_sent_to_a_conversation_being_erased(chat):
    held = hold(chat)
    send(chat, LESSON)
    send(chat, URGENT)
    chat.get_by_role("button", name="Effacer").click()
    let_go(chat, held)
    expect(answers(chat)).to_have_count(2)
    expect(chat.locator("#notice")).to_contain_text("Effacer toute la conversation")
    assert len({one["id"] for one in chat.sent}) == 1
