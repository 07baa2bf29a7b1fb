"""Deleting messages: within 48 hours, in Telegram's words."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.methods.copying import checked_ids
from bot.sandbox.talk import remove
from bot.sandbox.things import Record

WINDOW: Final = 48 * 3600  # seconds


def _in_time(call: Call[Any], record: Record) -> bool:
    return call.world.now() - int(record.message["date"]) < WINDOW


def delete_message(call: Call[methods.DeleteMessage]) -> bool:
    """One message, of the bot or (in a private chat, or as a group's admin) of a person."""
    dialog = call.seen(call.method.chat_id)
    record = dialog.alive(call.method.message_id)
    if record is None:
        raise bad("message to delete not found")
    if not _in_time(call, record):
        raise bad("message can't be deleted for everyone")
    remove(call.world, dialog, call.method.message_id)
    return True


def delete_messages(call: Call[methods.DeleteMessages]) -> bool:
    """Up to 100 messages; those that are not there are skipped."""
    dialog = call.seen(call.method.chat_id)
    found = [(number, dialog.alive(number)) for number in checked_ids(call.method.message_ids)]
    there = [(number, record) for number, record in found if record is not None]
    if not all(_in_time(call, record) for _, record in there):
        raise bad("message can't be deleted for everyone")
    for number, _ in there:
        remove(call.world, dialog, number)
    return True


HANDLERS: Final[Mapping[str, Handler]] = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
