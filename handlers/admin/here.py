"""What handlers of an admin's commands share: who asks, and in which message. A middleware hands it over as `here`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, TelegramObject

from bot.domain.admins import Admin
from bot.domain.notices import Notice
from bot.domain.reports import Recipient
from bot.services.turns import Turn
from handlers.buttons import message_of

Handler: TypeAlias = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Here:
    """`message_id`: the message whose button was tapped; what is shown takes its place."""

    turn: Turn
    recipient: Recipient
    admin: Admin
    state: FSMContext
    message_id: int | None

    async def tell(self, notice: Notice) -> None:
        await self.turn.tell(self.recipient, notice, edits=self.message_id)

    async def tell_below(self, notice: Notice) -> None:
        """As a message of its own."""
        await self.turn.tell(self.recipient, notice)


def hand_over(router: Router, kind: type[Here], **services: str) -> None:
    """Every handler of this router may ask for `here`; `services`: what else stands in it, by the name it is provided
    under."""

    async def give(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        here = kind(
            turn=data["turn"],
            recipient=data["recipient"],
            admin=data["admin"],
            state=data["state"],
            message_id=message_of(event) if isinstance(event, CallbackQuery) else None,
            **{field: data[name] for field, name in services.items()},
        )
        return await handler(event, {**data, "here": here})

    router.message.middleware(give)
    router.callback_query.middleware(give)
