"""An orientation as words: the help card, its buttons, and the same thing as plain text."""

from typing import Any

from bot.content import Button, Content, button, follow_up_button, guide_button, voice_of
from bot.orientation.line_words import closed_in_words, describe_line, fill
from bot.orientation.orient import Orientation, answers_as_in_france
from bot.orientation.reach import Choice

_MOST_DOORS = 6
_TITLES = {"urgence": "title_urgent", "vigilance": "title_vigilance"}


def card_of(content: Content, orientation: Orientation) -> dict[str, Any]:
    """The card as JSON: `intro`, `emergency`, `line`, `closed`, `written`, `second`, `sentence`, `show`…

    Every value is a finished French sentence or a link target; the page only lays it out. `line`, one of
    `written` at most and `second` are the lines; `emergency` is one row of services.
    """
    said = _Words(content, orientation)
    return {
        "kind": "help",
        "level": orientation.level,
        "category": orientation.category,
        "third_party": orientation.third_party,
        "title": said(_TITLES.get(orientation.level, "title_alert")),
        "intro": intro(orientation),
        "ability": said.ability(),
        "emergency": [said.line(choice) for choice in orientation.emergency],
        "stay": said.stay(),
        "after_emergency": said("after_emergency") if orientation.emergency else None,
        "line": said.line(orientation.first),
        "closed": said.closed(),
        "never": said.never(),
        "cannot_speak": said("cannot_speak"),
        "written": [said.line(orientation.written)] if orientation.written else [],
        "second_line": said.second_line(),
        "second": said.line(orientation.second) if orientation.second else None,
        "say_this": said("say_this"),
        "sentence": orientation.support.sentence,
        "show_adult": said("show_adult"),
        "show": said("show_text"),
        "for_adult": said.for_adult(),
        "third": said.third(),
        "clock": said.clock(),
        "what_happens": said("what_happens"),
    }


def intro(orientation: Orientation) -> str:
    """Believe and relieve, then the one thing to do now."""
    support = orientation.support
    if orientation.level == "vigilance":
        return support.vigilance
    return f"{support.believe}\n\n{first_step(orientation)}"


def first_step(orientation: Orientation) -> str:
    """The one thing to do now."""
    support = orientation.support
    return support.urgent_step if orientation.level == "urgence" else support.step


def lines_of(orientation: Orientation) -> list[str]:
    """Ids of every line on the card, first line first."""
    shown = (orientation.first, *orientation.emergency, orientation.written, orientation.second)
    return list(dict.fromkeys(choice.line.id for choice in shown if choice))


def doors(content: Content, orientation: Orientation) -> tuple[Button, ...]:
    """The small doors under the card, as buttons: follow-up questions, the guide, topics."""
    listed = content.card["doors"]
    audience = orientation.audience
    voice = voice_of(audience)
    person = voice
    if orientation.third_party:
        person = "child_third" if voice == "child" else f"{audience}_third"
    ids = listed.get(orientation.category, {}).get(person) or listed["general"][person]
    return tuple(made for made in (_door(content, id, audience) for id in ids) if made)[:_MOST_DOORS]


def _door(content: Content, id: str, audience: str) -> Button | None:
    if id == "guide":
        return guide_button(content, audience)
    if id in content.follow_ups:
        return follow_up_button(content, id, audience)
    if id not in content.topics:
        return None
    words = content.card["door_words"].get(id)
    return Button(words[voice_of(audience)], id) if words else button(content, id, audience)


def plain_text(content: Content, orientation: Orientation, *, intro: str | None = None) -> str:
    """The whole card in a few lines: for the terminal, for a copy, for programs that show text only.

    `intro` is said instead of its first words and of what is said to who cannot speak.
    """
    card = card_of(content, orientation)
    parts = [intro or card["intro"]]
    if card["ability"] and not intro:
        parts.append(card["ability"]["say"])
    if card["emergency"]:
        parts += ["\n".join(_one_line(line) for line in card["emergency"]), card["stay"], card["after_emergency"]]
    parts += [f"{_one_line(card['line'])}\n{card['line']['why']}", card["closed"], card["never"]]
    if card["written"]:
        parts.append(f"{card['cannot_speak']}\n{_one_line(card['written'][0])}")
    if card["second"]:
        parts.append(f"{card['second_line']}\n{_one_line(card['second'])}")
    parts.append(f"{card['say_this']} « {card['sentence']} »")
    return "\n\n".join(part for part in parts if part)


def _one_line(line: dict[str, Any]) -> str:
    reached = {"chat": line["chat"], "sms": line["text"]}.get(line["channel"]) or line["number"] or line["site"]
    known = [reached, line["price"], line["status"]]
    return f"{line['name']} : " + ", ".join(word for word in known if word)


class _Words:
    """The sentences of one card."""

    def __init__(self, content: Content, orientation: Orientation) -> None:
        self._content, self._of = content, orientation
        self._audience, self._voice = orientation.audience, voice_of(orientation.audience)
        self._in_france = answers_as_in_france(content.territories[orientation.territory])

    def __call__(self, key: str) -> str:
        return fill(self._content, key, self._audience)

    def line(self, choice: Choice) -> dict[str, Any]:
        return describe_line(self._content, choice, self._of.now, self._audience, zone=self._of.zone)

    def closed(self) -> str | None:
        return closed_in_words(self._content, self._of.closed, self._of.now, self._audience, self._of.zone)

    def never(self) -> str | None:
        words = self._content.card["never"].get(self._of.category)
        if not words:
            return None
        third = words.get(f"{self._voice}_third") if self._of.third_party else None
        return third or words.get(self._audience) or words[self._voice]

    def stay(self) -> str | None:
        """Who stays with you until help comes."""
        if not self._of.emergency:
            return None
        return self._content.card["stay"]["third" if self._of.third_party else "self"][self._audience]

    def second_line(self) -> str:
        if self._of.night and self._of.first.channel == "phone":
            say = self._of.second.line.say if self._of.second else ""
            return fill(self._content, "night", self._audience, line=say)
        return self("second_line" if not self._written_only() else "second_line_write")

    def ability(self) -> dict[str, str] | None:
        """What is said first to who cannot speak, is not alone, or does not hear."""
        if self._of.ability == "speak":
            return None
        can = self._of.ability if self._in_france or self._of.ability != "deaf" else "write"
        words = self._content.card["abilities"][can]
        return {"title": words["title"][self._voice], "say": words["say"][self._audience]}

    def _written_only(self) -> bool:
        return self._of.ability != "speak"

    def third(self) -> dict[str, str] | None:
        """What to say to the person one worries for, what not to promise, whom to tell; the line takes you too."""
        if not self._of.third_party:
            return None
        words, category, audience = self._content.card["third"], self._of.category, self._audience
        say = words["say"].get(category) or words["say"]["general"]
        adult = words["adult"].get(category if self._in_france else "general") or words["adult"]["general"]
        return {
            "title": words["title"][self._voice], "takes": words["takes"][audience], "say": say[audience],
            "promise": words["promise"][audience], "adult": adult[audience],
        }  # fmt: skip

    def for_adult(self) -> str:
        """What the adult who is shown the card should do."""
        return self._content.card["showing"]["for_adult"][f"of_{self._voice}"]

    def clock(self) -> str | None:
        """Whose clock the hours are, where it is not that of Paris."""
        place = self._content.territories[self._of.territory]
        if place.zone == self._content.territories["fr"].zone or place.of is None:
            return None
        name = self._content.interface["territory"]["clocks"][place.id]
        return fill(self._content, "clock", self._audience, place=name)
