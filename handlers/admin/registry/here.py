"""What the handlers of the directory share: who asks, in which message, and what was asked before."""

from dataclasses import dataclass
from typing import Any, Final

from aiogram import Router
from aiogram.fsm.state import State

from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.domain.registry import DirectoryKind
from bot.domain.registry_notices import EditFaulty
from bot.services.registry.book import RegistryBook
from bot.services.registry.edits import RegistryEdits
from bot.services.registry.faults import Fault
from bot.services.registry.files import fault_words
from handlers.admin.here import Here, hand_over

KEY: Final = "editing"


@dataclass(frozen=True, slots=True)
class DirectoryHere(Here):
    book: RegistryBook
    edits: RegistryEdits

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
            await self.tell_below(EditFaulty(fault_words(fault)))


def at_the_directory(router: Router) -> None:
    """Every handler of this router may ask for `here`."""
    hand_over(router, DirectoryHere, book="registry_book", edits="registry_edits")
