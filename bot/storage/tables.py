"""The tables. No column holds what a person typed; migrations/ builds them."""

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

conversation = Table(
    "conversation",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("audience", String(16), nullable=False),
    Column("created_at", DateTime, nullable=False),
    Column("seen_at", DateTime, nullable=False),
    Column("risk_level", String(16), nullable=True),
    Column("risk_category", String(32), nullable=True),
    Column("third_party", Boolean, nullable=False, default=False),
    # The last answer was a help card: a short answer is then read in its light.
    Column("helped", Boolean, nullable=False, default=False),
    # Where the person said to be (fr, be…); null: where the school is.
    Column("territory", String(8), nullable=True),
    # What the person said to be able to do (write, watched, deaf); null: speak.
    Column("ability", String(8), nullable=True),
    # The person has already said no to the help that was shown: it is not urged again.
    Column("declined", Boolean, nullable=False, default=False),
    Index("conversation_seen_at", "seen_at"),
)

# The answer already given to a message id, so that a repeated request is answered once.
answer = Table(
    "answer",
    metadata,
    Column("conversation_id", String(64), ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True),
    Column("message_id", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    Column("created_at", DateTime, nullable=False),
)

# How many said that an answer was useful, or not. A month ("2026-11") and no day: no vote can be dated to a child.
feedback = Table(
    "feedback",
    metadata,
    Column("topic", String(64), primary_key=True),
    Column("audience", String(16), primary_key=True),
    Column("useful", Boolean, primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("count", Integer, nullable=False),
)
