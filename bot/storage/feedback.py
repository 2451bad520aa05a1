"""Votes on topics, counted by month. A row holds no conversation, no moment and no word: it leads to nobody."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import case, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from bot.storage.tables import feedback

if TYPE_CHECKING:  # The store purges votes: it imports this module.
    from bot.storage.store import Store

KEPT_MONTHS = 24
# One statement that inserts or adds: two votes at once are both counted. Another database refuses it, and says so.
_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Votes:
    """What was said of one topic, audiences added up."""

    topic: str
    useful: int
    not_useful: int


def count_vote(store: "Store", topic: str, audience: str, *, useful: bool, now: datetime) -> None:
    """Add one vote to its month. Raises StorageError."""
    with store._transaction() as connection:
        insert = _INSERTS.get(connection.dialect.name, postgresql.insert)
        first = insert(feedback).values(topic=topic, audience=audience, useful=useful, month=f"{now:%Y-%m}", count=1)
        more = {"count": feedback.c.count + 1}
        connection.execute(first.on_conflict_do_update(index_elements=list(feedback.primary_key), set_=more))


def read_votes(store: "Store", *, now: datetime, months: int) -> list[Votes]:
    """The votes of the last `months` calendar months, this one included, by topic. Raises StorageError."""
    useful, count = feedback.c.useful, feedback.c.count
    query = (
        select(
            feedback.c.topic,
            func.sum(case((useful.is_(True), count), else_=0)),
            func.sum(case((useful.is_(False), count), else_=0)),
        )
        .where(feedback.c.month >= _first_month(now, months))
        .group_by(feedback.c.topic)
        .order_by(feedback.c.topic)
    )
    with store._transaction() as connection:
        return [Votes(*row) for row in connection.execute(query)]


def forget_old_votes(connection: Connection, *, now: datetime) -> None:
    """Delete, within the purge, the votes of the months that are past keeping."""
    connection.execute(delete(feedback).where(feedback.c.month < _first_month(now, KEPT_MONTHS)))


def _first_month(now: datetime, months: int) -> str:
    """The first of the last `months` calendar months, this one included: "2025-12" for twelve in 2026-11."""
    year, month = divmod(now.year * 12 + now.month - months, 12)
    return f"{year:04}-{month + 1:02}"
