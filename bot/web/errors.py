"""Errors a child understands: a code for programs, a French sentence for people, help beside it."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, jsonify, make_response, render_template, request, session
from werkzeug.exceptions import HTTPException, TooManyRequests

from bot.web.beside import help_beside, help_wherever
from bot.web.services import services

_CODES = {404: "not_found", 405: "method", 413: "too_long", 415: "bad_json", 400: "bad_json", 429: "too_fast"}
_WAIT_SECONDS = 10


class Refused(Exception):
    """A request that is not answered: `code` of interface.yml `errors`, HTTP status, and what else to say."""

    def __init__(self, code: str, status: int, **extra: Any) -> None:
        super().__init__(code)
        self.code, self.status, self.extra = code, status, extra


def setup_errors(app: Flask) -> None:
    """Every refusal and every crash ends in the same shape."""

    @app.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        return _answer(error.code, error.status, error.extra)

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        status = error.code or 500
        if status < 400:
            return make_response(error.get_response())
        if isinstance(error, TooManyRequests):
            response = _answer("too_fast", status, help_beside(services(), _typed()))
            response.headers["Retry-After"] = str(_WAIT_SECONDS)
            return response
        return _answer(_CODES.get(status, "server_error"), status, {})

    @app.errorhandler(Exception)
    def crashed(error: Exception) -> Response:
        app.logger.error("request failed: %s in %s", type(error).__name__, request.endpoint)
        return _answer("server_error", 500, _help_all_the_same(app))


def _help_all_the_same(app: Flask) -> dict[str, Any]:
    """Help for a message on which the gateway itself broke; {} where that is broken too: the page has its numbers."""
    try:
        return help_wherever(services(), _typed())
    except Exception as error:
        app.logger.error("help beside a crash failed: %s", type(error).__name__)
        return {}


def _typed() -> object:
    """The sentence of a request that is refused unread, by JSON or by form."""
    try:
        fields = request.get_json(silent=True) if request.is_json else request.form
    except RecursionError:
        return None
    return fields.get("text") if isinstance(fields, Mapping) else None


def _answer(code: str, status: int, extra: dict[str, Any]) -> Response:
    audience = session.get("a") or "11-14"
    message = services().content.words("errors", code, audience=audience)
    if request.path.startswith("/api/"):
        return make_response(jsonify({"error": {"code": code, "message": message}, **extra}), status)
    return make_response(render_template("error.html", message=message, audience=audience, **extra), status)
