"""Headers on every answer, and no unsafe request from another site."""

from urllib.parse import urlsplit

from flask import Flask, Response, request

from bot.settings import Settings
from bot.web.errors import Refused

_SAFE = ("GET", "HEAD", "OPTIONS")
# What a browser heeds on a file too; it heeds the rest on a document alone, and on each of 25 files it would be read
# for nothing: 12 kB of a first load.
_ON_ANYTHING = ("X-Content-Type-Options", "Cross-Origin-Resource-Policy", "Strict-Transport-Security")
_PARTS = ("text/css", "text/javascript", "font/woff2")


def setup_security(app: Flask, settings: Settings) -> None:
    """A strict CSP (no inline script, nothing from elsewhere) and an origin check."""
    policy = "; ".join(
        [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
            "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "manifest-src 'self'",
            f"frame-ancestors {settings.frame_ancestors}",
        ]
    )  # fmt: skip
    headers = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",  # With no-referrer, our own forms would send « Origin: null ».
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if not settings.framed:
        headers["X-Frame-Options"] = "DENY"
    if settings.https:
        headers["Strict-Transport-Security"] = "max-age=31536000"

    @app.before_request
    def same_origin() -> None:
        if request.method not in _SAFE and _from_elsewhere():
            raise Refused("bad_origin", 403)

    @app.after_request
    def protect(response: Response) -> Response:
        for name, value in headers.items():
            if response.mimetype not in _PARTS or name in _ON_ANYTHING:
                response.headers.setdefault(name, value)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _from_elsewhere() -> bool:
    """A browser says where an unsafe request comes from; a program without these headers has no cookie to steal."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    try:
        return origin is not None and urlsplit(origin).netloc != request.host
    except ValueError:
        return True
