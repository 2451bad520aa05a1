"""What a school puts on its own site: the script of the button, and the page that tells how (docs/fr/integrer.md)."""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, current_app, make_response, render_template, request

from bot.content import AUDIENCES, Content
from bot.orientation import describe_line, help_lines, orient
from bot.web.helping import brief
from bot.web.pages import NEUTRAL_SITE
from bot.web.services import Services, services

widget = Blueprint("widget", __name__)
_FRESH = 3600  # seconds
_MOST = "11-14"  # one script for all: its numbers are those of the largest audience
_LINES = 2  # beside the emergency row; more would be a list nobody reads


@widget.get("/embed.js")
def script() -> Response:
    """200: the script of the button, the same for every site and visitor. Reads no session, sets no cookie."""
    # Without Flask's context, which reads the session: a shared cache would then keep one answer for each cookie.
    drawn = current_app.jinja_env.get_template("embed.js").render(words=_words_of_script(services()))
    response = make_response("\n".join(line.strip() for line in drawn.splitlines() if line.strip()))
    response.mimetype = "text/javascript"  # With its charset: the host page may have another one.
    response.headers["Cache-Control"] = f"public, max-age={_FRESH}"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.add_etag()
    response.make_conditional(request)
    return response


@widget.get("/integrer")
def owner() -> str:
    """200: for the person who keeps the school's site: what to paste, what it does, which sites may embed."""
    here = services()
    return render_template(
        "owner.html",
        words=here.content.widget["owner"],
        origin=_origin(here),
        sites=here.settings.frame_ancestors.split(),
        choices=AUDIENCES,
        shown_to=_MOST,
        frame_title=here.content.widget["frame"],
    )


def numbers(content: Content, now: datetime, *, territory: str) -> dict[str, list[dict[str, str]]]:
    """What can be called when Balise is down: `emergency`, then `lines`. Of `now` only the date counts."""
    day = now.replace(hour=15, minute=0, second=0, microsecond=0)
    urgent = orient(
        content, category="danger_immediat", level="urgence", audience=_MOST, now=day, territory=territory
    ).emergency
    found = help_lines(content, _MOST, day, territory=territory)
    called = [one for one in found if one.channel == "phone" and not one.line.emergency][:_LINES]
    by_sms = content.interface["tools"]["by_sms"]
    return {
        "emergency": [
            {"to": f"sms:{one.line.sms}", "say": one.line.say, "more": by_sms}
            if one.channel == "sms"
            else {"to": f"tel:{one.line.tel}", "say": one.line.say, "more": one.line.name}
            for one in urgent
        ],
        "lines": [
            {"to": f"tel:{line['tel']}", "say": line["call"], "more": f"{line['name']} : {brief(line['hours'])}"}
            for line in (describe_line(content, one, day, _MOST) for one in called)
        ],
    }


def _words_of_script(here: Services) -> dict[str, Any]:
    said = {key: words for key, words in here.content.widget.items() if key != "owner"}
    return {
        **said,
        **numbers(here.content, here.now(), territory=here.settings.territory),
        "audiences": AUDIENCES,
        "neutralTitle": here.content.interface["neutral_title"],
        "neutralSite": NEUTRAL_SITE,
    }


def _origin(here: Services) -> str:
    """The address of this very server as a visitor writes it; behind HTTPS, Flask itself is spoken to in HTTP."""
    return f"{'https' if here.settings.https else request.scheme}://{request.host}"
