"""Low windows, forced colours, fingers, paper: the ways to help and away stay in sight and can be read."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.screens import SEXTORTION, open_chat, say
from tests.e2e.unlucky import LESSON, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model, PHONE]

LOW = [(740, 360), (320, 256), (360, 340), (640, 380), (640, 400)]
BLACK = "rgb(0, 0, 0)"


@pytest.mark.parametrize("window", LOW, ids=str)
@pytest.mark.parametrize("text", [LESSON, SEXTORTION])
def test_leaving_and_help_stay_in_sight_in_a_low_window(page, window, text):
    page.set_viewport_size({"width": window[0], "height": window[1]})
    open_chat(page, "11-14")
    say(page, text)
    page.mouse.move(window[0] / 2, window[1] - 20)
    for move in (-3000, 600, 3000):
        page.mouse.wheel(0, move)
        page.wait_for_timeout(50)
        for way in (".bar .leave", ".bar .need"):
            expect(page.locator(way)).to_be_in_viewport(ratio=1)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_numbers_of_a_card_are_dark_on_paper_and_addresses_are_written(page):
    open_chat(page, "11-14")
    say(page, SEXTORTION)
    page.emulate_media(media="print")
    called = page.locator(".card .call").first
    assert called.evaluate("one => getComputedStyle(one).color") == BLACK
    written = page.locator(".card .way[href^='https:']").first
    assert written.get_attribute("href") in written.evaluate("one => getComputedStyle(one, '::after').content")


@pytest.mark.parametrize("path", ["/aide?pour=11-14", "/conversation/montrer"])
def test_the_numbers_of_a_page_are_dark_on_paper(page, path):
    open_chat(page, "11-14")
    say(page, SEXTORTION)
    page.goto(path)
    page.emulate_media(media="print")
    colours = page.locator("main .call").evaluate_all("all => all.map((one) => getComputedStyle(one).color)")
    assert set(colours) == {BLACK}


def test_a_card_is_printed_on_one_sheet(page):
    open_chat(page, "11-14")
    say(page, LESSON)
    say(page, SEXTORTION)
    page.evaluate("window.print = () => null")
    page.get_by_role("button", name="Imprimer").click()
    assert pages_of(page.pdf(format="A4")) == 1


def test_a_finger_leaves_nothing_looking_pointed_at(chromium, balise, size):
    context = chromium.new_context(base_url=balise.url, locale="fr-FR", viewport=size, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_chat(page, "11-14")
    page.get_by_role("textbox").fill(LESSON)
    page.locator(".send").tap()
    page.locator("#log > li.balise").nth(1).wait_for()
    assert page.locator(".send").evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    context.close()


def test_words_written_from_right_to_left_are_laid_out_so(page):
    open_chat(page, "11-14")
    say(page, "مرحبا، هل يمكنك مساعدتي؟ Snap!")
    assert page.locator("#log > li.you .bubble").evaluate("one => getComputedStyle(one).direction") == "rtl"
