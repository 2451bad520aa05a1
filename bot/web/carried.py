"""What a page carries of its conversation, signed: the gravest danger told, if help was just given, place, ability.

No words, no identity. A conversation that is over, or whose cookie the browser refuses, is begun again by the next
message (ADR 0013); the help it had open must not be forgotten with it, nor with a database that fails.
"""

from dataclasses import replace
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from bot.safety import AUCUN, LEVELS
from bot.storage import Conversation

_FRESH = 12 * 3600  # seconds
_FIELDS = ("risk_level", "risk_category", "third_party", "territory", "ability", "declined", "helped")


def mark(conversation: Conversation) -> str:
    """What tells a page whether what it keeps is of this conversation: the start of its hash, "" before it is begun."""
    return conversation.id[:12]


def carried(state: Conversation) -> str | None:
    """What the page gives back with its next message; None where there is nothing to remember."""
    kept = {name: getattr(state, name) for name in _FIELDS if getattr(state, name)}
    return str(_signer().dumps(kept | {"of": mark(state)})) if kept else None


def taken_up(state: Conversation, given: object) -> Conversation:
    """A new conversation with what an earlier one carried; as it is where that is missing, old or not ours."""
    kept = _signed(given)
    return replace(state, **{name: kept[name] for name in _FIELDS if name in kept})


def reminded(state: Conversation, given: object) -> Conversation:
    """A conversation with what its own page carries, where that is graver: the database failed meanwhile."""
    kept = _signed(given)
    told, stored = (LEVELS.index(level or AUCUN.level) for level in (kept.get("risk_level"), state.risk_level))
    return taken_up(state, given) if kept.get("of") == mark(state) and told > stored else state


def _signed(given: object) -> dict[str, Any]:
    try:
        return dict(_signer().loads(given, max_age=_FRESH)) if isinstance(given, str) else {}
    except BadData:
        return {}


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="carried")
