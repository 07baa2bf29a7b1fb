"""One method call on its way through a handler."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from aiogram.methods.base import TelegramMethod

from bot.sandbox.parsing import Request
from bot.sandbox.places import find, find_open
from bot.sandbox.things import Bot, Dialog
from bot.sandbox.world import World

M = TypeVar("M", bound=TelegramMethod[Any])


@dataclass(frozen=True, slots=True)
class Call(Generic[M]):
    """What a handler needs: the world, who calls, the parsed request."""

    world: World
    bot: Bot
    request: Request[M]

    @property
    def method(self) -> M:
        """aiogram's method object."""
        return self.request.method

    def dialog(self, chat_id: int | str | None) -> Dialog:
        """The conversation meant by `chat_id`, to write there; raises ApiError 400/403."""
        return find_open(self.world, self.bot, chat_id)

    def seen(self, chat_id: int | str | None) -> Dialog:
        """The conversation meant by `chat_id`, also of somebody who blocked the bot; raises ApiError 400/403."""
        return find(self.world, self.bot, chat_id)


Handler = Callable[[Call[Any]], Any | Awaitable[Any]]
