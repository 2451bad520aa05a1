"""Files of the page, under an address that changes with them: a browser keeps them for good, and never an old one."""

import gzip
import hashlib
from functools import lru_cache
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from flask import Flask, Response, abort, request
from flask_compress import Compress

FOLDER = Path(__file__).parent / "static"
_FOR_GOOD = 31_536_000  # seconds; the address changes when a file does
_TYPES = {
    ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain",
}  # fmt: skip
_TEXTS = ["text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"]
_CODINGS = ["br", "gzip"]


def setup_assets(app: Flask) -> None:
    """`url_for("static", filename=...)`, and compressed answers (page and API: neither says a secret back)."""
    # Read once: an update on disk must not be kept by browsers under the address of what is running.
    files = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in sorted(FOLDER.rglob("*.*"))}
    here = _version(files)
    app.config.update(COMPRESS_MIMETYPES=_TEXTS, COMPRESS_ALGORITHM=_CODINGS, COMPRESS_BR_LEVEL=5)
    Compress(app)

    # Any version is served: a page that a cache kept still finds a sheet. Only the present one may be kept for good.
    @app.get("/static/<version>/<path:filename>", endpoint="static")
    def static_file(version: str, filename: str) -> Response:
        if filename not in files:
            abort(404)
        response = app.response_class(files[filename], mimetype=_TYPES[Path(filename).suffix])
        if version == here:  # Kept for good: nothing to compare.
            response.cache_control.public, response.cache_control.max_age = True, _FOR_GOOD
            response.cache_control.immutable = True
        else:
            response.cache_control.no_cache = True
            response.set_etag(here)
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
        response.set_data(_smallest(response.get_data(), coding))
        response.content_encoding = coding
        if response.get_etag()[0]:
            response.set_etag(f"{response.get_etag()[0]}:{coding}")


@lru_cache(maxsize=256)
def _smallest(text: bytes, coding: str) -> bytes:
    return brotli.compress(text) if coding == "br" else gzip.compress(text, mtime=0)


def _version(files: dict[str, bytes]) -> str:
    """A short name for the files as they are now."""
    seen = hashlib.sha256()
    for name, text in files.items():
        seen.update(name.encode() + text)
    return seen.hexdigest()[:10]
