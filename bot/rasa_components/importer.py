"""What Rasa is given of the project: `content/fr` as responses, and one sentence of each intent.

Rasa reads, validates, copies and fingerprints every training sentence several times: more than a minute for 48,000,
which it then hands to a component that reads them in two seconds. So the component reads `data/nlu` itself, and
Rasa gets the intents.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import content as words
from bot.content import AUDIENCES, Content
from bot.rasa_components.sentences import follow_ups, sentences
from bot.settings import read_settings

DEFAULT_AUDIENCE = "11-14"
# Answered by an action (menu, simpler, more): a response nobody uses is a warning for `rasa data validate`.
BY_ACTION = ("que_sais_tu_faire", "recommencer", "plus_simple", "plus_de_details", "signaler_sur_appli")


class ContentImporter(RasaFileImporter):
    """Rasa's files, plus a response `utter_<topic>` for every topic, and the intents of `data/nlu`."""

    def get_domain(self) -> Domain:
        domain = super().get_domain()
        return domain.merge(Domain.from_dict({"responses": responses(words.load(read_settings().content))}))

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The first sentence of each intent of the project's sentences; of other files (rasa test), all of them."""
        nlu = read_settings().nlu.resolve()
        if not all(nlu in Path(file).resolve().parents for file in self._nlu_files):
            return super().get_nlu_data(language)
        first = {one.intent: one.text for one in reversed((*sentences(nlu), *follow_ups(nlu)))}
        return TrainingData([Message.build(text, intent) for intent, text in sorted(first.items())])


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
        "custom": {"topic": topic},
    }
