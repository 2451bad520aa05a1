"""Leaving in a hurry from the frame on a school's page: the whole page goes, to a safe address, and only when asked."""

import pytest
from playwright.sync_api import expect

from bot.web.pages import NEUTRAL_SITE
from tests.e2e.school import button, fake_frame, frame, opened, panel

pytestmark = pytest.mark.browser


def test_quick_exit_in_the_frame_takes_the_whole_page_away(visit, school):
    page = opened(visit(school.url))
    frame(page).get_by_role("link", name="Quitter vite").click()
    page.wait_for_url(f"{NEUTRAL_SITE}**")


LEAVING = [
    ("{balise: 'leave', to: 'https://fr.wikipedia.org/wiki/Tilleul'}", "https://fr.wikipedia.org/wiki/Tilleul"),
    ("{balise: 'leave', to: 'http://mechant.example/'}", NEUTRAL_SITE),
    ("{balise: 'leave', to: 'javascript:alert(1)'}", NEUTRAL_SITE),
    ("{balise: 'leave'}", NEUTRAL_SITE),
]


@pytest.mark.parametrize(("message", "address"), LEAVING)
def test_the_page_leaves_for_a_safe_address_only(visit, school, message, address):
    page = visit(school.url, faulty=True)
    fake_frame(page, message)
    button(page).click()
    page.wait_for_url(address)


def test_the_page_is_blank_before_the_other_site_answers(visit, school):
    page = opened(visit(school.url))
    page.route(f"{NEUTRAL_SITE}**", lambda route: route.fulfill(status=204))  # the browser then stays where it is
    frame(page).get_by_role("link", name="Quitter vite").click()
    expect(page).to_have_title("Recherche")
    assert page.evaluate("[document.body.childNodes.length, getComputedStyle(document.documentElement).display]") == [
        0,
        "none",
    ]


def test_shift_three_times_in_the_page_leaves_and_erases(visit, school, gateway):
    page = opened(visit(school.url))
    deleted = []
    page.on("request", lambda sent: deleted.append(sent.url) if sent.method == "DELETE" else None)
    page.locator("h1").click()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{NEUTRAL_SITE}**")
    assert deleted == [f"{school.balise}/api/conversation"]


@pytest.mark.parametrize("keys", [["Shift", "Shift"], ["Shift", "Shift", "A", "Shift"]], ids=str)
def test_fewer_presses_or_capital_letters_do_not_leave(visit, school, keys):
    page = opened(visit(school.url))
    page.locator("h1").click()
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("h1")).to_be_visible()
    assert page.url == f"{school.url}/"


def test_a_message_from_anybody_else_is_not_heard(visit, school):
    page = opened(visit(school.url))
    page.evaluate("""() => new Promise((heard) => {
        addEventListener('message', () => heard());
        postMessage({balise: 'leave', to: 'https://fr.wikipedia.org/'}, '*');
    })""")
    expect(panel(page)).to_be_visible()
    assert page.url == f"{school.url}/"
