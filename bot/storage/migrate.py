"""Bring a database to the newest schema with Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config

_FOLDER = Path(__file__).resolve().parent.parent.parent / "migrations"


def migrate(database_url: str) -> None:
    """Apply every migration that is missing. Raises SQLAlchemyError where the database refuses."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))
    command.upgrade(config, "head")
