"""What a message says: the risk, the topic, and how sure. One model, loaded once."""

from bot.understanding.follow_ups import Asked, FollowUps, train_follow_ups
from bot.understanding.train import fit_or_reuse, output_names, train
from bot.understanding.understand import Guess, Understander, Understanding

__all__ = [
    "Asked", "FollowUps", "Guess", "Understander", "Understanding", "fit_or_reuse", "output_names", "train",
    "train_follow_ups",
]  # fmt: skip
