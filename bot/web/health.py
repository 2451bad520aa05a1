"""For those who watch the servers: is the web alive, are all three ready."""

from flask import Blueprint, Response, jsonify, make_response

from bot.storage import StorageError
from bot.web.services import services

health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> Response:
    """200 while this process answers."""
    return jsonify({"status": "ok"})


@health.get("/readyz")
def readyz() -> Response:
    """200 when the web, Rasa and the actions server all answer; 503 says which does not."""
    state = {"web": True, "bot": services().bot.is_ready(), "database": _database()}
    return make_response(jsonify({"ready": all(state.values()), **state}), 200 if all(state.values()) else 503)


def _database() -> bool:
    try:
        services().store.answer("", "")
    except StorageError:
        return False
    return True
