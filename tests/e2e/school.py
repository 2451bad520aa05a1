"""A school's site with the button on it, and what a visitor sees of the button."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect
from werkzeug.serving import BaseWSGIServer, make_server

from bot.settings import ROOT, Settings
from bot.web import create_app
from bot.web.limits import limiter
from bot.web.pages import NEUTRAL_SITE

DEMO = ROOT / "docs" / "demo"
WIDE = {"width": 1280, "height": 900}
IN_DEMO = "http://127.0.0.1:8080"  # where the demo page looks for Balise


@dataclass
class School:
    """A school's site: the demo's pages, and those that a test writes."""

    url: str
    balise: str
    pages: dict[str, str] = field(default_factory=dict)

    def text(self, path: str) -> str:
        name = path.strip("/") or "index.html"
        return (self.pages.get(name) or (DEMO / name).read_text(encoding="utf-8")).replace(IN_DEMO, self.balise)

    def writes(self, body: str, *, head: str = "", attributes: str = 'data-audience="11-14"', times: int = 1) -> str:
        """The address of a new page with the widget on it."""
        scripts = f'<script src="{self.balise}/embed.js" {attributes} async></script>' * times
        start = '<!doctype html><html lang="fr"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Le collège</title>'
        self.pages["page.html"] = f"{start}{head}</head><body>{body}{scripts}</body></html>"
        return f"{self.url}/page.html"


def in_thread(server: ThreadingHTTPServer | BaseWSGIServer) -> None:
    threading.Thread(target=server.serve_forever, daemon=True).start()


@contextmanager
def open_school(name: str = "127.0.0.1") -> Iterator[School]:
    """A school's server, on an origin of its own; named "localhost", on another site than Balise."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/css" if self.path.endswith(".css") else "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(site.text(self.path).encode())

        def log_message(self, *said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    site = School(f"http://{name}:{server.server_port}", balise="")
    in_thread(server)
    yield site
    server.shutdown()
    server.server_close()


@contextmanager
def serving(school: School, settings: Settings) -> Iterator[BaseWSGIServer]:
    """The gateway alone, for this school."""
    limiter.reset() if limiter.initialized else None
    server = make_server("127.0.0.1", 0, create_app(settings), threaded=True)
    school.balise = f"http://127.0.0.1:{server.server_port}"
    in_thread(server)
    yield server
    server.shutdown()
    server.server_close()


@contextmanager
def visiting(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """`visit(address)`: a new browser there, the button drawn. A console error fails the test, unless `faulty`."""
    contexts, faults = [], []

    def visit(address: str, *, faulty: bool = False, viewport: dict = WIDE) -> Page:
        contexts.append(chromium.new_context(viewport=viewport, locale="fr-FR"))
        page = contexts[-1].new_page()
        page.asked = []
        page.on("request", lambda sent: page.asked.append(sent.url))
        if not faulty:
            page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.route(f"{NEUTRAL_SITE}**", lambda route: route.fulfill(body="ailleurs", content_type="text/plain"))
        page.goto(address)
        expect(button(page)).to_be_visible()
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []


def button(page: Page) -> Locator:
    return page.locator("balise-widget button[aria-haspopup=dialog]")


def panel(page: Page) -> Locator:
    return page.locator("balise-widget [role=dialog]")


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("balise-widget iframe")


def opened(page: Page) -> Page:
    button(page).click()
    expect(frame(page).get_by_role("textbox")).to_be_visible()
    expect(page.locator("balise-widget iframe")).to_have_css("opacity", "1")
    return page


def focused(page: Page) -> str:
    return page.evaluate("document.querySelector('balise-widget').shadowRoot.activeElement?.localName ?? 'nothing'")


def no_violation(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def fake_frame(page: Page, message: str) -> None:
    """In place of Balise, a frame of its origin that says one thing."""
    said = f"<!doctype html><script>parent.postMessage({message}, '*')</script>"
    page.route("**/cadre*", lambda route: route.fulfill(body=said, content_type="text/html"))
