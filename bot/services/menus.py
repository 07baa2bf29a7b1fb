"""The command menu of whoever may be a resident, an officer and an admin at once."""

from bot.domain.notices import CommandMenu
from bot.domain.reports import Reader
from bot.services.turns import Turn
from db import admins, officers, residents


async def show(turn: Turn, reader: Reader) -> None:
    """As the database knows them now."""
    resident = await residents.by_chat(reader.channel, reader.chat_id)
    officer = await officers.by_chat(reader.chat_id)
    admin = await admins.by_chat(reader.chat_id)
    menu = CommandMenu(officer=officer is not None, admin=admin is not None, resident=resident is not None)
    await turn.tell(reader, menu)
