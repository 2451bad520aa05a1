"""The words of Balise: `content/fr` as frozen data. Open what is named here, and nothing else, from outside."""

from bot.content.check import check, check_folder
from bot.content.current import Words
from bot.content.leaflets import LEAFLET, LEAFLET_DETAILS, leaflet_reply
from bot.content.load import load
from bot.content.model import (
    ADULTS,
    AUDIENCES,
    CHILDREN,
    Button,
    Content,
    Leaflet,
    Line,
    Reply,
    Support,
    Topic,
    Word,
    voice_of,
)
from bot.content.problem import ContentError, Problem
from bot.content.replies import (
    ELSEWHERE,
    ERASE,
    button,
    buttons,
    greeting,
    may_ask,
    reply,
    theme_menu,
    topic_menu,
)
from bot.content.served import LAST_RESORT, dated

__all__ = [
    "ADULTS",
    "AUDIENCES",
    "CHILDREN",
    "ELSEWHERE",
    "ERASE",
    "LAST_RESORT",
    "LEAFLET",
    "LEAFLET_DETAILS",
    "Button",
    "Content",
    "ContentError",
    "Leaflet",
    "Line",
    "Problem",
    "Reply",
    "Support",
    "Topic",
    "Word",
    "Words",
    "button",
    "buttons",
    "check",
    "check_folder", "dated",
    "greeting",
    "leaflet_reply",
    "load",
    "may_ask",
    "reply",
    "theme_menu",
    "topic_menu",
    "voice_of",
]  # fmt: skip
