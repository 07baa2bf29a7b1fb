"""Whom to reach: where somebody whom the bot knows reads, and in which language."""

from bot.domain.admins import Admin
from bot.domain.people import Officer
from bot.domain.reports import Recipient, Resident


def recipient_of(known: Admin | Officer | Resident) -> Recipient:
    """`LookupError` for an officer who has not joined."""
    if known.chat_id is None:
        raise LookupError("this officer has not joined")
    return Recipient(known.chat_id, known.locale)
