"""What a page carries of its conversation, signed: the gravest danger told, place, ability. No words, no identity.

A conversation that is over, or whose cookie the browser refuses, is begun again by the next message (ADR 0013);
the help it had open must not be forgotten with it.
"""

from dataclasses import replace

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from bot.content import AUDIENCES
from bot.storage import Conversation

_FRESH = 12 * 3600  # seconds
_FIELDS = ("risk_level", "risk_category", "third_party", "territory", "ability", "declined")


def carried(state: Conversation) -> str | None:
    """What the page gives back with its next message; None where there is nothing to remember."""
    kept = {name: getattr(state, name) for name in _FIELDS if getattr(state, name)}
    return str(_signer().dumps(kept)) if kept else None


def taken_up(state: Conversation, given: object) -> Conversation:
    """`state` with what an earlier conversation carried; as it is where that is missing, old or not ours."""
    if not isinstance(given, str) or state.audience not in AUDIENCES:
        return state
    try:
        kept = _signer().loads(given, max_age=_FRESH)
    except BadData:
        return state
    return replace(state, **{name: kept[name] for name in _FIELDS if name in kept})


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="carried")
