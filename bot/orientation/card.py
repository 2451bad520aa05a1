"""An orientation as words: the help card, its buttons, and the same thing as plain text."""

from typing import Any

from bot.content import Button, Content, button, voice_of
from bot.orientation.hours import Opening, french_day, french_hour
from bot.orientation.orient import Choice, Orientation


def card_of(content: Content, orientation: Orientation) -> dict[str, Any]:
    """The card as JSON: `intro`, `emergency`, `line`, `closed`, `written`, `second`, `sentence`, `show`…

    Every value is a finished French sentence or a link target; the page only lays it out.
    """
    said = _Words(content, orientation)
    return {
        "kind": "help",
        "level": orientation.level,
        "category": orientation.category,
        "third_party": orientation.third_party,
        "title": said(
            {"urgence": "title_urgent", "vigilance": "title_vigilance"}.get(orientation.level, "title_alert")
        ),
        "intro": intro(orientation),
        "emergency": [said.line(choice) for choice in orientation.emergency],
        "after_emergency": said("after_emergency") if orientation.emergency else None,
        "line": said.line(orientation.first),
        "closed": said.closed(orientation.closed),
        "cannot_speak": said("cannot_speak"),
        "written": [said.line(choice) for choice in orientation.written],
        "second_line": said("second_line"),
        "second": said.line(orientation.second) if orientation.second else None,
        "say_this": said("say_this"),
        "sentence": orientation.support.sentence,
        "show_adult": said("show_adult"),
        "show": said("show_text"),
        "never": said.never(),
        "what_happens": said("what_happens"),
    }


def intro(orientation: Orientation) -> str:
    """Believe and relieve, then the one thing to do now."""
    support = orientation.support
    if orientation.level == "vigilance":
        return support.vigilance
    step = support.urgent_step if orientation.level == "urgence" else support.step
    return f"{support.believe}\n\n{step}"


def lines_of(orientation: Orientation) -> list[str]:
    """Ids of every line on the card, first line first."""
    choices = [*orientation.emergency, orientation.first, *orientation.written]
    if orientation.second:
        choices.append(orientation.second)
    return list(dict.fromkeys([orientation.first.line.id, *(choice.line.id for choice in choices)]))


def doors(content: Content, orientation: Orientation) -> tuple[Button, ...]:
    """The small doors under the card, as buttons."""
    words = content.card["doors"]
    listed = content.card["doors_by_category"].get(orientation.category) or list(words)
    voice = voice_of(orientation.audience)
    known = [topic for topic in listed if topic in content.topics]
    return tuple(
        Button(words[topic][voice], topic) if topic in words else button(content, topic, orientation.audience)
        for topic in known[:5]
    )


def plain_text(content: Content, orientation: Orientation) -> str:
    """The whole card in a few lines, for the terminal and for programs that show text only."""
    card = card_of(content, orientation)
    parts = [card["intro"]]
    for line in card["emergency"]:
        parts.append(_one_line(line))
    if card["emergency"]:
        parts.append(card["after_emergency"])
    parts.append(_one_line(card["line"]) + f"\n{card['line']['why']}")
    if card["closed"]:
        parts.append(card["closed"])
    if card["written"]:
        parts.append(card["cannot_speak"] + " " + " ; ".join(_one_line(line) for line in card["written"]))
    parts.append(f"{card['say_this']} « {card['sentence']} »")
    return "\n\n".join(part for part in parts if part)


def _one_line(line: dict[str, Any]) -> str:
    reached = {"chat": line["chat"], "sms": line["text"]}.get(line["channel"]) or line["number"] or line["site"]
    known = [reached, line["price"], line["status"]]
    return f"{line['name']} : " + ", ".join(word for word in known if word)


def describe_line(content: Content, choice: Choice, orientation_now, audience: str) -> dict[str, Any]:
    """One line of help as the page shows it: name, links, state now, price, why."""
    line, voice = choice.line, voice_of(audience)
    return {
        "id": line.id,
        "name": line.name,
        "say": line.say,
        "number": line.number,
        "tel": line.tel,
        "sms": line.sms,
        "chat": line.chat,
        "site": line.site,
        "channel": choice.channel,
        "open": choice.opening.is_open,
        "status": state_in_words(content, choice.opening, orientation_now, audience),
        "hours": line.hours_text,
        "price": line.price,
        "bill": line.bill,
        "why": line.why[voice],
        "what_happens": line.what_happens.get(voice),
        "emergency": line.emergency,
        "call": _fill(content, "call_now", audience, number=line.number or line.tel) if line.tel else None,
        "write": _fill(content, "written_chat", audience) if line.chat else None,
        "text": _fill(content, "written_sms", audience, sms=line.sms) if line.sms else None,
    }


def state_in_words(content: Content, opening: Opening, now, audience: str) -> str:
    """« ouvert jusqu'à 23 h », « rouvre demain à 9 h »…"""
    if opening.state == "always":
        return _fill(content, "open_always", audience)
    if opening.until:
        return _fill(content, "open_until", audience, hour=french_hour(opening.until))
    if opening.reopens:
        day = french_day(opening.reopens, now)
        key = {"aujourd’hui": "reopens_today", "demain": "reopens_tomorrow"}.get(day, "reopens_day")
        return _fill(content, key, audience, hour=french_hour(opening.reopens), day=day)
    return _fill(content, "hours_unknown", audience)


def _fill(content: Content, key: str, audience: str, **values: str) -> str:
    words = content.card[key]
    sentence = words if isinstance(words, str) else words[voice_of(audience)]
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence


class _Words:
    def __init__(self, content: Content, orientation: Orientation) -> None:
        self._content, self._orientation = content, orientation

    def __call__(self, key: str) -> str:
        return _fill(self._content, key, self._orientation.audience)

    def line(self, choice: Choice) -> dict[str, Any]:
        return describe_line(self._content, choice, self._orientation.now, self._orientation.audience)

    def closed(self, choice: Choice | None) -> str | None:
        if choice is None or choice.opening.state == "unknown":
            return None
        state = self.line(choice)["status"]
        return _fill(self._content, "closed_line", self._orientation.audience, line=choice.line.say, reopens=state)

    def never(self) -> str | None:
        words = self._content.card["never"].get(self._orientation.category)
        return words[voice_of(self._orientation.audience)] if words else None
