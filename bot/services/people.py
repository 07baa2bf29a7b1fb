"""Residents and what the desk remembers of them: only after they agreed, and only until they say otherwise."""

from dataclasses import replace

from bot.domain.consent import SAYS, Consent
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient, Resident
from bot.services import menus
from bot.services.turns import Turn
from db import admins, officers, reports, residents


class People:
    """Consent, language, place; and who can be reached."""

    async def resident(self, recipient: Recipient) -> Resident | None:
        return await residents.by_chat(recipient.channel, recipient.chat_id)

    async def locale(self, chat_id: int, resident: Resident | None) -> str | None:
        """The language of whoever reads in a chat: an officer's, a resident's or an admin's; None for a stranger."""
        known = await officers.by_chat(chat_id) or resident or await admins.by_chat(chat_id)
        return known.locale if known else None

    async def consent(self, turn: Turn, recipient: Recipient, consent: Consent) -> Resident:
        """The person agreed: from now on they are remembered."""
        news = {kind.value: wanted for kind, wanted in SAYS[consent].items()}
        known = await residents.add(
            channel=recipient.channel, chat_id=recipient.chat_id, locale=recipient.locale, now=turn.now, news=news
        )
        await menus.show(turn, recipient)
        return known

    async def set_place(self, resident: Resident, katottg: str | None) -> None:
        """None: nothing is to be remembered (`Lookup.place_to_keep`), but that it is so."""
        await residents.update(resident.id, place=katottg, hushed=katottg is None)

    async def set_locale(self, recipient: Recipient, locale: str) -> Recipient:
        """Change the language of whoever is known here; returns the reader as they read from now on."""
        if known := await residents.by_chat(recipient.channel, recipient.chat_id):
            await residents.update(known.id, locale=locale)
        if officer := await officers.by_chat(recipient.chat_id):
            await officers.set_locale(officer.id, locale)
        await admins.set_locale(recipient.chat_id, locale)
        return replace(recipient, locale=locale)

    async def count_reports(self, resident: Resident) -> int:
        return await reports.count_sent(resident.id)

    async def blocked(self, turn: Turn, recipient: Recipient) -> None:
        """Telegram says this chat blocked the bot. What an officer leaves behind: `Desk.left`."""
        await residents.set_reachable(recipient.channel, recipient.chat_id, turn.now)
        await officers.mark_unreachable(recipient.chat_id, now=turn.now)

    async def came_back(self, recipient: Recipient) -> None:
        """The chat unblocked the bot."""
        await residents.set_reachable(recipient.channel, recipient.chat_id, None)
        await officers.mark_reachable(recipient.chat_id)


async def reader_of_resident(resident_id: int) -> Recipient:
    """Where the resident of a report reads."""
    return recipient_of(await residents.by_id(resident_id))
