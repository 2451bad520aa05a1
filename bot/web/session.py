"""Which conversation is this: a random token in a signed HttpOnly cookie, its hash everywhere else."""

import hashlib
import logging
import secrets
import threading
from contextlib import contextmanager
from weakref import WeakValueDictionary

from flask import session

from bot.content import AUDIENCES
from bot.storage import Conversation, Gone, StorageError
from bot.web.bot_client import BotUnavailable
from bot.web.errors import Refused
from bot.web.services import Services

log = logging.getLogger(__name__)


class _Turn:
    """One message of a conversation at a time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()


_turns: "WeakValueDictionary[str, _Turn]" = WeakValueDictionary()
_guard = threading.Lock()


def begin(services: Services, audience: object) -> Conversation:
    """Open a conversation. Raises Refused for an audience that does not exist."""
    if audience not in AUDIENCES:
        raise Refused("unknown_audience", 400)
    end(services)
    session.clear()
    session["c"], session["a"] = secrets.token_urlsafe(24), audience
    one = Conversation(_hash(session["c"]), str(audience))
    _store(services, one)
    return one


def _store(services: Services, one: Conversation) -> None:
    """Store a new conversation; where the database refuses, the cookie remembers to try again."""
    try:
        services.store.create(one.id, one.audience, now=services.now())
        session.pop("unstored", None)
    except StorageError as error:
        session["unstored"] = True
        log.error("conversation not stored: %s", error)


def current(services: Services) -> Conversation | None:
    """The conversation of this browser, or None. Without a database the cookie is believed."""
    token, audience = session.get("c"), session.get("a")
    if not token or audience not in AUDIENCES:
        return None
    believed = Conversation(_hash(token), audience)
    if session.get("unstored"):
        _store(services, believed)
    try:
        found = services.store.find(believed.id, now=services.now(), idle_minutes=services.settings.idle_minutes)
    except StorageError as error:
        log.error("conversation not read: %s", error)
        return believed
    return believed if found is None and session.get("unstored") else found


def territory(services: Services, asked: str | None) -> str:
    """Where help is wanted: asked for in the address, else said in the conversation, else where the school is."""
    if asked in services.content.interface["territory"]["names"]:
        return str(asked)
    state = current(services) if session.get("c") else None
    return (state.territory if state else None) or services.settings.territory


def keep(services: Services, state: Conversation, *, message_id: str | None = None, body: str = "") -> None:
    """Remember a conversation's state and the answer given. A broken database costs the memory only."""
    session["a"] = state.audience
    try:
        services.store.keep(state, now=services.now(), message_id=message_id, body=body)
    except StorageError as error:
        log.error("conversation not kept: %s", error)
    except Gone:
        if not session.get("unstored"):
            # Erased, or left in a hurry, while it was being answered: Rasa has just remembered it again.
            session.clear()
            _forget(services, state.id)


def given(services: Services, id: str, message_id: str) -> str | None:
    """The answer already given to this message, if any."""
    try:
        return services.store.answer(id, message_id)
    except StorageError as error:
        log.error("answers not read: %s", error)
        return None


def end(services: Services) -> None:
    """Delete the conversation of this browser from every store, and the cookie."""
    token = session.pop("c", None)
    session.pop("a", None)
    for name in ("unstored", "last", "renewed"):
        session.pop(name, None)
    if not token:
        return
    try:
        services.store.delete(_hash(token))
    except StorageError as error:
        log.error("conversation not deleted: %s; the purge will", error)
    _forget(services, _hash(token))


def _forget(services: Services, id: str) -> None:
    try:
        services.bot.forget(id)
    except BotUnavailable as error:
        log.warning("rasa did not forget: %s; its memory is pruned by age", error)


@contextmanager
def turn(id: str):
    """Hold the turn of a conversation, so that a double click is answered once."""
    with _guard:
        mine = _turns.get(id) or _Turn()
        _turns[id] = mine
    with mine.lock:
        yield


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
