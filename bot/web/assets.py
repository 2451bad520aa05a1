"""Files of the page, under an address that changes with them: a browser keeps them for good, and never an old one."""

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # Flask-Compress brings it.
from flask import Flask, Response, request, send_from_directory
from flask_compress import Compress

FOLDER = Path(__file__).parent / "static"
_FOR_GOOD = 31_536_000  # seconds; the address changes when a file does
_TEXTS = ["text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"]
_CODINGS = ["br", "gzip"]
_NEEDLESS = ("Content-Disposition", "Expires", "Last-Modified")  # the address, Cache-Control and ETag say it


def setup_assets(app: Flask) -> None:
    """`url_for("static", filename=...)`, and compressed answers (page and API: neither says a secret back)."""
    here = _version()
    app.config.update(COMPRESS_MIMETYPES=_TEXTS, COMPRESS_ALGORITHM=_CODINGS, COMPRESS_BR_LEVEL=5)
    Compress(app)

    # Any version is served: a page that a cache kept still finds a sheet. Only the present one may be kept for good.
    @app.get("/static/<version>/<path:filename>", endpoint="static")
    def static_file(version: str, filename: str) -> Response:
        keep = _FOR_GOOD if version == here else None
        response = send_from_directory(FOLDER, filename, max_age=keep, etag=here, conditional=False)
        if version == here:
            response.cache_control.immutable = True
        for name in _NEEDLESS:
            response.headers.pop(name, None)
        _pack(response)
        response.make_conditional(request)
        return response

    @app.url_defaults
    def with_version(endpoint: str, values: dict[str, str]) -> None:
        if endpoint == "static":
            values.setdefault("version", here)


def _pack(response: Response) -> None:
    """A text at its smallest, whole: Flask-Compress would stream it, packed anew and in haste, and never in gzip."""
    coding = request.accept_encodings.best_match(_CODINGS)
    if coding and response.mimetype in _TEXTS:
        response.direct_passthrough = False
        response.set_data(_smallest(response.get_data(), coding))
        response.content_encoding = coding
        response.set_etag(f"{response.get_etag()[0]}:{coding}")


@lru_cache(maxsize=256)
def _smallest(text: bytes, coding: str) -> bytes:
    return brotli.compress(text) if coding == "br" else gzip.compress(text, mtime=0)


def _version() -> str:
    """A short name for the files as they are now."""
    seen = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*.*")):
        seen.update(path.name.encode() + path.read_bytes())
    return seen.hexdigest()[:10]
