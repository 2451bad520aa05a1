"""Conversations in Rasa's memory only: short, bounded, forgotten on request and with age."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.settings import read_settings

_LOOK_SECONDS = 60
_stores: list[BoundedTrackerStore] = []


class BoundedTrackerStore(InMemoryTrackerStore):
    """Nothing on disk; the last `max_event_history` events; idle conversations pruned."""

    def __init__(
        self, domain: Domain, event_broker: EventBroker | None = None, max_event_history: int = 60, **kwargs: Any
    ) -> None:
        super().__init__(domain, event_broker)
        self.max_event_history = max_event_history
        self._seen: dict[str, float] = {}
        self._idle = read_settings().idle_minutes * 60
        _stores.append(self)

    async def save(self, tracker: DialogueStateTracker) -> None:
        await super().save(tracker)
        self._seen[tracker.sender_id] = time.monotonic()

    def prune(self, now: float) -> None:
        """Drop the conversations that were idle too long at `now`, in seconds of the monotonic clock."""
        for sender in [sender for sender, seen in self._seen.items() if now - seen > self._idle]:
            self.drop(sender)

    def drop(self, sender: str) -> None:
        self.store.pop(sender, None)
        self._seen.pop(sender, None)


async def forget_idle() -> None:
    """As long as this process lives, and though nobody speaks: drop within a minute what is idle too long."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        for store in _stores:
            store.prune(time.monotonic())


def forget(sender: str) -> None:
    """Drop a conversation from the memory of this process."""
    for store in _stores:
        store.drop(sender)
