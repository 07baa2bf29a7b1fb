"""Conversations as the control API shows them."""

from collections.abc import Iterable
from typing import Any

from bot.sandbox.things import Dialog, Record

Json = dict[str, Any]


def records_view(dialog: Dialog, numbers: Iterable[int]) -> list[Json]:
    """Messages with what the page and the tests want to know beside them."""
    return [_view(dialog.records[number]) for number in sorted(numbers)]


def _view(record: Record) -> Json:
    state = {"from_bot": bool(record.bot), "edited": record.edited, "deleted": record.deleted, "rev": record.rev}
    reactions = [emoji for emoji in record.reactions.values() if emoji]
    return {**record.message, **state, **({"reactions": reactions} if reactions else {})}


def dialog_view(dialog: Dialog) -> Json:
    """The state of the input field, what is pinned, and `rev` to wait for the next change."""
    view = {"reply_keyboard": dialog.keyboard, "reply_keyboard_message": dialog.keyboard_message}
    return {**view, "force_reply": dialog.force_reply, "pinned": list(dialog.pinned), "rev": dialog.rev}
