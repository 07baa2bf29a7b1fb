"""What somebody replies to, as far as the message itself tells."""

from aiogram import Bot
from aiogram.types import Message

from bot.domain.addressing import Target
from bot.telegram.linking import addresses_in
from handlers.entries import point_of, unique_id_in


def target_of(message: Message, bot: Bot) -> Target | None:
    """The message this one replies to, of our own with the addresses it carries. None: it replies to nothing here."""
    to = message.reply_to_message
    if to is None:
        return None
    ours = to.from_user is not None and to.from_user.id == bot.id
    addresses = addresses_in(to) if ours else ()
    return Target(
        message_id=to.message_id,
        ours=ours,
        sent_at=to.date,
        addresses=addresses,
        unique_id=unique_id_in(to) if ours else None,
        point=point_of(to) if ours else None,
        question=ours and to.text is not None and not addresses,
    )
