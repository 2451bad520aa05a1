"""Pages about Balise itself: what stays of a visit, how accessible it is."""

from flask import Blueprint, render_template

from bot.web import session as browser
from bot.web.services import services

about = Blueprint("about", __name__)


@about.get("/traces")
def traces() -> str:
    """What stays of a visit, and where; what can be erased from here."""
    opened = browser.current(services()) is not None
    return render_template("traces.html", opened=opened, minutes=services().settings.idle_minutes)


@about.get("/accessibilite")
def access() -> str:
    """The accessibility statement (RGAA 4.1; law of 11 February 2005, article 47)."""
    return render_template("access.html", contact=services().settings.contact)
