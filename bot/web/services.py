"""What every request needs, built once: words, model, mask, store, the way to Rasa."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zipfile import BadZipFile

from flask import current_app

from bot.content import Content, Words
from bot.language import Model, warm_up
from bot.language import load as load_model
from bot.orientation import trial
from bot.privacy import Mask, load_mask
from bot.settings import Settings, clock
from bot.storage import Store, open_store
from bot.understanding import FollowUps, Understander
from bot.web.bot_client import BotClient
from bot.web.buttons import ButtonIds

log = logging.getLogger(__name__)
_WORKERS = 32  # as many as the gateway has threads


@dataclass(frozen=True)
class Services:
    """The collaborators of the gateway. `understander` may hold no model: wordings still work."""

    settings: Settings
    words: Words
    understander: Understander
    mask: Mask
    store: Store
    bot: BotClient
    buttons: ButtonIds
    follow_ups: FollowUps
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(_WORKERS, "rasa"))

    @property
    def content(self) -> Content:
        """The words as they may be served now: the latest good files, without what has expired."""
        return self.words.on(self.now().date())

    def now(self) -> datetime:
        return clock(self.settings)


def build_services(settings: Settings, *, button_key: str) -> Services:
    """Load everything, slow things first. A missing model is said and survived; missing words are not."""
    words = Words(settings.content, trial=trial)
    content = words.on(clock(settings).date())
    numbers = [line.number for line in content.lines.values() if line.number]
    return Services(
        settings=settings,
        words=words,
        understander=Understander(_model(settings.understanding)),
        mask=load_mask(numbers),
        store=open_store(settings.database_url),
        bot=BotClient(settings.rasa_url, settings.secret("rasa"), seconds=settings.answer_seconds),
        buttons=ButtonIds(lambda: words.on(clock(settings).date()), button_key),
        follow_ups=FollowUps(_model(settings.follow_ups)),
    )


def _model(path: Path) -> Model | None:
    try:
        model = load_model(path)
    except (OSError, ValueError, KeyError, BadZipFile) as error:  # A file cut short is no zip.
        log.error("no model %s (%s): wordings alone read messages", path.name, type(error).__name__)
        return None
    warm_up()
    return model


def services() -> Services:
    """The services of the running application."""
    return current_app.extensions["balise"]
