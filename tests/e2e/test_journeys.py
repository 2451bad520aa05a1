"""A child's way through the page: typing alone, buttons alone, no JavaScript, leaving in a hurry."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from bot.web.pages import NEUTRAL_SITE
from tests.e2e.conftest import choose, shot

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model]

SEXTORTION = "y a un mec sur snap il dit quil va envoyer ma photo a tt le monde si jpaye pas"


def _say(page, text):
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")


def _no_violation(page):
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_ai_is_said_before_the_first_message(page):
    page.goto("/")
    expect(page.get_by_text("programme, pas une personne")).to_be_visible()
    shot(page, "landing")
    _no_violation(page)


def test_a_child_types_and_is_answered(page):
    choose(page, "8-10")
    _say(page, "cé koi le droit a limage")
    expect(page.get_by_role("log")).to_contain_text("Ton image")
    shot(page, "lesson")
    _no_violation(page)


def test_a_disclosure_brings_a_card_with_a_number_to_call(page):
    choose(page, "11-14")
    _say(page, SEXTORTION)
    call = page.get_by_role("log").locator("a[href='tel:3018']").first
    expect(call).to_be_visible()
    assert call.bounding_box()["height"] >= 44
    shot(page, "card")
    _no_violation(page)


def test_an_urgent_card_puts_emergency_first(page):
    choose(page, "15-17")
    _say(page, "je vais me tuer ce soir")
    expect(page.get_by_role("log").locator("a[href^='tel:']").first).to_have_attribute("href", "tel:15")
    shot(page, "urgent")
    _no_violation(page)


def test_buttons_alone_lead_to_a_lesson(page):
    choose(page, "11-14")
    log = page.get_by_role("log")
    log.get_by_role("button", name="Droit à l’image").click()
    log.get_by_role("button", name="C’est quoi le droit à l’image").click()
    expect(log).to_contain_text("image")
    assert log.locator("li").count() >= 3


def test_help_is_one_tap_away_everywhere(page):
    for path in ("/", "/aide", "/nulle-part"):
        page.goto(path)
        expect(page.get_by_role("link", name="J’ai besoin d’aide").first).to_be_visible()
        page.faults.clear()  # a 404 is a console error of the browser's own
    page.goto("/aide?pour=8-10")
    expect(page.locator("a[href='tel:119']").first).to_be_visible()
    shot(page, "help")
    _no_violation(page)


def test_reloading_keeps_the_conversation_and_erasing_empties_it(page):
    choose(page, "11-14")
    _say(page, "c'est quoi le grooming ?")
    log = page.get_by_role("log")
    said = log.locator("> ol > li")
    expect(said).to_have_count(3)
    page.reload()
    expect(said).to_have_count(3)
    page.get_by_role("button", name="Effacer").click()
    page.locator("#notice").get_by_role("button", name="Garder").click()
    expect(said).to_have_count(3)
    page.get_by_role("button", name="Effacer").click()
    page.locator("#notice").get_by_role("button", name="Effacer").click()
    expect(page.get_by_text("C’est effacé")).to_be_visible()
    assert page.evaluate("sessionStorage.length") == 0


def test_quick_exit_is_first_in_tab_order_and_leaves_nothing(page):
    left_for = []

    def leave(route):
        left_for.append(route.fetch(max_redirects=0).headers["location"])
        route.fulfill(status=200, body="ailleurs", content_type="text/plain")

    page.route("**/quitter", leave)
    choose(page, "11-14")
    _say(page, "bonjour")
    expect(page.get_by_role("log").locator("> ol > li")).to_have_count(3)
    page.goto("/conversation")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Quitter vite"
    page.keyboard.press("Enter")
    expect(page.get_by_text("ailleurs")).to_be_visible()
    assert left_for == [NEUTRAL_SITE]
    assert page.evaluate("sessionStorage.length") == 0
    page.goto("/conversation")
    expect(page.locator("button[name=audience]")).to_have_count(5)  # back at the door: no conversation left


def test_server_lost_keeps_the_draft_and_shows_help(page):
    choose(page, "11-14")
    page.context.set_offline(True)
    _say(page, "mon message important")
    expect(page.get_by_role("textbox")).to_have_value("mon message important", timeout=15000)
    expect(page.get_by_text("Pas de connexion")).to_be_visible()
    page.context.set_offline(False)
    page.faults.clear()  # the failed request is the test


def test_without_javascript_forms_do_the_same(plain):
    choose(plain, "11-14")
    plain.get_by_role("textbox").fill(SEXTORTION)
    plain.locator("form:has(textarea) button").first.click()
    expect(plain.locator("a[href='tel:3018']").first).to_be_visible()
    plain.get_by_role("button", name="Comment se passe l’appel").first.click()
    expect(plain.get_by_role("log")).to_contain_text("appel")
    expect(plain.locator("a[href='tel:3018']").first).to_be_visible()  # flagged: the help stays
