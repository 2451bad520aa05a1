"""The migrations build exactly the tables of the code."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.migrate import migrate
from bot.storage.tables import metadata


def test_a_migrated_database_is_what_the_tables_say(empty_database: Path):
    with create_engine(f"sqlite:///{empty_database}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_table_is_there(empty_database: Path):
    tables = inspect(create_engine(f"sqlite:///{empty_database}")).get_table_names()
    assert set(metadata.tables) <= set(tables)


def test_migrating_twice_changes_nothing(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'balise.db'}"
    migrate(url)
    before = (tmp_path / "balise.db").read_bytes()
    migrate(url)
    assert (tmp_path / "balise.db").read_bytes() == before


def test_a_folder_with_a_percent_sign_is_only_a_folder(tmp_path: Path):
    (tmp_path / "50%20off").mkdir()
    migrate(f"sqlite:///{tmp_path / '50%20off' / 'balise.db'}")
    assert (tmp_path / "50%20off" / "balise.db").exists()


def test_a_missing_folder_is_said(tmp_path: Path):
    with pytest.raises(SQLAlchemyError):
        migrate(f"sqlite:///{tmp_path / 'nowhere' / 'balise.db'}")
