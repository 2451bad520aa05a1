"""One line of help as words: its name, how it is reached, whether it is open, on the clock of the person."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.content import Content, voice_of
from bot.orientation.hours import PARIS, Opening, french_day, french_hour
from bot.orientation.reach import Choice

_LONG_SECONDS = 18 * 3600


def describe_line(
    content: Content, choice: Choice, now: datetime, audience: str, *, zone: ZoneInfo = PARIS
) -> dict[str, Any]:
    """One line of help as the page shows it: name, links, state now on the clocks of `zone`, price, why."""
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
        "status": state_in_words(content, choice.opening, now, audience, zone),
        "hours": line.hours_text,
        "price": line.price,
        "bill": line.bill,
        "why": line.why[voice],
        "what_happens": line.what_happens.get(voice),
        "emergency": line.emergency,
        "call": fill(content, "call_now", audience, number=line.number or line.tel) if line.tel else None,
        "write": fill(content, "written_chat", audience) if line.chat else None,
        "text": fill(content, "written_sms", audience, sms=line.sms) if line.sms else None,
        "qr": f"/aide/qr/{line.id}/{choice.channel}.svg" if choice.channel != "site" else None,
    }


def state_in_words(content: Content, opening: Opening, now: datetime, audience: str, zone: ZoneInfo = PARIS) -> str:
    """« ouvert jusqu'à 23 h », « rouvre demain à 9 h »… on the clocks of `zone`."""
    if opening.state == "always":
        return fill(content, "open_always", audience)
    if opening.until:
        far = (opening.until - now).total_seconds() > _LONG_SECONDS
        day = french_day(opening.until, now, zone)
        key = "open_until_day" if far else "open_until"
        return fill(content, key, audience, hour=french_hour(opening.until, zone), day=day)
    if opening.reopens:
        day = french_day(opening.reopens, now, zone)
        key = {"aujourd’hui": "reopens_today", "demain": "reopens_tomorrow"}.get(day, "reopens_day")
        hour = french_hour(opening.reopens, zone)
        return fill(content, key, audience, hour=hour, day=day)
    return fill(content, "hours_unknown", audience)


def closed_in_words(
    content: Content, choice: Choice | None, now: datetime, audience: str, zone: ZoneInfo
) -> str | None:
    """« Le … est fermé maintenant : il rouvre demain à 9 h. »; None where there is nothing to say."""
    if choice is None or choice.opening.state == "unknown":
        return None
    state = state_in_words(content, choice.opening, now, audience, zone)
    key = "closed_line_feminine" if choice.line.feminine else "closed_line"
    return fill(content, key, audience, line=choice.line.say, reopens=state)


def fill(content: Content, key: str, audience: str, **values: str) -> str:
    """A sentence of card.yml in the voice of this audience."""
    words = content.card[key]
    sentence = words if isinstance(words, str) else words.get(audience) or words[voice_of(audience)]
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence
