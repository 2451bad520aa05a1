"""Files of the page, under an address that changes with them: a browser keeps them for good, and never an old one."""

import hashlib
from pathlib import Path

from flask import Flask, Response, send_from_directory
from flask_compress import Compress

FOLDER = Path(__file__).parent / "static"
_FOR_GOOD = 31_536_000  # seconds; the address changes when a file does
_TEXTS = ["text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"]


def setup_assets(app: Flask) -> None:
    """`url_for("static", filename=...)`, and compressed answers (page and API: neither says a secret back)."""
    here = _version()
    app.config.update(COMPRESS_MIMETYPES=_TEXTS, COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=5)
    Compress(app)

    # Any version is served: a page that a cache kept still finds a sheet. Only the present one may be kept for good.
    @app.get("/static/<version>/<path:filename>", endpoint="static")
    def static_file(version: str, filename: str) -> Response:
        response = send_from_directory(FOLDER, filename, max_age=_FOR_GOOD if version == here else None)
        response.direct_passthrough = False
        response.get_data()  # Whole, not streamed: a stream is not compressed for every browser.
        if version == here:
            response.cache_control.immutable = True
        return response

    @app.url_defaults
    def with_version(endpoint: str, values: dict[str, str]) -> None:
        if endpoint == "static":
            values.setdefault("version", here)


def _version() -> str:
    """A short name for the files as they are now."""
    seen = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*.*")):
        seen.update(path.name.encode() + path.read_bytes())
    return seen.hexdigest()[:10]
