"""A child's whole way with the keyboard alone: every act is possible, the focus is seen, never lost, never trapped."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.screens import SEXTORTION, open_chat, say
from tests.e2e.unlucky import MESSAGES, send

SCREEN = pytest.mark.parametrize("size", [{"width": 1280, "height": 900}], ids=["1280px"])
pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, SCREEN]

LESSON = "c'est quoi la sextorsion ?"
MOST = 120  # Tab presses before a test says that a thing cannot be reached
# What has the focus: its name, whether the page shows it (an outline, nothing above it) and where it is.
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y);
  const label = one.labels && one.labels[0];
  return {
    tag: one.localName,
    name: (one.getAttribute("aria-label") || one.textContent || (label ? label.textContent : "")).trim().slice(0, 60),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    uncovered: Boolean(above && (one.contains(above) || above.contains(one))),
    place: [...document.querySelectorAll("*")].indexOf(one),
  };
}"""


@pytest.fixture(autouse=True)
def at_once(page: Page) -> None:
    """What is focused is scrolled to at once, so that it can be looked at."""
    page.emulate_media(reduced_motion="reduce")


def focus_of(page: Page) -> dict:
    """What has the focus; it must be something, and have an outline (but for the whole of `main`)."""
    found = page.evaluate(FOCUSED)
    assert found["tag"] != "body", "the focus is lost"
    assert found["outlined"] or found["tag"] == "main", f"no outline on {found}"
    return found


def arrived_at(page: Page) -> dict:
    """What has just been given the focus by Tab: it is in sight, under no bar."""
    found = focus_of(page)
    assert found["uncovered"], f"something hides {found}"
    return found


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
        focus_of(page)


def go_to(page: Page, target: Locator, *, by: str = "Tab") -> list[dict]:
    """Press Tab until the target has the focus; every stop on the way, each in sight."""
    stops = []
    for _ in range(MOST):
        page.keyboard.press(by)
        stops.append(arrived_at(page))
        if target.evaluate("one => one === document.activeElement"):
            return stops
    return pytest.fail(f"{by} does not reach {target}: trapped around {stops[-3:]}")


def answered(page: Page, count: int) -> None:
    expect(page.locator("#log > li.balise")).to_have_count(count)
    focus_of(page)


@pytest.mark.parametrize("address", ["/", "/conversation", "/aide", "/traces", "/accessibilite"])
def test_the_first_stop_is_the_way_out_and_the_second_skips_to_the_content(page, address):
    open_chat(page, "11-14")
    page.goto(address)
    press(page, "Tab")
    assert focus_of(page)["name"] == "Quitter vite"
    press(page, "Tab")
    assert focus_of(page)["name"] == "Aller au contenu"
    press(page, "Enter")
    assert focus_of(page)["tag"] == "main"
    press(page, "Tab")
    assert page.evaluate("document.activeElement.closest('header') === null")


def test_from_the_door_to_an_answer_with_tab_and_enter(page):
    page.goto("/")
    go_to(page, page.get_by_role("button", name="J’ai entre 11 et 14 ans"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversation")
    go_to(page, page.get_by_role("textbox"))
    page.keyboard.type(LESSON)
    press(page, "Enter")
    answered(page, 2)
    expect(page.get_by_role("textbox")).to_be_focused()
    go_to(page, page.locator("#log > li > .choices button").last, by="Shift+Tab")
    press(page, "Space")
    answered(page, 3)
    go_to(page, page.locator("#log > li > .choices button").last)
    press(page, "Enter")
    answered(page, 4)


def test_what_is_folded_opens_closes_and_lets_its_links_be_reached(page):
    open_chat(page, "11-14")
    say(page, LESSON)
    for kind in ("sources", "glossary", "group"):
        folded = page.locator(f"#log details.{kind}").last
        go_to(page, folded.locator("summary"), by="Shift+Tab")
        was = folded.evaluate("one => one.open")
        press(page, "Enter")
        assert folded.evaluate("one => one.open") is not was
        press(page, "Space")
        assert folded.evaluate("one => one.open") is was
        page.get_by_role("textbox").focus()
    go_to(page, page.locator("#log .sources summary"), by="Shift+Tab")
    press(page, "Enter", "Tab")
    assert page.evaluate("document.activeElement.matches('.sources a')")


def test_the_display_is_chosen_with_arrows_and_closed_with_escape(page):
    open_chat(page, "11-14")
    knob = page.get_by_role("button", name="Affichage")
    go_to(page, knob)
    press(page, "Enter")
    expect(knob).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('#look') !== null")
    press(page, "ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-size", "large")
    press(page, "Tab", "ArrowRight", "ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    press(page, "Escape")
    expect(page.locator("#look")).to_be_hidden()
    expect(knob).to_be_focused()
    expect(knob).to_have_attribute("aria-expanded", "false")


def test_the_display_is_left_with_its_own_button_and_traps_nobody(page):
    open_chat(page, "11-14")
    knob = page.get_by_role("button", name="Affichage")
    go_to(page, knob)
    press(page, "Space")
    go_to(page, page.locator("#look-close"))
    press(page, "Enter")
    expect(knob).to_be_focused()
    press(page, "Enter")
    go_to(page, page.get_by_role("textbox"))
    expect(page.locator("#look")).to_be_visible()


def test_the_menu_comes_with_space_and_keeps_the_focus(page):
    open_chat(page, "11-14")
    menu = page.get_by_role("button", name="Menu")
    go_to(page, menu)
    press(page, "Space")
    answered(page, 2)
    expect(menu).to_be_focused()


def test_erasing_asks_first_and_gives_the_focus_back(page):
    open_chat(page, "11-14")
    say(page, "bonjour")
    erase = page.locator("#erase button")
    go_to(page, erase)
    press(page, "Enter")
    assert focus_of(page)["name"] == "Effacer"
    press(page, "Tab")
    assert focus_of(page)["name"] == "Garder"
    press(page, "Enter")
    expect(erase).to_be_focused()
    press(page, "Enter", "Enter")
    expect(page.get_by_text("C’est effacé")).to_be_visible()
    focus_of(page)
    press(page, "Tab")
    page.keyboard.press("Enter")
    expect(page.locator("button[name=audience]")).to_have_count(5)


def test_the_page_of_numbers_and_back(page):
    open_chat(page, "11-14")
    say(page, "bonjour")
    go_to(page, page.get_by_role("banner").get_by_role("link", name="J’ai besoin d’aide"), by="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/aide*")
    go_to(page, page.get_by_role("link", name="Revenir à Balise"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversation")
    expect(page.locator("#log > li.balise")).to_have_count(2)


def test_numbers_shown_without_network_take_the_focus(page):
    with page.expect_response("**/aide*"):
        open_chat(page, "11-14")
    page.context.set_offline(True)
    go_to(page, page.get_by_role("banner").get_by_role("link", name="J’ai besoin d’aide"))
    press(page, "Enter")
    expect(page.locator("#lines")).to_be_focused()
    press(page, "Tab")
    assert page.evaluate("document.activeElement.matches('#lines a')")


def test_a_thumb_pressed_leaves_the_focus_beside_it(page):
    open_chat(page, "11-14")
    say(page, LESSON)
    go_to(page, page.get_by_role("button", name="Oui, utile"), by="Shift+Tab")
    press(page, "Enter")
    expect(page.locator("#log .acts").last).to_contain_text("Merci")
    assert page.evaluate("document.activeElement.closest('.acts') !== null")


def test_trying_again_keeps_the_focus_in_the_field_s_room(page):
    open_chat(page, "11-14")
    page.route(MESSAGES, lambda route: route.fulfill(status=503, body="{}"))
    send(page, LESSON)
    expect(page.get_by_role("button", name="Réessayer")).to_be_visible()
    go_to(page, page.get_by_role("button", name="Réessayer"), by="Shift+Tab")
    page.unroute(MESSAGES)
    press(page, "Enter")
    answered(page, 2)
    assert page.evaluate("document.activeElement.closest('#composer') !== null")
    page.faults.clear()  # the refused requests are the test


def test_shift_pressed_three_times_leaves(page):
    page.route("**/quitter", lambda route: route.fulfill(body="ailleurs", content_type="text/plain"))
    open_chat(page, "11-14")
    go_to(page, page.get_by_role("textbox"))
    for letter in "NON":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.get_by_role("textbox")).to_have_value("NON")
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.get_by_text("ailleurs")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_goes_through_a_help_card_and_out_both_ways(page, width):
    page.set_viewport_size({"width": width, "height": 740})
    open_chat(page, "11-14")
    say(page, SEXTORTION)
    page.locator("#log details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.locator(".leave").focus()
    forth = go_to(page, page.locator(".foot a").last)
    back = go_to(page, page.locator(".leave"), by="Shift+Tab")
    places = [one["place"] for one in forth]
    assert places == sorted(set(places))  # the order that is read, none twice
    assert [one["name"] for one in back[:-1]] == [one["name"] for one in forth[-2::-1]]
