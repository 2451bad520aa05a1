"""Real SQLite: what is remembered, what is forgotten, and what happens when the database cannot."""

import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.storage import Conversation, Gone, StorageError, Store, open_store
from bot.storage.migrate import migrate

NOW = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)
IDLE = 60


def find(store: Store, id: str = "c1", *, minutes: int = 0) -> Conversation | None:
    return store.find(id, now=NOW + timedelta(minutes=minutes), idle_minutes=IDLE)


def test_a_conversation_begun_is_found(store):
    store.create("c1", "11-14", now=NOW)
    assert find(store) == Conversation("c1", "11-14")


def test_a_conversation_never_begun_is_not_found(store):
    assert find(store) is None


@pytest.mark.parametrize(("minutes", "found"), [(59, True), (60, True), (61, False), (100_000, False)])
def test_a_conversation_idle_too_long_is_over(store, minutes, found):
    store.create("c1", "11-14", now=NOW)
    assert (find(store, minutes=minutes) is not None) is found


def test_speaking_again_keeps_a_conversation_alive(store):
    store.create("c1", "11-14", now=NOW)
    store.keep(Conversation("c1", "11-14"), now=NOW + timedelta(minutes=50))
    assert find(store, minutes=100) is not None


def test_what_is_kept_is_found_again(store):
    store.create("c1", "11-14", now=NOW)
    flagged = Conversation("c1", "parent", "urgence", "suicide", True)
    store.keep(flagged, now=NOW)
    assert find(store) == flagged


def test_keeping_one_conversation_leaves_another_alone(store):
    store.create("c1", "11-14", now=NOW)
    store.create("c2", "8-10", now=NOW)
    store.keep(Conversation("c1", "11-14", "alerte", "suicide"), now=NOW)
    assert find(store, "c2") == Conversation("c2", "8-10")


def test_an_answer_given_is_found_under_its_message_and_no_other(store):
    store.create("c1", "11-14", now=NOW)
    store.create("c2", "11-14", now=NOW)
    store.keep(Conversation("c1", "11-14"), now=NOW, message_id="m1", body='{"é": "😀"}')
    assert store.answer("c1", "m1") == '{"é": "😀"}'
    assert store.answer("c1", "m2") is None
    assert store.answer("c2", "m1") is None


def test_deleting_leaves_nothing_of_the_conversation_and_all_of_the_others(store, database: Path):
    for id in ("c1", "c2"):
        store.create(id, "11-14", now=NOW)
        store.keep(Conversation(id, "11-14"), now=NOW, message_id="m1", body="réponse")
    store.delete("c1")
    assert find(store) is None
    assert store.answer("c1", "m1") is None
    assert store.answer("c2", "m1") == "réponse"
    with sqlite3.connect(database) as raw:
        assert raw.execute("select count(*) from answer where conversation_id = 'c1'").fetchone() == (0,)


def test_deleting_what_is_not_there_is_nothing(store):
    store.delete("nobody")
    assert find(store, "nobody") is None


def test_erased_means_erased_from_the_file(store, database: Path):
    store.create("c1", "11-14", now=NOW)
    store.keep(Conversation("c1", "11-14"), now=NOW, message_id="m1", body="UNE-REPONSE-A-OUBLIER")
    store.delete("c1")
    with sqlite3.connect(database) as raw:
        raw.execute("pragma wal_checkpoint(truncate)")
    assert b"UNE-REPONSE-A-OUBLIER" not in database.read_bytes()


def test_the_purge_takes_idle_conversations_with_their_answers_and_says_how_many(store):
    for id, age in (("old", 61), ("older", 600), ("fresh", 59)):
        store.create(id, "11-14", now=NOW - timedelta(minutes=age))
        store.keep(Conversation(id, "11-14"), now=NOW - timedelta(minutes=age), message_id="m", body="x")
    assert store.purge(now=NOW, idle_minutes=IDLE) == 2
    assert [store.answer(id, "m") for id in ("old", "older", "fresh")] == [None, None, "x"]


def test_a_moment_in_another_time_zone_is_the_same_moment(store):
    store.create("c1", "11-14", now=NOW.astimezone(timezone(timedelta(hours=11))))
    assert find(store, minutes=60) is not None
    assert find(store, minutes=61) is None


def test_the_same_conversation_twice_is_a_storage_error(store):
    store.create("c1", "11-14", now=NOW)
    with pytest.raises(StorageError):
        store.create("c1", "11-14", now=NOW)


def test_no_column_is_made_to_hold_what_someone_typed(database: Path):
    with sqlite3.connect(database) as raw:
        columns = {row[1] for table in ("conversation", "answer") for row in raw.execute(f"pragma table_info({table})")}
    assert columns.isdisjoint({"text", "message", "name", "email", "ip"})


# What each broken database is, and every call that a request makes on it.
CALLS = {
    "create": lambda store: store.create("c9", "11-14", now=NOW),
    "find": lambda store: store.find("c1", now=NOW, idle_minutes=IDLE),
    "keep": lambda store: store.keep(Conversation("c1", "11-14"), now=NOW, message_id="m", body="x"),
    "answer": lambda store: store.answer("c1", "m1"),
    "delete": lambda store: store.delete("c1"),
    "purge": lambda store: store.purge(now=NOW + timedelta(days=1), idle_minutes=IDLE),
}
WRITES = ["create", "keep", "delete", "purge"]


@pytest.mark.parametrize("call", WRITES)
def test_a_locked_database_is_a_storage_error(store, database: Path, call):
    store.create("c1", "11-14", now=NOW)
    blocker = sqlite3.connect(database, isolation_level=None)
    blocker.execute("begin exclusive")
    try:
        with pytest.raises(StorageError):
            CALLS[call](store)
    finally:
        blocker.close()


@pytest.mark.parametrize("call", CALLS)
def test_a_database_locked_before_the_first_connection_is_a_storage_error(database: Path, call):
    with sqlite3.connect(database) as raw:
        raw.execute("pragma journal_mode=delete")
    blocker = sqlite3.connect(database, isolation_level=None)
    blocker.execute("begin exclusive")
    try:
        with pytest.raises(StorageError):
            CALLS[call](open_store(f"sqlite:///{database}"))
    finally:
        blocker.close()


@pytest.mark.parametrize("call", CALLS)
def test_a_missing_folder_is_a_storage_error(tmp_path: Path, call):
    with pytest.raises(StorageError):
        CALLS[call](open_store(f"sqlite:///{tmp_path / 'nowhere' / 'balise.db'}"))


@pytest.mark.parametrize("call", CALLS)
def test_a_database_without_its_tables_is_a_storage_error(tmp_path: Path, call):
    with pytest.raises(StorageError):
        CALLS[call](open_store(f"sqlite:///{tmp_path / 'empty.db'}"))


@pytest.mark.parametrize("call", CALLS)
def test_a_file_that_is_no_database_is_a_storage_error(tmp_path: Path, call):
    (tmp_path / "broken.db").write_bytes(b"this is not a database" * 100)
    with pytest.raises(StorageError):
        CALLS[call](open_store(f"sqlite:///{tmp_path / 'broken.db'}"))


def test_opening_a_store_touches_nothing(tmp_path: Path):
    open_store(f"sqlite:///{tmp_path / 'nowhere' / 'balise.db'}")
    assert list(tmp_path.iterdir()) == []


def test_the_error_says_nothing_of_what_was_kept(tmp_path: Path):
    with pytest.raises(StorageError) as caught:
        open_store(f"sqlite:///{tmp_path / 'empty.db'}").keep(
            Conversation("c1", "11-14"), now=NOW, message_id="m", body="SECRET"
        )
    assert "SECRET" not in str(caught.value)


def test_a_database_mended_is_used_again(tmp_path: Path):
    path = tmp_path / "balise.db"
    store = open_store(f"sqlite:///{path}")
    with pytest.raises(StorageError):
        find(store)
    migrate(f"sqlite:///{path}")
    store.create("c1", "11-14", now=NOW)
    assert find(store) is not None


def test_nothing_is_kept_of_a_conversation_deleted_meanwhile(store):
    now = datetime.now(timezone.utc)
    one = store.create("gone", "11-14", now=now)
    store.delete("gone")
    with pytest.raises(Gone):
        store.keep(one, now=now, message_id="m", body="{}")
    assert store.answer("gone", "m") is None
