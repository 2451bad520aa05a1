"""Rasa's memory: in memory, bounded, forgotten on request and with age."""

import asyncio
import time

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.rasa_components.tracker_store import BoundedTrackerStore, forget, forget_idle


@pytest.fixture
def store(environ) -> BoundedTrackerStore:
    environ(BALISE_IDLE_MINUTES="10")
    return BoundedTrackerStore(Domain.empty(), max_event_history=5)


def talk(store: BoundedTrackerStore, sender: str, messages: int = 1) -> None:
    tracker = DialogueStateTracker(sender, [])
    for number in range(messages):
        tracker.update(UserUttered(f"message {number}"))
    asyncio.run(store.save(tracker))


def heard(store: BoundedTrackerStore, sender: str) -> list[str] | None:
    tracker = asyncio.run(store.retrieve(sender))
    return [event.text for event in tracker.events if isinstance(event, UserUttered)] if tracker else None


def test_a_conversation_is_remembered(store):
    talk(store, "a")
    assert heard(store, "a") == ["message 0"]


def test_only_the_last_events_come_back(store):
    talk(store, "a", messages=20)
    assert heard(store, "a") == [f"message {number}" for number in range(15, 20)]


def test_a_conversation_forgotten_is_gone_and_the_others_stay(store):
    talk(store, "a")
    talk(store, "b")
    forget("a")
    assert heard(store, "a") is None
    assert heard(store, "b") == ["message 0"]


def test_forgetting_what_is_not_there_is_nothing(store):
    forget("nobody")
    assert heard(store, "nobody") is None


@pytest.mark.parametrize(("minutes", "kept"), [(9, True), (11, False)])
def test_a_conversation_idle_too_long_is_pruned(store, minutes, kept):
    talk(store, "a")
    store.prune(time.monotonic() + minutes * 60)
    assert (heard(store, "a") is not None) is kept


def test_what_is_idle_goes_by_itself_and_the_others_stay(store, monkeypatch):
    monkeypatch.setattr("bot.rasa_components.tracker_store._LOOK_SECONDS", 0)
    talk(store, "old")
    talk(store, "new")
    store._seen["old"] -= 11 * 60

    async def a_while() -> None:
        looking = asyncio.create_task(forget_idle())
        await asyncio.sleep(0.05)
        looking.cancel()

    asyncio.run(a_while())
    assert heard(store, "old") is None
    assert heard(store, "new") is not None


def test_a_store_forgets_in_every_store_of_the_process(environ, store):
    other = BoundedTrackerStore(Domain.empty())
    talk(store, "a")
    talk(other, "a")
    forget("a")
    assert heard(store, "a") is None
    assert heard(other, "a") is None
