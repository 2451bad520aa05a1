"""What the page may weigh, and how much may move by itself. Never timed: `make bench` says how fast it is."""

import pytest

from bench.page import PAGES, first_load, layout_shift, recorded

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model]

MOST_BYTES = 45_000  # received for a first load, headers included
MOST_SCRIPT = 20_000  # of JavaScript, compressed
MOST_WIDGET = 3_000  # of what a school's own page loads before anybody asks for Balise
MOST_SHIFT = 0.02


@pytest.mark.parametrize("path", PAGES)
def test_a_first_load_stays_within_the_budget(page, path):
    sent = first_load(page, path)
    told = "\n".join(f"{one.wire} ({one.body} without headers) {one.kind} {one.url}" for one in sent)
    assert any(one.kind == "Document" for one in sent)
    assert sum(one.wire for one in sent) <= MOST_BYTES, told
    assert sum(one.body for one in sent if one.kind == "Script") <= MOST_SCRIPT, told


def test_the_script_for_a_schools_site_is_small(page):
    page.goto("/traces")
    with recorded(page) as sent:
        page.evaluate("fetch('/embed.js').then((answer) => answer.text())")
    [script] = [one for one in sent if one.url.endswith("/embed.js")]
    assert 0 < script.body <= MOST_WIDGET


@pytest.mark.parametrize("audience", ["8-10", "15-17"])
def test_nothing_moves_by_itself_from_the_first_page_to_a_help_card(page, audience):
    assert layout_shift(page, audience) <= MOST_SHIFT
