"""Every screen, for everyone it looks different for: axe, words in sight, targets for small fingers, silence.

A screen is reached once, everything folded in it is opened, then it is looked at narrow, by night, with the largest
text: `STATES`. A fault says the screen, the state and the element.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import watch
from tests.e2e.screens import SCREENS
from tests.running import Running

pytestmark = [pytest.mark.browser, pytest.mark.servers, pytest.mark.model]

SMALLEST_TARGET = 44  # CSS px, WCAG 2.5.5
# A console error of the browser's own: the screen is that very fault.
OWN_ERRORS = {"introuvable": "404 (NOT FOUND)", "sans-reseau": "net::ERR_INTERNET_DISCONNECTED"}
CASES = [pytest.param((one, who), id=f"{one.name}-{who}") for one in SCREENS for who in one.audiences]
EVERY_RULE = {"resultTypes": ["violations"]}
COLOURS = EVERY_RULE | {"runOnly": ["color-contrast"]}


@dataclass(frozen=True)
class State:
    """How a screen is looked at: `look` as « Affichage » says it, `zoom` the browser's text size, `rules` for axe.

    `pointed`: all that can be pointed at looks as it does under a pointer.
    """

    name: str
    width: int
    height: int
    scheme: str = "light"
    look: dict[str, str] = field(default_factory=dict)
    zoom: str = ""
    rules: dict[str, list[str]] | None = None
    pointed: bool = False


STATES = (
    State("320 px", 320, 640, rules=EVERY_RULE),
    State("360 px", 360, 740),
    State("768 px", 768, 1024),
    State("1280 px, dark", 1280, 900, "dark", rules=EVERY_RULE),
    State("1280 px, dark, more contrast", 1280, 900, "dark", {"contrast": "more"}, rules=COLOURS),
    State("360 px, largest, more contrast", 360, 740, look={"size": "larger", "contrast": "more"}, rules=EVERY_RULE),
    State("360 px, largest, clear letters", 360, 740, look={"size": "larger", "font": "clear"}),
    State("320 px, text at 200 %", 320, 640, zoom="200%"),
    State("360 px, under a pointer", 360, 740, rules=COLOURS, pointed=True),
    State("1280 px, dark, under a pointer", 1280, 900, "dark", rules=COLOURS, pointed=True),
)

WEAR = """({look, zoom}) => {
  const root = document.documentElement;
  for (const name of ["size", "contrast", "font"]) {
    if (look[name]) root.dataset[name] = look[name];
    else delete root.dataset[name];
  }
  root.style.fontSize = zoom;
  // Half way between day and night, a colour is no colour of ours.
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished);
  return Promise.allSettled([document.fonts.ready, ...changes]).then(() => null);
}"""

# What the checks below share: what is seen, and how a person would find it.
COMMON = """
  const styles = new Map();
  const style = (one) => styles.get(one) || styles.set(one, getComputedStyle(one)).get(one);
  const hidden = (one) => one && (style(one).clipPath === "inset(50%)" || hidden(one.parentElement));
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && !hidden(one);
  const named = (one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute("class") || ""}">`
    + ` « ${(one.getAttribute("aria-label") || one.textContent).trim().replace(/\\s+/g, " ").slice(0, 50)} »`;
  // A box that scrolls by itself, for the keyboard too: the tables of /etat, what is to be copied.
  const scrolls = (one) => one.tabIndex === 0 && ["auto", "scroll"].includes(style(one).overflowX);
  const px = (number) => Math.round(number * 10) / 10;
"""

SIDEWAYS = (
    "() => {"
    + COMMON
    + """
  const room = document.documentElement.clientWidth;
  const inScroller = (one) => one && (scrolls(one) || inScroller(one.parentElement));
  const out = [...document.body.querySelectorAll("*")].filter((one) => seen(one)
    && (one.getBoundingClientRect().right > room + 1 || one.getBoundingClientRect().left < -1) && !inScroller(one.parentElement));
  const found = out.map((one) => `reaches ${px(one.getBoundingClientRect().right)} of ${room} px: ${named(one)}`);
  const wide = document.documentElement.scrollWidth;
  return wide > room ? [`the page is ${wide} px wide in ${room} px`, ...found] : found;
}"""
)

CUT = (
    "() => {"
    + COMMON
    + """
  const found = new Set();
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cuts = (how) => how === "hidden" || how === "clip";
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, noscript, textarea") || !seen(parent)) continue;
    range.selectNodeContents(node);
    for (const word of range.getClientRects()) {
      for (let box = parent; box && !scrolls(box); box = box.parentElement) {
        if (!word.width || ["inline", "contents"].includes(style(box).display)) continue;
        const edge = box.getBoundingClientRect();
        const over = Math.max(edge.left - word.left, word.right - edge.right);
        const under = cuts(style(box).overflowY) ? Math.max(edge.top - word.top, word.bottom - edge.bottom) : 0;
        if (over > 1 || under > 1) found.add(`« ${node.data.trim().slice(0, 40)} » leaves by ${px(Math.max(over, under))} px: ${named(box)}`);
      }
    }
  }
  for (const one of document.querySelectorAll("textarea")) {
    if (!one.value && one.scrollHeight > one.clientHeight + 1) found.add(`${one.scrollHeight} px of « ${one.placeholder} » in ${one.clientHeight}: ${named(one)}`);
  }
  return [...found];
}"""
)

BROKEN = (
    "() => {"
    + COMMON
    + """
  const found = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, noscript, textarea, code") || !seen(parent)) continue;
    for (const word of node.data.matchAll(/\\p{L}+/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
      if (lines.size > 1) found.push(`« ${word[0]} » is on ${lines.size} lines: ${named(parent)}`);
    }
  }
  return found;
}"""
)

SMALL = (
    "(least) => {"
    + COMMON
    + """
  // WCAG 2.5.5 leaves out a link within a sentence: the line of text says how high it is.
  const inSentence = (one) => {
    if (style(one).display !== "inline") return false;
    const rest = one.parentElement.cloneNode(true);
    for (const link of rest.querySelectorAll("a")) link.remove();
    return /\\p{L}/u.test(rest.textContent);
  };
  const found = [];
  for (const one of document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, select, summary")) {
    const target = one.closest("label") || one;
    if (!seen(one) || (one.tagName === "A" && inSentence(one))) continue;
    const { width, height } = target.getBoundingClientRect();
    if (width < least - .05 || height < least - .05) found.push(`${px(width)} x ${px(height)} px: ${named(target)}`);
  }
  return found;
}"""
)


@dataclass
class Seen:
    """What was found on a screen in its states, one sentence each."""

    screen: str
    violations: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=CASES)
def seen(request: pytest.FixtureRequest, chromium: Browser, balise: Running) -> Iterator[Seen]:
    screen, audience = request.param
    context = chromium.new_context(base_url=balise.url, locale="fr-FR", viewport={"width": 360, "height": 740})
    page = watch(context.new_page(), balise.url)
    screen.reach(page, audience)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(Axe().axe_script)
    found = Seen(screen.name)
    for state in STATES:
        wear(page, state)
        where = f"{screen.name} ({audience}), {state.name}: "
        found.violations += [where + one for one in violations(page, state)]
        found.sideways += [where + one for one in page.evaluate(SIDEWAYS)]
        found.cut += [where + one for one in page.evaluate(CUT)]
        if not state.look and not state.zoom:
            found.broken += [where + one for one in page.evaluate(BROKEN)]
        found.small += [where + one for one in page.evaluate(SMALL, SMALLEST_TARGET)]
    found.said = page.faults
    yield found
    context.close()


def wear(page: Page, state: State) -> None:
    page.set_viewport_size({"width": state.width, "height": state.height})
    page.emulate_media(color_scheme=state.scheme, reduced_motion="reduce")  # Colours change at once.
    if state.pointed:
        point_everywhere(page)
    page.evaluate(WEAR, {"look": state.look, "zoom": state.zoom})


def point_everywhere(page: Page) -> None:
    """A pointer over everything at once, for as long as the page stays."""
    browser = page.context.new_cdp_session(page)
    browser.send("DOM.enable")
    browser.send("CSS.enable")
    root = browser.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    for node in browser.send("DOM.querySelectorAll", {"nodeId": root, "selector": "a, button, label, summary"})[
        "nodeIds"
    ]:
        browser.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": ["hover"]})


def violations(page: Page, state: State) -> Iterator[str]:
    if state.rules is None:
        return
    for rule in page.evaluate("(rules) => axe.run(rules)", state.rules)["violations"]:
        for one in rule["nodes"]:
            yield f"{rule['id']}: {one['target']}: {one['html'][:120]}"


def test_axe_finds_no_violation(seen: Seen) -> None:
    assert not seen.violations, "\n".join(seen.violations)


def test_a_page_never_scrolls_sideways(seen: Seen) -> None:
    assert not seen.sideways, "\n".join(seen.sideways)


def test_no_word_leaves_its_box(seen: Seen) -> None:
    assert not seen.cut, "\n".join(seen.cut)


def test_no_word_is_broken_in_two_at_the_usual_size(seen: Seen) -> None:
    assert not seen.broken, "\n".join(seen.broken)


def test_a_small_finger_can_touch_what_is_to_be_touched(seen: Seen) -> None:
    assert not seen.small, "\n".join(seen.small)


def test_a_screen_logs_no_error_and_asks_no_other_host(seen: Seen) -> None:
    own = OWN_ERRORS.get(seen.screen)
    assert [said for said in seen.said if not (own and own in said)] == []
