"""BALISE_HOME: its folders, its secrets, its database."""

import os
from pathlib import Path

from bot.launch.secrets import make_secrets
from bot.settings import Settings


def setup(settings: Settings) -> None:
    """Make what is missing and migrate the database; safe to repeat. Raises LaunchError."""
    from bot.storage.migrate import migrate  # SQLAlchemy takes a second: not for every child process

    os.umask(0o077)  # database, models and logs too are for their owner alone
    for folder in (settings.home, settings.models, logs(settings), run_folder(settings)):
        folder.mkdir(parents=True, exist_ok=True)
    make_secrets(settings.secrets)
    migrate(settings.database_url)


def logs(settings: Settings) -> Path:
    return settings.home / "logs"


def run_folder(settings: Settings) -> Path:
    """What is true of one running Balise: its endpoints.yml, its process ids. One folder a web port."""
    return settings.home / "run" / str(settings.web_port)
