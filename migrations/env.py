"""Alembic's entry: one connection, the tables of bot.storage, no offline mode."""

from alembic import context
from sqlalchemy import create_engine

from bot.storage.tables import metadata

engine = create_engine(context.config.get_main_option("sqlalchemy.url"), future=True)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
