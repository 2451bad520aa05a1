"""`make shots`: every screen at 360, 768 and 1280 px, by day and by night, into docs/shots, to be looked at.

One picture a screen and an audience: three widths by day, then by night. With BALISE_SHOTS_URL, of a running Balise.
"""

import io
import os
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from bot.settings import ROOT
from tests.e2e.conftest import launch
from tests.e2e.screens import SCREENS, Screen

_FOLDER = ROOT / "docs" / "shots"
_WIDTHS = {360: 740, 768: 1024, 1280: 900}
# A whole page has no middle for a bar to stick to.
_WHOLE = ".top, .composer { position: static !important; } main { min-height: 0 !important; }"
_TALLEST, _SCALE, _QUALITY, _GAP = 2000, 0.5, 25, 12


def main(wanted: list[str]) -> None:
    address = os.environ.get("BALISE_SHOTS_URL")
    if address:
        _all(address, wanted)
        return
    from tests.running import start, stop

    with tempfile.TemporaryDirectory() as folder:
        running = start(Path(folder) / "home", "2026-11-24T15:00")
        try:
            _all(running.url, wanted)
        finally:
            stop(running)


def _all(address: str, wanted: list[str]) -> None:
    _FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for screen in SCREENS:
            for audience in screen.audiences:
                if wanted and screen.name not in wanted:
                    continue
                name = screen.name if len(screen.audiences) == 1 else f"{screen.name}-{audience}"
                sheet = _sheet(_shots(browser, address, screen, audience))
                sheet.save(_FOLDER / f"{name}.webp", quality=_QUALITY, method=6)
                print(name, flush=True)
        browser.close()


def _shots(browser: Browser, address: str, screen: Screen, audience: str) -> list[Image.Image]:
    """The screen, reached once, at each width by day, then by night."""
    size = {"width": min(_WIDTHS), "height": _WIDTHS[min(_WIDTHS)]}
    context = browser.new_context(
        viewport=size, base_url=address, locale="fr-FR", reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    screen.reach(page, audience)
    page.add_style_tag(content=_WHOLE)
    page.evaluate("document.activeElement.blur()")
    shots = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width, height in _WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("scrollTo(0, 0)")
            page.wait_for_timeout(150)
            shots.append(_small(Image.open(io.BytesIO(page.screenshot(full_page=True)))))
    context.close()
    return shots


def _small(taken: Image.Image) -> Image.Image:
    taken = taken.crop((0, 0, taken.width, min(taken.height, _TALLEST)))
    return taken.resize((int(taken.width * _SCALE), int(taken.height * _SCALE)), Image.Resampling.LANCZOS)


def _sheet(pictures: list[Image.Image]) -> Image.Image:
    """The pictures side by side."""
    sheet = Image.new("RGB", (sum(one.width + _GAP for one in pictures), max(one.height for one in pictures)), "#888")
    left = 0
    for one in pictures:
        sheet.paste(one, (left, 0))
        left += one.width + _GAP
    return sheet


if __name__ == "__main__":
    main(sys.argv[1:])
