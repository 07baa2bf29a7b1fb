"""What every button that is tapped has."""

from aiogram.types import CallbackQuery


def message_of(query: CallbackQuery) -> int | None:
    """The message under which the button stands; None when Telegram no longer knows it."""
    return query.message.message_id if query.message else None
