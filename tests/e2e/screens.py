"""Every screen and state that a person can meet, and how to get there: for axe, for `make shots`, for eyes."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

EVERYONE = ("8-10", "11-14", "15-17", "parent", "educator")
SEXTORTION = "y a un mec sur snap il dit quil va envoyer ma photo a tt le monde si jpaye pas"
URGENT = "je vais me tuer ce soir"


@dataclass(frozen=True)
class Screen:
    """`reach(page, audience)` goes there from anywhere; `audiences` are those for whom it looks different."""

    name: str
    reach: Callable[[Page, str], None]
    audiences: tuple[str, ...] = ("11-14",)


def open_chat(page: Page, audience: str) -> None:
    page.goto("/")
    page.locator(f"button[name=audience][value='{audience}']").click()
    page.wait_for_url("**/conversation")
    page.locator("#log > li").first.wait_for()


def say(page: Page, text: str) -> None:
    """Type, send, wait for the answer."""
    answers = page.locator("#log > li.balise")
    before = answers.count()
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")
    answers.nth(before).wait_for()


def press(page: Page, title: str) -> None:
    """The last quick reply that begins so; wait for the answer."""
    answers = page.locator("#log > li.balise")
    before = answers.count()
    page.locator("#log").get_by_role("button", name=title).last.click()
    answers.nth(before).wait_for()


def _path(address: str) -> Callable[[Page, str], None]:
    return lambda page, audience: page.goto(address.replace("{pour}", audience)) and None


def _said(*texts: str) -> Callable[[Page, str], None]:
    def reach(page: Page, audience: str) -> None:
        open_chat(page, audience)
        for text in texts:
            say(page, text)

    return reach


def _look(page: Page, audience: str) -> None:
    open_chat(page, audience)
    page.locator("#look-knob").click()


def _guide(page: Page, audience: str) -> None:
    _said(SEXTORTION)(page, audience)
    for title in ("Faire supprimer ou signaler", "Une photo ou une vidéo", "Une image intime"):
        press(page, title)
    while page.locator("#log > li").last.locator(".guide").count() == 0:
        before = page.locator("#log > li.balise").count()
        page.locator("#log > li").last.locator(".choices button").first.click()
        page.locator("#log > li.balise").nth(before).wait_for()


def _steps(page: Page, audience: str) -> None:
    _said("comment signaler sur snap")(page, audience)


def _erase_asked(page: Page, audience: str) -> None:
    _said("bonjour")(page, audience)
    page.get_by_role("button", name="Effacer").click()


def _erased(page: Page, audience: str) -> None:
    _erase_asked(page, audience)
    page.locator("#notice").get_by_role("button", name="Effacer").click()
    page.get_by_text("C’est effacé").wait_for()


def _too_long(page: Page, audience: str) -> None:
    open_chat(page, audience)
    page.get_by_role("textbox").fill("c'est long " * 60)


def _offline(page: Page, audience: str) -> None:
    open_chat(page, audience)
    page.context.set_offline(True)
    page.get_by_role("textbox").fill("mon message important")
    page.get_by_role("textbox").press("Enter")
    page.get_by_text("Pas de connexion").wait_for(timeout=20000)


def _shown(page: Page, audience: str) -> None:
    _said(SEXTORTION)(page, audience)
    page.goto("/conversation/montrer")


SCREENS = (
    Screen("accueil", _path("/")),
    Screen("conversation", open_chat, EVERYONE),
    Screen("cadre", _path("/cadre?pour={pour}"), ("8-10", "15-17")),
    Screen("reponse", _said("c'est quoi le droit à l'image ?"), ("8-10", "15-17", "educator")),
    Screen("propositions", _said("et pour les photos alors")),
    Screen("carte", _said(SEXTORTION), ("8-10", "11-14", "parent")),
    Screen("urgence", _said(URGENT), ("8-10", "15-17")),
    Screen("apres-la-carte", _said(SEXTORTION, "mes parents vont le savoir ?")),
    Screen("etapes", _steps),
    Screen("guide", _guide),
    Screen("affichage", _look, ("8-10", "15-17")),
    Screen("trop-long", _too_long),
    Screen("sans-reseau", _offline),
    Screen("effacer", _erase_asked),
    Screen("efface", _erased),
    Screen("aide", _path("/aide?pour={pour}"), ("8-10", "parent")),
    Screen("montrer", _shown),
    Screen("traces", _path("/traces?pour={pour}"), ("8-10", "parent")),
    Screen("accessibilite", _path("/accessibilite")),
    Screen("integrer", _path("/integrer")),
    Screen("introuvable", _path("/nulle-part")),
    Screen("etat", _path("/etat")),
)
