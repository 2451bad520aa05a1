"""The words of Balise: `content/fr` as frozen data. Open what is named here, and nothing else, from outside."""

from bot.content.check import check, check_folder
from bot.content.current import Words
from bot.content.help_model import FollowUp, Line, Route, Support, Territory
from bot.content.leaflets import LEAFLET, LEAFLET_DETAILS, leaflet_reply
from bot.content.load import load
from bot.content.model import (
    ADULTS,
    AUDIENCES,
    CHILDREN,
    Button,
    Content,
    Group,
    Leaflet,
    Reply,
    Topic,
    Word,
    voice_of,
)
from bot.content.problem import ContentError, Problem
from bot.content.replies import (
    ABILITY,
    DETAILS,
    ELSEWHERE,
    ERASE,
    GUIDE,
    SIMPLER,
    button,
    buttons,
    follow_up_button,
    greeting,
    guide_button,
    may_ask,
    reply,
    theme_menu,
    topic_menu,
)
from bot.content.served import LAST_RESORT, dated

__all__ = [
    "ABILITY",
    "ADULTS",
    "AUDIENCES",
    "CHILDREN",
    "DETAILS",
    "ELSEWHERE",
    "ERASE",
    "GUIDE",
    "LAST_RESORT",
    "LEAFLET",
    "LEAFLET_DETAILS",
    "SIMPLER",
    "Button",
    "Content",
    "ContentError",
    "FollowUp",
    "Group",
    "Leaflet",
    "Line",
    "Problem",
    "Reply",
    "Route",
    "Support",
    "Territory",
    "Topic",
    "Word",
    "Words",
    "button",
    "buttons",
    "check",
    "check_folder", "dated",
    "follow_up_button",
    "greeting",
    "guide_button",
    "leaflet_reply",
    "load",
    "may_ask",
    "reply",
    "theme_menu",
    "topic_menu",
    "voice_of",
]  # fmt: skip
