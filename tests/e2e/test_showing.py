"""« Montrer à un adulte »: in place, at once, without the server; the same words as the page of the server."""

import pytest
from playwright.sync_api import expect

from tests.e2e.screens import SEXTORTION, URGENT, say
from tests.e2e.unlucky import PHONE, answers, erase

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]


def shown(page):
    page.locator(".card-tools").get_by_role("button", name="Montrer").last.click()
    screen = page.locator(".showing")
    expect(screen).to_be_visible()
    return screen


@pytest.mark.parametrize("text", [SEXTORTION, URGENT])
def test_it_says_what_the_page_of_the_server_says(chat, text):
    say(chat, text)
    here = shown(chat).inner_text().split("\n")
    chat.goto("/conversation/montrer")
    served = chat.locator("main").inner_text().split("\n")
    assert [one for one in here if one.strip()] == [one for one in served if one.strip()]


def test_nothing_else_is_in_sight_and_leaving_stays(chat):
    say(chat, SEXTORTION)
    shown(chat)
    expect(chat.locator("#log")).to_be_hidden()
    expect(chat.locator("#composer")).to_be_hidden()
    expect(chat.locator(".leave")).to_be_in_viewport()
    expect(chat.locator(".showing")).to_be_focused()
    expect(chat.locator(".showing h1")).to_be_in_viewport(ratio=1)
    assert (
        chat.evaluate("document.querySelector('main').offsetHeight - document.querySelector('.showing').offsetHeight")
        < 100
    )


@pytest.mark.parametrize("way", ["button", "back"])
def test_one_comes_back_to_the_card_with_the_focus(chat, way):
    say(chat, SEXTORTION)
    screen = shown(chat)
    if way == "back":
        chat.go_back()
    else:
        screen.get_by_role("button", name="Revenir").click()
    expect(screen).to_have_count(0)
    expect(chat.locator(".card-tools").get_by_role("button", name="Montrer")).to_be_focused()
    expect(answers(chat).last.locator(".card")).to_be_visible()


def test_it_works_without_a_network(chat):
    with chat.expect_response("**/showing.js") as fetched:
        say(chat, SEXTORTION)
    fetched.value.finished()
    chat.context.set_offline(True)
    expect(shown(chat)).to_contain_text("3018")
    chat.locator(".bar .need").click()
    expect(chat.locator("#lines")).to_be_visible()


def test_aller_au_contenu_does_not_close_it(chat):
    say(chat, SEXTORTION)
    screen = shown(chat)
    chat.evaluate("document.querySelector('.skip').click()")
    expect(screen).to_be_visible()


def test_pressing_twice_opens_it_once(chat):
    say(chat, SEXTORTION)
    chat.locator(".card-tools").get_by_role("button", name="Montrer").evaluate("one => { one.click(); one.click(); }")
    expect(chat.locator(".showing")).to_have_count(1)
    chat.go_back()
    expect(chat.locator(".showing")).to_have_count(0)


def test_erasing_in_another_tab_takes_it_away(chat):
    say(chat, SEXTORTION)
    screen = shown(chat)
    other = chat.context.new_page()
    other.goto("/conversation")
    erase(other)
    expect(chat.get_by_text("effacée dans un autre onglet")).to_be_visible()
    expect(screen).to_have_count(0)
