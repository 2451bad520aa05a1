"""`content/fr` as Rasa responses: one variation an audience, one default, no placeholder left."""

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter

from bot import content as words
from bot.content import AUDIENCES, Content
from bot.settings import read_settings

DEFAULT_AUDIENCE = "11-14"
# Answered by an action (menu, simpler, more): a response nobody uses is a warning for `rasa data validate`.
BY_ACTION = ("que_sais_tu_faire", "recommencer", "plus_simple", "plus_de_details")


class ContentImporter(RasaFileImporter):
    """Rasa's files, plus a response `utter_<topic>` for every topic of the taxonomy."""

    def get_domain(self) -> Domain:
        domain = super().get_domain()
        return domain.merge(Domain.from_dict({"responses": responses(words.load(read_settings().content))}))


def responses(content: Content) -> dict[str, list[dict[str, Any]]]:
    """{utter_<topic>: [one variation an audience, then the default]} for Rasa's domain."""
    return {
        f"utter_{topic}": [_variation(content, topic, audience) for audience in AUDIENCES] + [_default(content, topic)]
        for listed in content.taxonomy.values()
        for topic in listed
        if topic not in BY_ACTION
    }


def _variation(content: Content, topic: str, audience: str) -> dict[str, Any]:
    return {
        "condition": [{"type": "slot", "name": "audience", "value": audience}],
        **_said(content, topic, audience),
    }


def _default(content: Content, topic: str) -> dict[str, Any]:
    return _said(content, topic, DEFAULT_AUDIENCE)


def _said(content: Content, topic: str, audience: str) -> dict[str, Any]:
    said = words.reply(content, topic, audience)
    return {
        "text": said.text,
        "buttons": [{"title": one.title, "payload": "/" + one.intent} for one in said.buttons],
        "custom": {"sources": [one.id for one in said.sources]},
    }
