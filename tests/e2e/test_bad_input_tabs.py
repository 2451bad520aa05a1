"""Back, reload, several tabs: each keeps its own order, and what was erased is nowhere."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.screens import SEXTORTION, open_chat, say
from tests.e2e.unlucky import (
    LESSON,
    MESSAGES,
    PASTED,
    PHONE,
    SECRET,
    answers,
    erase,
    field,
    hold,
    let_go,
    nothing_left,
    questions,
    quit_fast,
    send,
)

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]


def comes_too_late(page: Page, held: list[Route]) -> None:
    """The message goes on after all was erased: nothing of it is kept, here nor in a conversation begun anew."""
    with page.expect_response("**/api/conversation"):
        let_go(page, held)
    nothing_left(page)
    page.goto("/conversation")
    expect(page.locator("button[name=audience]")).to_have_count(5)


def test_back_hides_the_conversation_and_forward_brings_it_again(chat):
    say(chat, SECRET)
    say(chat, LESSON)
    chat.go_back()
    expect(chat.locator("button[name=audience]")).to_have_count(5)
    assert SECRET not in chat.content()
    chat.go_forward()
    expect(chat.locator("#log > li")).to_have_count(5)


@pytest.mark.parametrize("end", [erase, quit_fast], ids=["erased", "left"])
def test_back_shows_nothing_of_what_was_erased(chat, end):
    say(chat, SECRET)
    say(chat, SEXTORTION)
    end(chat)
    nothing_left(chat)
    chat.go_back()
    expect(chat.locator("button[name=audience]")).to_have_count(5)
    nothing_left(chat)
    chat.goto("/conversation")
    expect(chat.locator("button[name=audience]")).to_have_count(5)


def test_reloading_keeps_the_draft_and_says_it_is_too_long(chat):
    field(chat).fill(PASTED)
    chat.reload()
    expect(field(chat)).to_have_value(PASTED)
    expect(chat.locator("#count")).to_contain_text("Caractères en trop : 4500")


def test_reloading_while_an_answer_is_on_its_way_gives_it_once(chat):
    def answered_too_late(route: Route) -> None:
        route.fetch()

    chat.route(MESSAGES, answered_too_late, times=1)
    with chat.expect_request(MESSAGES):
        send(chat, LESSON)
    chat.reload()
    expect(answers(chat)).to_have_count(2)
    assert questions(chat) == [LESSON]
    assert [one["text"] for one in chat.sent] == [LESSON, LESSON]
    assert len({one["id"] for one in chat.sent}) == 1


def test_two_tabs_keep_each_its_own_order(chat):
    other = chat.context.new_page()
    other.goto("/conversation")
    say(chat, "bonjour")
    say(other, LESSON)
    say(chat, "merci")
    for tab, said in ((chat, ["bonjour", "merci"]), (other, [LESSON])):
        assert questions(tab) == said
        tab.reload()
        expect(answers(tab)).to_have_count(len(said) + 1)
        assert questions(tab) == said


def test_leaving_quickly_in_one_tab_blanks_the_other(chat):
    other = chat.context.new_page()
    other.goto("/conversation")
    say(other, SECRET)
    quit_fast(chat)
    expect(other).to_have_url("about:blank")
    other.goto("/traces")
    nothing_left(other)


def test_erasing_in_one_tab_says_so_in_the_other(chat):
    other = chat.context.new_page()
    other.goto("/conversation")
    say(other, SECRET)
    erase(chat)
    expect(other.get_by_text("effacée dans un autre onglet")).to_be_visible()
    nothing_left(other)


def test_erasing_with_a_quick_reply_says_so_in_the_other_tab_too(chat):
    other = chat.context.new_page()
    other.goto("/conversation")
    say(chat, "efface tout")
    chat.locator("#log").get_by_role("button", name="Effacer").last.click()
    expect(chat.get_by_text("C’est effacé")).to_be_visible()
    expect(other.get_by_text("effacée dans un autre onglet")).to_be_visible()


def test_an_answer_that_comes_after_erasing_is_not_kept(chat):
    other = chat.context.new_page()
    other.goto("/conversation")
    held = hold(other)
    with other.expect_request(MESSAGES):
        send(other, SECRET)
    erase(chat)
    expect(other.get_by_text("effacée dans un autre onglet")).to_be_visible()
    comes_too_late(other, held)


def test_one_can_erase_while_an_answer_is_on_its_way(chat):
    held = hold(chat)
    with chat.expect_request(MESSAGES):
        send(chat, SECRET)
    erase(chat)
    comes_too_late(chat, held)


def test_a_tab_on_another_page_forgets_what_another_tab_erased(chat):
    say(chat, SECRET)
    chat.goto("/traces")
    other = chat.context.new_page()
    other.goto("/conversation")
    erase(other)
    open_chat(other, "11-14")
    chat.goto("/conversation")
    expect(answers(chat)).to_have_count(1)
    nothing_left(chat)
