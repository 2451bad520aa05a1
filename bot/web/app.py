"""The application factory: each `setup_*` verb adds one thing."""

import hashlib
import hmac

from flask import Flask

from bot.settings import Settings, read_settings
from bot.web.about import about
from bot.web.aide import aide
from bot.web.api import api
from bot.web.assets import setup_assets
from bot.web.errors import setup_errors
from bot.web.feedback import feedback
from bot.web.health import health
from bot.web.limits import setup_limits
from bot.web.pages import pages
from bot.web.security import setup_security
from bot.web.services import Services, build_services
from bot.web.state import state
from bot.web.widget import widget

MAX_BODY = 64 * 1024


def create_app(settings: Settings | None = None, *, services: Services | None = None) -> Flask:
    """The gateway, ready to serve. Reads secrets from files; raises FileNotFoundError without them."""
    settings = settings or read_settings()
    app = Flask(__name__, static_folder=None)  # see setup_assets
    app.config.update(
        SECRET_KEY=_derive(settings.secret("web"), "session"),
        MAX_CONTENT_LENGTH=MAX_BODY,
        SESSION_COOKIE_NAME="balise",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=settings.https,
        # In a frame of another site the cookie travels only so, and is then another one in each site.
        SESSION_COOKIE_SAMESITE="None" if settings.https and settings.framed else "Lax",
        SESSION_COOKIE_PARTITIONED=settings.https and settings.framed,
    )
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.extensions["balise"] = services or build_services(
        settings, button_key=_derive(settings.secret("web"), "button")
    )
    setup_assets(app)
    setup_security(app, settings)
    setup_limits(app)
    setup_errors(app)
    app.register_blueprint(health)
    app.register_blueprint(api)
    app.register_blueprint(feedback)
    app.register_blueprint(pages)
    app.register_blueprint(aide)
    app.register_blueprint(about)
    app.register_blueprint(state)
    app.register_blueprint(widget)
    return app


def _derive(secret: str, purpose: str) -> str:
    """One secret on disk, one key a purpose."""
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()
