"""A child's conversation to be unlucky with: what left the page, answers that are held, what must not be left."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.screens import SEXTORTION, open_chat, say

expect.set_options(timeout=15_000)  # a busy machine is no fault: nothing here is timed

SECRET = "zanzibarisme"
LESSON = "c'est quoi le droit à l'image ?"
PASTED = ("la la la " * 600)[: 5000 - len(SEXTORTION)] + SEXTORTION
MESSAGES = "**/api/messages"
PHONE = pytest.mark.parametrize("size", [{"width": 360, "height": 740}], ids=["360px"])


def begun(page: Page) -> Iterator[Page]:
    """The conversation of a child; `sent` is every message that left the page. A refused request is no fault here."""
    page.sent = sent_by(page)
    with page.expect_response("**/aide*"):  # the numbers are kept, for when there is no network
        open_chat(page, "11-14")
    yield page
    page.faults[:] = [fault for fault in page.faults if not fault.startswith("Failed to load resource")]


def sent_by(page: Page) -> list[dict]:
    sent: list[dict] = []
    page.on("request", lambda one: sent.append(one.post_data_json) if one.url.endswith("/api/messages") else None)
    return sent


def field(page: Page) -> Locator:
    return page.get_by_role("textbox")


def send(page: Page, text: str) -> None:
    """Type and press Enter, without waiting for the answer."""
    field(page).fill(text)
    field(page).press("Enter")


def questions(page: Page) -> list[str]:
    return page.locator("#log > li.you .bubble").all_inner_texts()


def answers(page: Page) -> Locator:
    return page.locator("#log > li.balise")


def erase(page: Page) -> None:
    page.get_by_role("button", name="Effacer").click()
    page.locator("#notice").get_by_role("button", name="Effacer").click()
    expect(page.get_by_text("C’est effacé")).to_be_visible()


def quit_fast(page: Page) -> None:
    """Leave for a page that stands in for the neutral site; the server erases as it really does."""

    def leave(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.fulfill(body="ailleurs", content_type="text/plain")

    page.context.route("**/quitter", leave)
    page.locator(".leave").click()
    expect(page.get_by_text("ailleurs")).to_be_visible()


def nothing_left(page: Page, words: str = SECRET) -> None:
    assert words not in page.content()
    assert words not in page.evaluate("JSON.stringify(sessionStorage)")


def hold(page: Page) -> list[Route]:
    """Messages leave and nobody answers: each waits in the list until a test lets it go."""
    held: list[Route] = []
    page.route(MESSAGES, lambda route: held.append(route))
    return held


def let_go(page: Page, held: list[Route]) -> None:
    for route in held:
        route.continue_()
    page.unroute(MESSAGES)


def timed(page: Page) -> None:
    """A clock that a test may advance."""
    page.clock.install()
    page.goto("/conversation")
    page.locator("#log > li").first.wait_for()


def late(page: Page) -> None:
    timed(page)
    hold(page)
    send(page, LESSON)
    page.clock.fast_forward(11_000)
    expect(page.locator("#waiting")).to_contain_text("Je mets trop de temps à répondre")


def ended(page: Page) -> None:
    timed(page)
    say(page, SECRET)
    page.clock.fast_forward("01:01:00")
    expect(page.get_by_text("La conversation est terminée")).to_be_visible()
