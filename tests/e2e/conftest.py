"""A real Chromium in front of the real servers."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Error, sync_playwright

from bot.settings import read_settings
from tests.e2e.school import open_school, serving, visiting
from tests.e2e.unlucky import begun

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch(playwright, *more: str):
    system = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if system:
        return playwright.chromium.launch(executable_path=system, args=[*_QUIET, *more])
    return playwright.chromium.launch(args=[*_QUIET, *more])


@pytest.fixture(scope="module")  # Playwright's event loop must end with its tests: others run their own.
def chromium():
    """Chromium, the system's or Playwright's own. Absent: a failure in CI, a said skip elsewhere."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no Chromium here ({error.message.splitlines()[0]}): install the package chromium")
        yield browser
        browser.close()


@pytest.fixture(params=[(360, 740), (1280, 900)], ids=["360px", "1280px"])
def size(request):
    return {"width": request.param[0], "height": request.param[1]}


@pytest.fixture
def page(chromium, balise, size):
    """A page that fails the test on any console error or any request to another host."""
    context = chromium.new_context(viewport=size, base_url=balise.url, locale="fr-FR")
    found = watch(context.new_page(), balise.url)
    yield found
    context.close()
    assert found.faults == []


def watch(page, base: str):
    """The same page, with a list of `faults`: its console errors and its requests to another host than `base`."""
    faults = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda sent: faults.append(sent.url) if not _ours(sent.url, base) else None)
    page.faults = faults
    return page


def _ours(url: str, base: str) -> bool:
    return url.startswith((base, "data:", "about:", "blob:"))


@pytest.fixture
def plain(chromium, balise):
    """A page without JavaScript."""
    context = chromium.new_context(
        java_script_enabled=False, base_url=balise.url, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def choose(page, audience: str) -> None:
    page.goto("/")
    page.locator(f"button[name=audience][value='{audience}']").click()
    page.wait_for_url("**/conversation")


SHOTS = Path(os.environ["BALISE_SHOTS"]) if os.environ.get("BALISE_SHOTS") else None


def shot(page, name: str) -> None:
    """Keep a picture for whoever asked for them (BALISE_SHOTS=folder)."""
    if SHOTS:
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"{name}-{page.viewport_size['width']}.png", full_page=True)


@pytest.fixture
def chat(page):
    """The conversation of a child that a test is unlucky with: tests.e2e.unlucky.begun."""
    yield from begun(page)


@pytest.fixture
def school():
    """A school's site, without Balise yet."""
    with open_school() as site:
        yield site


@pytest.fixture
def gateway(school, environ, settings, database, mask):
    """The gateway alone, which this school may embed."""
    environ(BALISE_FRAME_ANCESTORS=school.url)
    with serving(school, read_settings()) as server:
        yield server


@pytest.fixture
def visit(chromium, gateway):
    """`visit(url)` opens a page of the school: tests.e2e.school.visiting."""
    with visiting(chromium) as visit:
        yield visit
