"""What every button that is tapped has."""

from aiogram.types import CallbackQuery, Message


def message_of(query: CallbackQuery) -> int | None:
    """The message under which the button stands, to be changed; None when Telegram no longer shows it, or it has no
    words that could be changed: then what is said comes as a new one."""
    found = query.message
    return found.message_id if isinstance(found, Message) and found.text is not None else None
