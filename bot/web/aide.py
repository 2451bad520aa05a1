"""The page of numbers: the same for everyone who asks the same, so that any cache may keep it. No session, no database.

It says hours instead of « ouvert maintenant », which a cached page could not keep true.
"""

import io
from datetime import datetime, timedelta
from typing import Any

import segno
from flask import Blueprint, Response, abort, current_app, g, make_response, render_template, request

from bot.content import AUDIENCES, CHILDREN, Content
from bot.orientation import card_of, describe_line, help_lines, orient, territory_of, zone_of
from bot.web.services import services

aide = Blueprint("aide", __name__)
_FRESH, _STALE, _BROKEN = 3600, 86_400, 604_800  # seconds: fresh, shown while asked again, shown while all is down
_MOST = "11-14"  # for whom the page is when nobody says


@aide.get("/aide")
def help_page() -> Response:
    """200: who can help, by kind of trouble, by day and by night; `pour` an audience, `ou` a place."""
    content, asked = services().content, request.args.get("ou", "")
    audience = request.args.get("pour", "")
    home = services().settings.territory
    place = asked if asked in content.territories else home
    g.place = place if place != home else None
    shown = help_page_of(content, audience if audience in AUDIENCES else _MOST, place, services().now())
    return _cached(make_response(render_template("help.html", **shown, home_territory=home)), _FRESH)


@aide.get("/aide/qr/<id>/<channel>.svg")
def code(id: str, channel: str) -> Response:
    """200: a QR code by which a phone calls this line, opens its chat or begins a text to it."""
    content = services().content
    line = content.lines.get(id)
    if line is None or line.status != "active" or f"line.{id}" in content.expired:
        abort(404)
    ways = {"phone": ("tel:", line.tel), "chat": ("", line.chat), "sms": ("sms:", line.sms)}
    scheme, address = ways.get(channel, ("", None))
    if not address:
        abort(404)
    drawn, target = io.BytesIO(), scheme + address
    segno.make(target, error="m", micro=False).save(drawn, kind="svg", scale=6, border=3, light="#fff", xmldecl=False)
    return _cached(current_app.response_class(drawn.getvalue(), mimetype="image/svg+xml"), _STALE)


def help_page_of(content: Content, audience: str, place: str, today: datetime) -> dict[str, Any]:
    """What the page says, for this audience in this place. Of `today` only the date counts: what has expired."""
    territory = territory_of(content, place)
    day, night = _at(today, 15), _at(today, 3) + timedelta(days=1)
    zone = zone_of(territory.zone)
    found = help_lines(content, audience, day, territory=place)
    lines = [describe_line(content, choice, day, audience, zone=zone) for choice in found]
    always = [line.id for line in content.lines.values() if "always" in line.hours.values()]
    return {
        "audience": audience,
        "emergency": [line for line in lines if line["emergency"]],
        "always": [line for line in lines if not line["emergency"] and line["id"] in always],
        "by_hours": [line for line in lines if not line["emergency"] and line["id"] not in always],
        "situations": [_situation(content, category, audience, place, day, night) for category in content.categories],
        "territory": place,
        "of_france": territory.lines_of == "fr",
        "places": _places(content),
    }


def _situation(
    content: Content, category: str, audience: str, place: str, day: datetime, night: datetime
) -> dict[str, Any]:
    """One kind of trouble: what to do first, who answers by day and by night, what to say."""
    route = content.routes[category]
    by_day, by_night = (
        orient(content, category=category, level="alerte", audience=audience, now=now, territory=place)
        for now in (day, night)
    )
    card, other = card_of(content, by_day), card_of(content, by_night)["line"]
    return {
        "title": route["child" if audience in CHILDREN else audience].situation,
        "intro": card["intro"],
        "line": card["line"],
        "night": other if other["id"] != card["line"]["id"] else None,
        "written": card["written"],
        "never": card["never"],
        "say_this": card["say_this"],
        "sentence": card["sentence"],
    }


def _places(content: Content) -> dict[str, list[tuple[str, str]]]:
    """Where one may be, for the links at the end: countries, then overseas."""
    names = content.interface["territory"]["names"]
    overseas = [(id, name) for id, name in names.items() if content.territories[id].of]
    return {"abroad": [one for one in names.items() if one not in overseas], "overseas": overseas}


def _at(today: datetime, hour: int) -> datetime:
    return today.replace(hour=hour, minute=0, second=0, microsecond=0)


def _cached(response: Response, seconds: int) -> Response:
    """A response that browsers and proxies may keep, and show when nothing answers any more."""
    response.headers["Cache-Control"] = (
        f"public, max-age={seconds}, stale-while-revalidate={_STALE}, stale-if-error={_BROKEN}"
    )
    response.add_etag()
    response.make_conditional(request)
    return response
