"""The only queries. Every call is one short transaction and raises StorageError when it cannot be done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from sqlalchemy import create_engine, delete, event, insert, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.feedback import forget_old_votes
from bot.storage.tables import answer, conversation

_LOCK_SECONDS = 0.25


class StorageError(RuntimeError):
    """The database is locked, gone or broken; the caller goes on without it."""


class Gone(RuntimeError):
    """The conversation was deleted while it was being answered: nothing of it may be kept."""


@dataclass(frozen=True)
class Conversation:
    """One conversation as the gateway remembers it.

    `risk_level` is the gravest seen so far; `helped` says that the last answer was a help card;
    `territory` is where the person said to be, `ability` what they said they can do (speak where None);
    `declined` says that the help was once refused.
    """

    id: str
    audience: str
    risk_level: str | None = None
    risk_category: str | None = None
    third_party: bool = False
    helped: bool = False
    territory: str | None = None
    ability: str | None = None
    declined: bool = False


class Store:
    """Conversations and the answers already given. `now` is always an argument (aware)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StorageError(type(error).__name__) from error

    def create(self, id: str, audience: str, *, now: datetime) -> Conversation:
        with self._transaction() as connection:
            connection.execute(
                insert(conversation).values(
                    id=id,
                    audience=audience,
                    created_at=_utc(now),
                    seen_at=_utc(now),
                    third_party=False,
                    helped=False,
                    declined=False,
                )
            )
        return Conversation(id, audience)

    def find(self, id: str, *, now: datetime, idle_minutes: int) -> Conversation | None:
        """The conversation, or None where it was deleted or has been idle too long."""
        with self._transaction() as connection:
            row = connection.execute(select(conversation).where(conversation.c.id == id)).mappings().first()
        if row is None or _utc(now) - row["seen_at"] > timedelta(minutes=idle_minutes):
            return None
        flag = row["risk_level"], row["risk_category"], row["third_party"]
        return Conversation(
            id, row["audience"], *flag, helped=row["helped"], territory=row["territory"], ability=row["ability"],
            declined=row["declined"],
        )  # fmt: skip

    def keep(self, one: Conversation, *, now: datetime, message_id: str | None = None, body: str = "") -> None:
        """Remember the state of a conversation and, under `message_id`, the answer just given. Raises Gone."""
        with self._transaction() as connection:
            kept = connection.execute(
                update(conversation)
                .where(conversation.c.id == one.id)
                .values(
                    audience=one.audience, seen_at=_utc(now), risk_level=one.risk_level,
                    risk_category=one.risk_category, third_party=one.third_party, helped=one.helped,
                    territory=one.territory, ability=one.ability, declined=one.declined,
                )
            )  # fmt: skip
            if kept.rowcount == 0:
                raise Gone(one.id)
            if message_id:
                connection.execute(
                    insert(answer).values(
                        conversation_id=one.id, message_id=message_id, body=body, created_at=_utc(now)
                    )
                )

    def answer(self, id: str, message_id: str) -> str | None:
        """The body already given for this message id, or None."""
        query = select(answer.c.body).where(answer.c.conversation_id == id, answer.c.message_id == message_id)
        with self._transaction() as connection:
            return connection.execute(query).scalar()

    def delete(self, id: str) -> None:
        """Everything of this conversation, gone."""
        with self._transaction() as connection:
            connection.execute(delete(answer).where(answer.c.conversation_id == id))
            connection.execute(delete(conversation).where(conversation.c.id == id))

    def purge(self, *, now: datetime, idle_minutes: int) -> int:
        """Delete every conversation idle for longer, and votes too old to keep; returns how many conversations."""
        limit = _utc(now) - timedelta(minutes=idle_minutes)
        old = select(conversation.c.id).where(conversation.c.seen_at < limit)
        with self._transaction() as connection:
            forget_old_votes(connection, now=now)
            connection.execute(delete(answer).where(answer.c.conversation_id.in_(old)))
            return connection.execute(delete(conversation).where(conversation.c.seen_at < limit)).rowcount


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(timezone.utc).replace(tzinfo=None)


def open_store(database_url: str) -> Store:
    """A store on this database; connects at the first query, never before."""
    if not database_url.startswith("sqlite"):
        return Store(create_engine(database_url, future=True, pool_pre_ping=True, pool_size=4, max_overflow=4))
    engine = create_engine(database_url, future=True, connect_args={"timeout": _LOCK_SECONDS})
    event.listen(engine, "connect", _tune_sqlite)
    return Store(engine)


def _tune_sqlite(connection, _record) -> None:
    """Readers beside one writer, and deleted pages overwritten: erased means erased."""
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
