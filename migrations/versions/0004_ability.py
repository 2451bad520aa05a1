"""What the person can do (write, watched, deaf), and whether the help was refused once."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("conversation", sa.Column("ability", sa.String(8), nullable=True))
    op.add_column("conversation", sa.Column("declined", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.drop_column("declined")
        table.drop_column("ability")
