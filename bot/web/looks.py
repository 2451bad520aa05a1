"""What the page shows beside the words: the beacon's mood, steps as a list, whether an answer may be rated."""

import re
from typing import Any

from bot.content import Content

_STEP, _ELSE = re.compile(r"\d+\. (.+)"), re.compile(r"– (.+)")
_GREETS, _CHEERS = ("saluer", "qui_es_tu", "recommencer"), ("remercier", "au_revoir")


def dressed(
    content: Content, messages: list[dict[str, Any]], audience: str, *, helped: bool = False
) -> list[dict[str, Any]]:
    """The messages, each with its `mood`; with `rate`, a topic, where « was this useful » may be asked.

    Never asked of somebody who is being helped, nor of small talk. A text with numbered steps comes as `blocks` too.
    """
    return [
        {
            **one,
            "mood": _mood(content, one, audience),
            **_blocks(content, one, audience),
            **({} if helped else _rate(content, one)),
        }
        for one in messages
    ]


def _blocks(content: Content, message: dict[str, Any], audience: str) -> dict[str, list[dict[str, Any]]]:
    """`blocks` of a text that is more than paragraphs: {"say", "lang"?}, {"steps"} of {"say", "else"}, {"ways"}."""
    text = str(message.get("text") or "")
    if text == content.words("fallback", "foreign", audience=audience):
        english, _, french = text.partition("\n")
        return {"blocks": [{"say": english, "lang": "en"}, {"say": french.strip()}]}
    if message.get("card") or not re.search(r"^(1\.|–) ", text, re.MULTILINE):
        return {}
    blocks: list[dict[str, Any]] = []
    for line in (one for one in text.split("\n") if one.strip()):
        step, other = _STEP.fullmatch(line), _ELSE.fullmatch(line)
        steps = blocks[-1].get("steps") if blocks else None
        if step and steps and not line.startswith("1. "):
            steps.append({"say": step[1], "else": []})
        elif step:
            blocks.append({"steps": [{"say": step[1], "else": []}]})
        elif other and steps:
            steps[-1]["else"].append(other[1])
        elif other and blocks and "ways" in blocks[-1]:
            blocks[-1]["ways"].append(other[1])
        elif other:
            blocks.append({"ways": [other[1]]})
        else:
            blocks.append({"say": line})
    return {"blocks": blocks}


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
