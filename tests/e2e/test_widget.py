"""The button on a school's page, in a real Chromium: another origin, its own styles, its own policy."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import shot
from tests.e2e.school import (
    button,
    fake_frame,
    focused,
    frame,
    no_violation,
    opened,
    panel,
)

pytestmark = pytest.mark.browser

TOO_LATE = 15_000  # milliseconds: the panel waits for its frame 8 s at most


def test_before_it_is_pressed_the_script_is_all_that_is_asked_for(visit, school, size):
    page = visit(school.url, viewport=size)
    shot(page, "widget-closed")
    no_violation(page)
    page.wait_for_load_state("networkidle")
    assert [url for url in page.asked if not url.startswith((school.url, "data:"))] == [f"{school.balise}/embed.js"]
    assert page.context.cookies() == []
    assert page.evaluate(
        "[localStorage.length, sessionStorage.length, document.querySelectorAll('iframe').length]"
    ) == [0, 0, 0]
    assert button(page).bounding_box()["height"] >= 44


def test_the_panel_shows_the_conversation_and_takes_the_focus(visit, school, size):
    page = opened(visit(school.url, viewport=size))
    assert focused(page) == "iframe"
    expect(button(page)).to_have_attribute("aria-expanded", "true")
    shot(page, "widget-open")
    no_violation(page)


def test_escape_in_the_page_closes_and_gives_the_focus_back(visit, school):
    page = opened(visit(school.url))
    page.evaluate("dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))")
    expect(panel(page)).to_be_hidden()
    expect(button(page)).to_have_attribute("aria-expanded", "false")
    assert focused(page) == "button"


def test_the_frames_own_button_closes_and_the_conversation_is_kept(visit, school):
    page = opened(visit(school.url))
    frame(page).get_by_role("textbox").fill("un brouillon")
    frame(page).get_by_role("button", name="Fermer").click()
    expect(panel(page)).to_be_hidden()
    assert focused(page) == "button"
    asked = len(page.asked)
    opened(page)
    expect(frame(page).get_by_role("textbox")).to_have_value("un brouillon")
    assert [url for url in page.asked[asked:] if "/cadre" in url] == []


def test_the_panel_has_an_edge_where_colours_are_forced_and_never_slides(visit, school):
    page = visit(school.url)
    page.emulate_media(forced_colors="active")
    opened(page)
    assert panel(page).evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    assert panel(page).evaluate("one => one.scrollHeight - one.clientHeight") == 0


def test_on_a_wide_screen_a_second_press_closes(visit, school):
    page = opened(visit(school.url))
    button(page).click()
    expect(panel(page)).to_be_hidden()


def test_under_a_strict_policy_nothing_is_refused(visit, school):
    page = opened(visit(f"{school.url}/strict.html"))  # any console error fails
    expect(panel(page)).to_be_visible()


SMALL = [{"width": 320, "height": 640}, {"width": 639, "height": 800}, {"width": 900, "height": 540}]


@pytest.mark.parametrize("small", SMALL, ids=str)
def test_on_a_small_screen_the_panel_fills_it(visit, school, small):
    page = visit(school.url, viewport=small)
    box = button(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= small["width"]
    opened(page)
    assert panel(page).bounding_box() == {"x": 0, "y": 0, **small}
    assert page.evaluate("document.documentElement.scrollWidth") <= small["width"]
    expect(button(page)).to_be_hidden()


LOUD = [
    "* { all: unset; color: red !important }",
    "* { all: unset !important; color: red !important; display: block !important; opacity: .1 !important }",
    "html { font-size: 62.5% } button, div, iframe { display: none !important; width: 3px !important }",
    "body { transform: scale(.5); filter: blur(2px) }",
]


@pytest.mark.parametrize("css", LOUD)
def test_the_pages_own_styles_do_not_reach_it(visit, school, css):
    page = visit(school.writes("<main><h1>Le collège</h1></main>", head=f"<style>{css}</style>"))
    expect(button(page)).to_have_css("color", "rgb(255, 255, 255)")
    expect(button(page)).to_have_css("font-size", "16px")
    assert button(page).bounding_box()["y"] > page.viewport_size["height"] - 100
    opened(page)
    assert panel(page).bounding_box()["width"] >= min(400, page.viewport_size["width"])
    expect(page.locator("balise-widget")).to_have_css("opacity", "1")


def test_a_script_that_is_there_twice_makes_one_button(visit, school):
    page = visit(school.writes("<main><h1>Le collège</h1></main>", times=2))
    page.wait_for_load_state("networkidle")
    expect(page.locator("balise-widget")).to_have_count(1)


def test_pressing_fast_makes_one_frame(visit, school):
    page = visit(school.url)
    page.evaluate(
        "() => { const one = document.querySelector('balise-widget').shadowRoot.querySelector('button'); one.click(); one.click(); one.click() }"
    )
    expect(panel(page)).to_be_visible()
    expect(page.locator("balise-widget iframe")).to_have_count(1)
    assert len([url for url in page.asked if "/cadre" in url]) == 1


AUDIENCES = [('data-audience="parent"', "/cadre?pour=parent"), ('data-audience="papy"', "/cadre"), ("", "/cadre")]


@pytest.mark.parametrize(("attributes", "address"), AUDIENCES)
def test_the_frame_is_for_the_audience_that_the_page_names(visit, school, attributes, address):
    page = visit(school.writes("<main><h1>Le collège</h1></main>", attributes=attributes))
    button(page).click()
    expect(page.locator("balise-widget iframe")).to_have_attribute("src", school.balise + address)


def test_the_owner_chooses_the_words_and_the_side(visit, school):
    page = visit(
        school.writes("<main><h1>Le collège</h1></main>", attributes='data-label="On en parle ?" data-side="left"')
    )
    expect(button(page)).to_have_text("On en parle ?")
    assert button(page).bounding_box()["x"] < 20


def test_with_the_server_lost_the_panel_says_so_and_shows_numbers(visit, school, gateway, size):
    page = visit(school.url, faulty=True, viewport=size)
    gateway.shutdown()
    gateway.server_close()
    button(page).click()
    expect(panel(page).get_by_role("heading", name="Balise ne répond pas")).to_be_visible(timeout=TOO_LATE)
    assert focused(page) == "h2"
    called = (
        panel(page)
        .locator("a[href^='tel:'], a[href^='sms:']")
        .evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    )
    assert called == ["tel:17", "tel:112", "sms:114", "tel:3018", "tel:119"]
    for one in panel(page).locator("a, button").all():
        assert one.bounding_box()["height"] >= 44
    shot(page, "widget-down")
    no_violation(page)
    panel(page).get_by_role("button", name="Fermer").click()
    expect(panel(page)).to_be_hidden()
    assert focused(page) == "button"


def test_a_frame_that_comes_late_replaces_the_numbers(visit, school):
    page = visit(school.url, faulty=True)
    fake_frame(page, "'nothing'")
    button(page).click()
    expect(panel(page).get_by_role("heading", level=2)).to_be_visible(timeout=TOO_LATE)
    page.unroute("**/cadre*")
    panel(page).get_by_role("button", name="Fermer").click()
    opened(page)
    expect(panel(page).get_by_role("heading", level=2)).to_be_hidden()
