"""The widget on a page of another site than Balise's: its cookie is a third party's there.

Chromium takes a loopback address for as safe as HTTPS: a `Secure` cookie is kept.
"""

import pytest
from playwright.sync_api import expect, sync_playwright

from bot.settings import read_settings
from tests.e2e.conftest import launch
from tests.e2e.school import frame, open_school, opened, serving, visiting

pytestmark = pytest.mark.browser

URGENT = "je vais me tuer ce soir"


@pytest.fixture(scope="module")
def wary():
    """A Chromium that refuses the cookies of other sites, unless they are partitioned."""
    with sync_playwright() as playwright:
        browser = launch(playwright, "--test-third-party-cookie-phaseout")
        yield browser
        browser.close()


@pytest.fixture(params=["1", "0"], ids=["partitioned", "refused"])
def elsewhere(request, environ, settings, database, mask, wary):
    """A page of another site, in which Balise's cookie is kept (HTTPS) or refused."""
    with open_school("localhost") as school:
        environ(BALISE_FRAME_ANCESTORS=school.url, BALISE_HTTPS=request.param)
        with serving(school, read_settings()), visiting(wary) as visit:
            page = opened(visit(school.url))
            page.kept = request.param == "1"
            yield page


def say(page, text: str):
    """The answer drawn in the frame."""
    answers = frame(page).locator("#log > li.balise")
    before = answers.count()
    frame(page).get_by_role("textbox").fill(text)
    frame(page).get_by_role("textbox").press("Enter")
    answers.nth(before).wait_for()
    return answers.nth(before)


def test_the_cookie_is_partitioned_or_refused(elsewhere):
    say(elsewhere, "bonjour")
    kept = elsewhere.context.cookies()
    assert [one.get("partitionKey") for one in kept] == (["http://localhost"] if elsewhere.kept else [])


def test_the_help_stays_and_a_short_answer_is_understood(elsewhere):
    expect(say(elsewhere, URGENT).locator(".card")).to_be_visible()
    pinned = frame(elsewhere).locator("#pinned-lines")
    numbers = pinned.inner_text()
    expect(say(elsewhere, "c'est mon oncle").locator(".card")).to_be_visible()
    assert pinned.inner_text() == numbers


def test_the_card_is_shown_large_to_an_adult_and_is_still_there_afterwards(elsewhere):
    say(elsewhere, URGENT)
    frame(elsewhere).get_by_role("button", name="Montrer").click()
    expect(frame(elsewhere).locator(".showing blockquote")).to_be_visible()
    frame(elsewhere).get_by_role("button", name="Revenir").click()
    expect(frame(elsewhere).locator("#log .card")).to_be_visible()


def test_leaving_in_a_hurry_erases_and_leaves(elsewhere):
    say(elsewhere, URGENT)
    frame(elsewhere).locator(".leave").click()
    expect(elsewhere.get_by_text("ailleurs")).to_be_visible()
    assert [one for one in elsewhere.context.cookies() if "eyJ" in one["value"]] == []
