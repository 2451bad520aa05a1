"""Help beside a refusal: too long, too fast or too late, a disclosure still gets its number."""

from typing import Any

from flask import session

from bot.content import AUDIENCES
from bot.safety import at_least
from bot.storage import Conversation
from bot.web import session as browser
from bot.web.helping import support_message
from bot.web.reading import read_safely
from bot.web.services import Services

_SCREENED = 1000  # characters from each end


def help_beside(services: Services, text: object) -> dict[str, Any]:
    """The support reply for a message that is refused, when it says that someone is in trouble; else {}."""
    found = browser.current(services) if isinstance(text, str) else None
    return help_wherever(services, text, territory=found.territory if found else None)


def help_wherever(services: Services, text: object, *, territory: str | None = None) -> dict[str, Any]:
    """The same without a look at the database: for a request on which something broke."""
    if not isinstance(text, str) or not text.strip():
        return {}
    audience = session.get("a") if session.get("a") in AUDIENCES else "11-14"
    read = text if len(text) <= 2 * _SCREENED else f"{text[:_SCREENED]}\n{text[-_SCREENED:]}"
    someone = Conversation("", str(audience), territory=territory)
    risk = read_safely(services, read, someone).risk
    if not at_least(risk, "alerte"):
        return {}
    message, lines = support_message(services, someone, risk)
    return {"messages": [message], "help": lines, "risk": {"level": risk.level, "category": risk.category}}
