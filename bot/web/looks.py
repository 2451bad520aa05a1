"""What the page shows beside the words: the mood of the beacon, and whether an answer may be rated."""

from typing import Any

from bot.content import Content

_GREETS, _CHEERS = ("saluer", "qui_es_tu", "recommencer"), ("remercier", "au_revoir")


def dressed(
    content: Content, messages: list[dict[str, Any]], audience: str, *, helped: bool = False
) -> list[dict[str, Any]]:
    """The messages, each with its `mood`; with `rate`, a topic, where « was this useful » may be asked.

    Never asked of somebody who is being helped, nor of small talk.
    """
    return [
        {**one, "mood": _mood(content, one, audience), **({} if helped else _rate(content, one))} for one in messages
    ]


def _mood(content: Content, message: dict[str, Any], audience: str) -> str:
    if message.get("card") or message.get("lines"):
        return "worries"
    if message.get("text") in [content.words("fallback", said, audience=audience) for said in ("guess", "menu")]:
        return "listens"
    topic = message.get("topic")
    return "greets" if topic in _GREETS else "cheers" if topic in _CHEERS else "explains"


def _rate(content: Content, message: dict[str, Any]) -> dict[str, str]:
    topic = message.get("topic")
    if not topic or message.get("card") or topic not in content.topics or content.theme_of(topic) == "dialogue":
        return {}
    return {"rate": topic}
