"""Votes on topics, in real SQLite: all counted, by month, for so long, and nothing else."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path
from threading import Barrier

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect

from bot.settings import ROOT
from bot.storage import StorageError, Store, Votes, count_vote, open_store, read_votes
from bot.storage.migrate import migrate

NOW = datetime(2026, 11, 24, 15, tzinfo=timezone.utc)


def vote(store: Store, topic: str = "nude_risques", audience: str = "11-14", *, useful: bool = True, now=NOW) -> None:
    count_vote(store, topic, audience, useful=useful, now=now)


def rows(database: Path) -> list[tuple]:
    with sqlite3.connect(database) as raw:
        return raw.execute("select * from feedback order by 1, 2, 3, 4").fetchall()


def month(written: str) -> datetime:
    return datetime.fromisoformat(f"{written}-15T12:00:00+00:00")


def test_a_vote_is_one_row_of_counts_and_says_nothing_more(store, database: Path):
    vote(store)
    assert rows(database) == [("nude_risques", "11-14", 1, "2026-11", 1)]


def test_the_same_vote_again_adds_to_its_row(store, database: Path):
    for day in (1, 24, 30):
        vote(store, now=NOW.replace(day=day))
    assert rows(database) == [("nude_risques", "11-14", 1, "2026-11", 3)]


@pytest.mark.parametrize(
    "other",
    [{"topic": "grooming_definition"}, {"audience": "8-10"}, {"useful": False}, {"now": month("2026-12")}],
    ids=str,
)
def test_a_vote_that_differs_has_a_row_of_its_own(store, database: Path, other):
    vote(store)
    vote(store, **other)
    assert [row[-1] for row in rows(database)] == [1, 1]


def test_the_table_has_no_place_for_a_conversation_a_day_or_a_word(database: Path):
    with sqlite3.connect(database) as raw:
        columns = [row[1] for row in raw.execute("pragma table_info(feedback)")]
        links = raw.execute("pragma foreign_key_list(feedback)").fetchall()
    assert columns == ["topic", "audience", "useful", "month", "count"]
    assert links == []


def test_votes_are_read_by_topic_with_audiences_and_months_added_up(store):
    vote(store, audience="8-10", now=month("2026-02"))
    vote(store, audience="parent")
    vote(store, useful=False)
    vote(store, "grooming_definition", useful=False)
    assert read_votes(store, now=NOW, months=12) == [Votes("grooming_definition", 0, 1), Votes("nude_risques", 2, 1)]


def test_without_a_vote_there_is_nothing_to_read(store):
    assert read_votes(store, now=NOW, months=12) == []


@pytest.mark.parametrize(
    ("now", "given", "read"),
    [
        ("2026-11", "2025-12", True), ("2026-11", "2025-11", False),
        ("2026-12", "2026-01", True), ("2026-12", "2025-12", False),
        ("2026-01", "2025-02", True), ("2026-01", "2025-01", False),
    ],
)  # fmt: skip
def test_twelve_months_are_this_one_and_the_eleven_before(store, now, given, read):
    vote(store, now=month(given))
    assert bool(read_votes(store, now=month(now), months=12)) is read


def test_the_purge_deletes_votes_when_their_month_is_the_twenty_fifth(store, database: Path):
    for given in ("2023-05", "2024-11", "2024-12", "2026-11"):
        vote(store, now=month(given))
    assert store.purge(now=NOW, idle_minutes=60) == 0
    assert [row[3] for row in rows(database)] == ["2024-12", "2026-11"]


def test_erasing_a_conversation_or_letting_it_end_takes_no_vote_away(store, database: Path):
    store.create("c1", "11-14", now=NOW)
    vote(store)
    store.delete("c1")
    store.purge(now=NOW.replace(day=28), idle_minutes=60)
    assert len(rows(database)) == 1


def test_two_threads_voting_at_once_lose_no_vote(store, database: Path):
    together = Barrier(2)

    def votes(_: int) -> None:
        together.wait()
        for _ in range(100):
            until_accepted(lambda: vote(store))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(votes, range(2)))
    assert rows(database) == [("nude_risques", "11-14", 1, "2026-11", 200)]


def until_accepted(act: Callable[[], None]) -> None:
    """A machine so busy that the lock outlasts its patience refuses a vote aloud: that is not losing one."""
    for _ in range(50):
        try:
            return act()
        except StorageError:
            continue
    raise AssertionError("refused fifty times")


CALLS = {"vote": vote, "read": lambda store: read_votes(store, now=NOW, months=12)}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("place", ["empty.db", "nowhere/balise.db"])
def test_a_database_without_its_table_or_its_folder_is_a_storage_error(tmp_path: Path, call, place):
    with pytest.raises(StorageError):
        CALLS[call](open_store(f"sqlite:///{tmp_path / place}"))


def test_a_locked_database_is_a_storage_error(store, database: Path):
    vote(store)
    blocker = sqlite3.connect(database, isolation_level=None)
    blocker.execute("begin exclusive")
    try:
        with pytest.raises(StorageError):
            vote(store)
    finally:
        blocker.close()


def test_the_database_of_the_version_before_gets_the_table_and_keeps_what_it_holds(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'balise.db'}"
    before = Config()
    before.set_main_option("script_location", str(ROOT / "migrations"))
    before.set_main_option("sqlalchemy.url", url)
    command.upgrade(before, "0004")
    assert not inspect(create_engine(url)).has_table("feedback")
    store = open_store(url)
    store.create("c1", "11-14", now=NOW)
    migrate(url)
    vote(store)
    assert store.find("c1", now=NOW, idle_minutes=60) is not None
    assert len(rows(tmp_path / "balise.db")) == 1
