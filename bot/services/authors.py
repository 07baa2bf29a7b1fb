"""Whoever wrote an update, known by the number of their chat alone: before it was parsed, or when it cannot be."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.dialogues import LOCALE
from bot.domain.reports import Recipient
from bot.services.people import People
from db import admins, dialogues, officers


@dataclass(frozen=True, slots=True)
class Author:
    """`home`: the place that is remembered of a resident."""

    recipient: Recipient
    home: str | None


class Authors:
    """`key_of` names the dialogue of a private chat."""

    def __init__(self, people: People, default_locale: str, key_of: Callable[[int], str]) -> None:
        self._people = people
        self._default_locale = default_locale
        self._key_of = key_of

    async def of(self, chat_id: int) -> Author:
        """Where and in which language they are answered."""
        dialogue = await dialogues.load(self._key_of(chat_id))
        resident = await self._people.resident(Recipient(chat_id, self._default_locale))
        locale = await self._people.locale(chat_id, resident) or dialogue.data.get(LOCALE) or self._default_locale
        return Author(Recipient(chat_id, str(locale)), resident.place if resident else None)

    async def in_lane(self, lane: str) -> Recipient | None:
        """Whoever writes in a lane of the inbox; None: it is no private chat."""
        chat = lane.partition(":")[2]
        return (await self.of(int(chat))).recipient if chat.isdecimal() else None

    async def are_staff(self, chat_id: int) -> bool:
        """An officer or an admin: they write to many."""
        return await officers.by_chat(chat_id) is not None or await admins.by_chat(chat_id) is not None
