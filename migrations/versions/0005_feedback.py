"""How many found an answer useful, by topic, audience and month."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("topic", sa.String(64), primary_key=True),
        sa.Column("audience", sa.String(16), primary_key=True),
        sa.Column("useful", sa.Boolean, primary_key=True),
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("feedback")
