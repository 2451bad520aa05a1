"""POST /api/feedback: whether an answer was useful, counted by topic. Which conversation said so is not kept."""

import logging

from flask import Blueprint, Response, make_response, request

from bot.storage import StorageError, count_vote
from bot.web import session as browser
from bot.web.errors import Refused
from bot.web.limits import limiter
from bot.web.services import services

log = logging.getLogger(__name__)

feedback = Blueprint("feedback", __name__, url_prefix="/api")


@feedback.post("/feedback")
# As many as messages, counted apart: voting never makes a message wait.
@limiter.limit(lambda: f"{services().settings.messages_per_minute} per minute")
def vote() -> Response:
    """204: counted, or lost where the database does not answer: nobody has to vote again."""
    here, fields = services(), _fields()
    conversation = browser.current(here)
    if conversation is None:
        raise Refused("no_conversation", 404)
    topic, useful = fields.get("topic"), fields.get("useful")
    if not isinstance(topic, str) or topic not in here.content.topics or not isinstance(useful, bool):
        raise Refused("bad_message", 400)
    try:
        count_vote(here.store, topic, conversation.audience, useful=useful, now=here.now())
    except StorageError as error:
        log.error("vote not counted: %s", error)
    return make_response("", 204)


def _fields() -> dict:
    """The JSON object of the request. Raises Refused."""
    try:
        fields = request.get_json(silent=True) if request.is_json else None
    except RecursionError:  # brackets nested too deep
        fields = None
    if not isinstance(fields, dict):
        raise Refused("bad_json", 400)
    return fields
