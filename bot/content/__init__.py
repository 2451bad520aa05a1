"""The words of Balise: `content/fr` as frozen data. Open `load`, and nothing else, from outside."""

from bot.content.check import Problem, check
from bot.content.load import ContentError, load
from bot.content.model import (
    ADULTS,
    AUDIENCES,
    CHILDREN,
    Button,
    Content,
    Line,
    Reply,
    Support,
    Topic,
    voice_of,
)
from bot.content.replies import ERASE, button, buttons, greeting, may_ask, reply, theme_menu, topic_menu

__all__ = [
    "ADULTS", "AUDIENCES", "CHILDREN", "ERASE", "Button", "Content", "ContentError", "Line", "Problem", "Reply",
    "Support", "Topic", "button", "buttons", "check", "greeting", "load", "may_ask", "reply", "theme_menu",
    "topic_menu",
    "voice_of",
]  # fmt: skip
