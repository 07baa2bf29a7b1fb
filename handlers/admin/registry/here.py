"""What the handlers of the directory share: who asks, in which message, and what was asked before."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, TelegramObject

from bot.domain.admins import Admin
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.domain.registry import DirectoryKind
from bot.domain.registry_notices import EditFaulty
from bot.domain.reports import Recipient
from bot.services.registry.book import RegistryBook
from bot.services.registry.edits import RegistryEdits
from bot.services.registry.faults import Fault
from bot.services.registry.files import fault_words
from bot.services.turns import Turn
from handlers.buttons import message_of

KEY: Final = "editing"
Handler: TypeAlias = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Here:
    """`message_id`: the message whose button was tapped; what is shown takes its place."""

    turn: Turn
    recipient: Recipient
    admin: Admin
    state: FSMContext
    book: RegistryBook
    edits: RegistryEdits
    message_id: int | None = None

    async def tell(self, notice: Notice) -> None:
        await self.turn.tell(self.recipient, notice, edits=self.message_id)

    async def panel(self, kind: DirectoryKind, id_: int) -> None:
        """The entry as it is now; whatever was asked is over."""
        await self.forget()
        await self.tell(await self.book.panel(self.admin, kind, id_))

    async def ask(self, question: Notice, state: State, **about: Any) -> None:
        await self.state.set_state(state)
        await self.state.update_data({KEY: about})
        await self.tell(question)

    async def asked(self) -> dict[str, Any]:
        """What the answer is about; raises StaleButton when nothing was asked."""
        found: dict[str, Any] | None = (await self.state.get_data()).get(KEY)
        if not found:
            raise StaleButton
        return found

    async def forget(self) -> None:
        if (await self.state.get_data()).get(KEY) is not None:
            await self.state.set_state(None)
            await self.state.update_data({KEY: None})

    async def done(self, fault: Fault | None, kind: DirectoryKind, id_: int) -> None:
        """The entry anew; or what was wrong, and the question stands."""
        if fault is None:
            await self.panel(kind, id_)
        else:
            await self.turn.tell(self.recipient, EditFaulty(fault_words(fault)))


def at_the_directory(router: Router) -> None:
    """Every handler of this router may ask for `here`."""
    router.message.middleware(_hand_over)
    router.callback_query.middleware(_hand_over)


async def _hand_over(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    here = Here(
        turn=data["turn"],
        recipient=data["recipient"],
        admin=data["admin"],
        state=data["state"],
        book=data["registry_book"],
        edits=data["registry_edits"],
        message_id=message_of(event) if isinstance(event, CallbackQuery) else None,
    )
    return await handler(event, {**data, "here": here})
