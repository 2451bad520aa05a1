"""The page of a conversation, drawn from its state."""

import uuid
from typing import Any

from flask import g, render_template

from bot.content import voice_of
from bot.orientation import describe_line, help_lines
from bot.storage import Conversation
from bot.web.assets import FOLDER
from bot.web.buttons import MENU
from bot.web.carried import carried, mark
from bot.web.helping import brief, pinned, territory_of
from bot.web.incoming import LONGEST
from bot.web.services import services

_OF_OTHER_PAGES = ("early.js", "landing.js", "traces.js", "erased.js")
_OF_CARDS = ("showing.js", "speech.js")
# Told to the browser at once: otherwise it learns of them one import after the other.
_MODULES = sorted(path.name for path in FOLDER.glob("*.js") if path.name not in _OF_OTHER_PAGES + _OF_CARDS)


def conversation_page(
    conversation: Conversation, messages: list[dict[str, Any]], *, notice: str | None = None, draft: str = ""
) -> str:
    """The page with these messages of Balise, dressed. A conversation without an id is begun by its first message."""
    g.place = conversation.territory
    content, audience = services().content, conversation.audience
    return render_template(
        "chat.html",
        audience=audience,
        voice=voice_of(audience),
        t=lambda *path: content.words(*path, audience=audience),
        exchange=[{"from": "balise", **one} for one in messages],
        numbers=_numbers(conversation),
        longest=LONGEST,
        minutes=services().settings.idle_minutes,
        modules=_MODULES,
        mark=mark(conversation),
        carry=carried(conversation),
        pinned=pinned(services(), conversation),
        message_id=str(uuid.uuid4()),
        menu_id=services().buttons.id_of(MENU),
        notice=notice,
        draft=draft,
    )


def _numbers(conversation: Conversation) -> list[dict[str, str]]:
    """The first numbers of where this person is, for a page that loses its network: one for now, two that listen."""
    content, now = services().content, services().now()
    found = help_lines(content, conversation.audience, now, territory=territory_of(services(), conversation))
    phones = [one for one in found if one.line.tel]
    first = [one for one in phones if one.line.emergency][:1] + [one for one in phones if not one.line.emergency][:2]
    lines = [describe_line(content, one, now, conversation.audience) for one in first]
    return [{"tel": one["tel"], "call": one["call"], "hours": brief(one["hours"])} for one in lines]
