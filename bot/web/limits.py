"""How fast one visitor may go. Counted in memory; a shared store is a setting of Flask-Limiter."""

from flask import Flask, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from bot.web.services import services


def _visitor() -> str:
    """A conversation where there is one (a class shares one address), else the address."""
    return session.get("c") or get_remote_address()


limiter = Limiter(key_func=_visitor, storage_uri="memory://", strategy="moving-window")


def _messages() -> str:
    """A message without a conversation begins one: it counts as such (a class shares one address)."""
    limits = services().settings
    return f"{limits.messages_per_minute if session.get('c') else limits.conversations_per_minute} per minute"


messages_limit = limiter.shared_limit(_messages, "messages")
conversations_limit = limiter.shared_limit(
    lambda: f"{services().settings.conversations_per_minute} per minute", "conversations", key_func=get_remote_address
)


def setup_limits(app: Flask) -> None:
    """Count requests on the routes that carry a limit."""
    limiter.init_app(app)
