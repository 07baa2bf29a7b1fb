"""What every handler is given: who speaks (`recipient`, `resident`, `officer`, `admin`, `aside`), found once an
update, and the `act` of a button."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Chat, TelegramObject

from bot.domain.dialogues import LOCALE
from bot.domain.reports import Recipient
from bot.services.addressing import Writer
from bot.services.admins import Admins
from bot.services.directory import DirectoryService
from bot.services.people import People
from bot.services.turns import Turn
from bot.telegram.acts import unpack


class WhoSpeaks(BaseMiddleware):
    """Only private chats are served: a group has no person to answer, and its members would read along."""

    def __init__(self, people: People, directory: DirectoryService, admins: Admins, default_locale: str) -> None:
        self._people = people
        self._admins = admins
        self._directory = directory
        self._default_locale = default_locale

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        chat: Chat | None = data.get("event_chat")
        if chat is None or chat.type != ChatType.PRIVATE or data.get("event_from_user") is None:
            return None
        turn: Turn = data["turn"]
        officer = await self._directory.officer_by_chat(chat.id)
        resident = await self._people.resident(Recipient(chat.id, self._default_locale))
        admin = await self._admins.behind(turn, chat.id, _name_of(chat))
        known = officer or resident or admin
        locale = known.locale if known else await self._chosen(data.get("state"))
        turn.recipient = Recipient(chat.id, locale)
        data.update(recipient=turn.recipient, resident=resident, officer=officer, admin=admin)
        data["aside"] = None if known else await self._directory.officer_aside(chat.id)
        turn.writer = data["writer"] = Writer(turn.recipient, resident, officer)
        return await handler(event, data)

    async def _chosen(self, state: FSMContext | None) -> str:
        chosen = (await state.get_data()).get(LOCALE) if state else None
        return str(chosen or self._default_locale)


class WhatIsTapped(BaseMiddleware):
    """The act of the button, handed to the handlers as `act`; None where it is none of ours, or forged."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        data["act"] = unpack(event.data or "") if isinstance(event, CallbackQuery) else None
        return await handler(event, data)


def _name_of(chat: Chat) -> str:
    return " ".join(each for each in (chat.first_name, chat.last_name) if each)
