"""News goes to who said yes: whoever never answered is asked once more

Before, who had not said got all of it. A silence under a question is no consent, and what they had agreed to did not
speak of news.

Revision ID: 0013
Revises: 0012
Create Date: 2026-11-29
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

RESIDENTS = sa.table(
    "residents",
    sa.column("news_asked_at", sa.DateTime(timezone=True)),
    sa.column("news_opening", sa.Boolean()),
    sa.column("news_announcement", sa.Boolean()),
)


def upgrade() -> None:
    unsaid = RESIDENTS.c.news_opening.is_(None)
    op.execute(sa.update(RESIDENTS).where(unsaid).values(news_asked_at=None))


def downgrade() -> None:
    """Before, not to have said was a yes: whoever agreed to openings alone has said no to the rest."""
    alone = (RESIDENTS.c.news_opening.is_not(None), RESIDENTS.c.news_announcement.is_(None))
    op.execute(sa.update(RESIDENTS).where(*alone).values(news_announcement=sa.false()))
