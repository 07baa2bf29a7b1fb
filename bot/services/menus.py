"""The command menu of whoever may be a resident, an officer and an admin at once."""

from bot.domain.notices import CommandMenu
from bot.domain.reports import Recipient
from bot.services.turns import Turn
from db import admins, officers, residents


async def show(turn: Turn, recipient: Recipient) -> None:
    """As the database knows them now."""
    resident = await residents.by_chat(recipient.channel, recipient.chat_id)
    officer = await officers.by_chat(recipient.chat_id)
    admin = await admins.by_chat(recipient.chat_id)
    menu = CommandMenu(officer=officer is not None, admin=admin is not None, resident=resident is not None)
    await turn.tell(recipient, menu)
