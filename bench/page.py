"""What the page weighs and how it answers, in a real Chromium. tests/e2e/test_budget.py holds weights to a budget."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

from bench.lighthouse import show_lighthouse
from bench.table import Row, show
from tests.e2e.conftest import launch
from tests.e2e.screens import SEXTORTION, open_chat, say

PAGES = ("/", "/conversation", "/cadre?pour=11-14")
_PHONE = {"width": 360, "height": 740}
_SLOW_CPU = 4  # times slower than here: about a phone of 2018
_SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes/s
# Chromium forgives what moves within 500 ms of a key or a press; an answer on a real network comes later than that.
_LATE_ANSWERS = {"offline": False, "latency": 800, "downloadThroughput": -1, "uploadThroughput": -1}
_ROUNDS = 20
_LOADS = 5
_SMALLEST_TOLD = 16.0  # milliseconds: Chromium tells no shorter event than one frame

_KINDS = {"Document": "HTML", "Stylesheet": "CSS", "Script": "JavaScript", "Fetch": "numéros gardés", "Font": "lettres"}
_WATCH_EVENTS = """
window.eventsSeen = [];
window.eventsWatch = new PerformanceObserver((list) => eventsSeen.push(...list.getEntries()));
eventsWatch.observe({ type: "event", durationThreshold: 16 });
"""
_LONGEST_EVENT = """async () => {
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted, 120))));
  const seen = [...eventsSeen, ...eventsWatch.takeRecords()].filter((one) => one.interactionId);
  eventsSeen = [];
  return Math.max(0, ...seen.map((one) => one.duration));
}"""
_WATCH_SHIFTS = """
window.shiftsSeen = [];
window.shiftsWatch = new PerformanceObserver((list) => shiftsSeen.push(...list.getEntries()));
shiftsWatch.observe({ type: "layout-shift", buffered: true });
"""
_SHIFTED = """async () => {
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const seen = [...shiftsSeen, ...shiftsWatch.takeRecords()].filter((one) => !one.hadRecentInput);
  return seen.reduce((sum, one) => sum + one.value, 0);
}"""
_SEEN_AND_USABLE = """() => [
  performance.getEntriesByName("first-contentful-paint")[0].startTime,
  performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
]"""  # Module scripts have run by then: every handler is there.


@dataclass(frozen=True)
class Sent:
    """What one request brought: its address, its kind for Chromium, bytes with headers, and headers alone."""

    url: str
    kind: str
    wire: int
    head: int

    @property
    def body(self) -> int:
        return self.wire - self.head


@contextmanager
def recorded(page: Page) -> Iterator[list[Sent]]:
    """A list that holds, at the end of the block, all that the page received since its beginning."""
    session = page.context.new_cdp_session(page)
    answered: dict[str, dict] = {}
    sent: list[Sent] = []

    def finished(event: dict) -> None:
        known = answered.get(event["requestId"])
        if known:
            head = known["response"]["encodedDataLength"]
            sent.append(Sent(known["response"]["url"], known["type"], event["encodedDataLength"], head))

    session.on("Network.responseReceived", lambda event: answered.update({event["requestId"]: event}))
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    yield sent
    session.send("Network.enable")  # What was told before its answer has been heard.
    session.detach()


def first_load(page: Page, path: str) -> list[Sent]:
    """All that a browser which knows nothing of Balise receives for `path`, until the network is idle."""
    if path == "/conversation":
        page.context.request.post(path, form={"audience": "11-14"})
    with recorded(page) as sent:
        page.goto(path, wait_until="networkidle")
    return sent


def layout_shift(page: Page, audience: str) -> float:
    """All that moved by itself: landing, opening, three messages and a card, with answers as late as on a network."""
    page.add_init_script(_WATCH_SHIFTS)
    page.goto("/", wait_until="networkidle")
    landing = page.evaluate(_SHIFTED)
    open_chat(page, audience)
    page.wait_for_load_state("networkidle")
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", _LATE_ANSWERS)
    for text in ("bonjour", "c'est quoi le droit à l'image ?", SEXTORTION):
        say(page, text)
    page.locator("#log .card").wait_for()
    return landing + page.evaluate(_SHIFTED)


def show_page() -> None:
    """Print every figure of the page; in one line, that there is no Chromium here."""
    from tests.running import start, stop

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except Error:
            print("Page : pas de Chromium ici, rien n'est mesuré (paquet chromium).\n")
            return
        running = start(Path(folder) / "home", "2026-11-24T15:00")
        try:
            show("Page : première visite (octets reçus, en-têtes compris)", _sizes(browser, running.url))
            for times in (1, _SLOW_CPU):
                title = f"Page : de l'action à l'image suivante (CPU ralenti {times} fois)"
                show(title, _interactions(browser, running.url, slowed=times))
            show("Page : 3G lente (400 ms, 400 kbit/s), CPU 4 fois plus lent", _slow_loads(browser, running.url))
            show("Page : décalages de mise en page", _shifts(browser, running.url))
            running.begin("11-14")
            show_lighthouse(running.url, running.session.cookies.get("balise"))
        finally:
            stop(running)
            browser.close()


@contextmanager
def _page(browser: Browser, address: str, size: dict[str, int] = _PHONE) -> Iterator[Page]:
    context = browser.new_context(viewport=size, base_url=address, locale="fr-FR")
    yield context.new_page()
    context.close()


def _sizes(browser: Browser, address: str) -> list[Row]:
    rows = []
    for path in PAGES:
        with _page(browser, address) as page:
            sent = first_load(page, path)
        kinds: dict[str, list[Sent]] = {}
        for one in sent:
            kinds.setdefault(_KINDS.get(one.kind, "images"), []).append(one)
        for kind, those in sorted(kinds.items()):
            bodies = sum(one.body for one in those) / 1000
            rows.append(Row(f"  {kind} ({bodies:.1f} sans en-têtes, {len(those)} req.)", [_wire(those)], unit="ko"))
        rows.append(Row(f"{path} : tout, {len(sent)} requêtes", [_wire(sent)], unit="ko"))
    return rows


def _wire(sent: list[Sent]) -> float:
    return sum(one.wire for one in sent) / 1000


def _interactions(browser: Browser, address: str, *, slowed: int) -> list[Row]:
    taken: dict[str, list[float]] = {}

    def timed(name: str, act: Callable[[], object]) -> None:
        act()
        taken.setdefault(name, []).append(max(_SMALLEST_TOLD, page.evaluate(_LONGEST_EVENT)))

    with _page(browser, address) as page:
        page.add_init_script(_WATCH_EVENTS)
        open_chat(page, "11-14")
        _slow(page, network=False, times=slowed)
        field, answers = page.get_by_role("textbox"), page.locator("#log > li.balise")
        for _ in range(_ROUNDS):
            timed("ouvrir le panneau d'affichage", lambda: page.locator("#look-knob").click())
            timed("fermer le panneau", lambda: page.locator("#look-close").click())
            field.fill("c'est quoi le droit à l'imag")
            timed("taper une lettre", lambda: field.press("e"))
            count = answers.count()
            timed("envoyer", lambda: field.press("Enter"))
            answers.nth(count).wait_for()
            reply = page.locator("#log > li").last.locator(".choices button:visible").first
            timed("une réponse toute prête", reply.click)
            answers.nth(count + 1).wait_for()
    return [Row(name, values, unit="ms") for name, values in taken.items()]


def _slow_loads(browser: Browser, address: str) -> list[Row]:
    rows = []
    for path in PAGES:
        seen, usable = [], []
        for _ in range(_LOADS):
            with _page(browser, address) as page:
                if path == "/conversation":
                    page.context.request.post(path, form={"audience": "11-14"})
                _slow(page, network=True)
                page.goto(path, wait_until="load")
                first, ready = page.evaluate(_SEEN_AND_USABLE)
            seen.append(first / 1000)
            usable.append(ready / 1000)
        rows += [Row(f"{path} : premier affichage", seen, unit="s"), Row(f"{path} : utilisable", usable, unit="s")]
    return rows


def _slow(page: Page, *, network: bool, times: int = _SLOW_CPU) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})
    if network:
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", _SLOW_3G)
    return session


def _shifts(browser: Browser, address: str) -> list[Row]:
    rows = []
    for size in (_PHONE, {"width": 1280, "height": 900}):
        found = []
        for audience in ("8-10", "15-17"):
            with _page(browser, address, size) as page:
                found.append(1000 * layout_shift(page, audience))
        rows.append(Row(f"{size['width']} px, accueil à carte d'aide", found, unit="millièmes"))
    return rows
