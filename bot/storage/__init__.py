"""What outlives a request, and nothing a child typed: who is spoken to, a flag, answers given."""

from bot.storage.feedback import Votes, count_vote, read_votes
from bot.storage.store import Conversation, Gone, StorageError, Store, open_store

__all__ = ["Conversation", "Gone", "StorageError", "Store", "Votes", "count_vote", "open_store", "read_votes"]
