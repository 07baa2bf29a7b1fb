"""What becomes of a notice that was given up: whoever it concerns hears of it."""

from typing import Final

from bot.domain.addressing_notices import ActsOver
from bot.domain.alerts import Alert, AlertKind
from bot.domain.kinds import KINDS
from bot.domain.notices import CommandMenu, Notice, NotShown, Priority, Seen
from bot.domain.reports import Recipient
from bot.services.alerts import Alerts
from bot.services.reports.desk import Desk
from bot.services.turns import Turn
from db.outbox import OutboxRow

SIGNS: Final = (Seen, CommandMenu, ActsOver)
"""No messages: nobody misses them."""
LAST_WORDS: Final = (Alert, NotShown)
"""Said of a loss; when they are lost too, nothing more is said."""


class Losses:
    """Nothing is lost in silence."""

    def __init__(self, desk: Desk, alerts: Alerts) -> None:
        self._desk = desk
        self._alerts = alerts

    async def lost(self, turn: Turn, post: OutboxRow, error: str, *, unreachable: bool) -> None:
        """`unreachable`: the whole chat is; otherwise Telegram refused this message, or we could not make it, in its
        plain form too. Then superadmins hear of it, and whoever waits for it."""
        await self._desk.undelivered(turn, post, unreachable=unreachable)
        kind = KINDS.get(post.kind, Notice)
        if unreachable or issubclass(kind, SIGNS + LAST_WORDS):
            return
        await self._alerts.tell(turn, AlertKind.NOTICE_REFUSED, notice=post.kind, error=error)
        if _is_awaited(post, kind):
            recipient = Recipient(post.chat_id, post.locale, post.channel)
            await turn.tell(recipient, NotShown(), key=f"not-shown:{post.chat_id}")


def _is_awaited(post: OutboxRow, kind: type[Notice]) -> bool:
    """An entry is told to its author; an old message stands where an edit was refused."""
    return post.role != "entry" and post.edits is None and kind.priority < Priority.REST
