"""A bot's updates: which are made, which wait, who fetches them."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

from bot.sandbox.errors import conflict
from bot.sandbox.shelf import Shelf

Json = dict[str, Any]

FIRST_UPDATE: Final = 870_000_001
LIFETIME: Final = 24 * 3600  # seconds
NOT_BY_DEFAULT: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
SECOND_POLLER: Final = "terminated by other getUpdates request; make sure that only one bot instance is running"
HAS_WEBHOOK: Final = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that waits. Updates of one `lane` (kind of queue, chat) keep their order."""

    id: int
    date: float
    lane: str
    body: Any


class UpdateQueue:
    """The waiting updates of one bot and its one poller."""

    def __init__(self, bot: int, clock: Callable[[], float], shelf: Shelf) -> None:
        self.bot = bot
        self.allowed: list[str] = []
        self.next_id = FIRST_UPDATE
        self.pending: dict[int, Pending] = {}
        self.webhook: Any = None  # bot.sandbox.webhook.Webhook, which imports this module
        self._clock = clock
        self._shelf = shelf
        self._poll: asyncio.Future[str] | None = None

    def wants(self, kind: str) -> bool:
        """Updates of this kind are made for this bot."""
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def push(self, kind: str, body: Json, chat: int) -> None:
        """Make an update, unless the bot did not ask for its kind. Messages, callbacks, reactions and
        membership of one chat travel in separate lanes, as in Telegram."""
        if self.wants(kind):
            self.put("message" if "message" in kind and "reaction" not in kind else kind, {kind: body}, chat)

    def put(self, lane: str, body: Any, chat: int) -> int:
        """Make an update of any JSON in the lane of a chat; an object without `update_id` gets one.

        Returns the number by which the bot confirms it.
        """
        told = {"update_id": self.next_id, **body} if isinstance(body, dict) else body
        update = Pending(self.next_id, self._clock(), f"{lane}:{chat}", told)
        self.next_id += 1
        self.pending[update.id] = update
        self._shelf.touch("update", [self.bot, update.id])
        self._shelf.touch("queue", self.bot)
        if self.webhook is not None:
            self.webhook.notice(update)
        else:
            self._wake("")
        return update.id

    def _wake(self, conflict_words: str) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(conflict_words)

    def allow(self, kinds: list[str] | None) -> None:
        """Set which kinds are made from now on; None keeps the last choice, [] is Telegram's default."""
        if kinds is not None:
            self.allowed = kinds
            self._shelf.touch("queue", self.bot)

    def confirm(self, update_ids: Iterable[int]) -> None:
        """These have arrived and are forgotten."""
        for update_id in list(update_ids):
            self.pending.pop(update_id, None)
            self._shelf.touch("update", [self.bot, update_id])

    def _drop_old(self) -> None:
        too_old = self._clock() - LIFETIME
        self.confirm(item.id for item in takewhile(lambda item: item.date < too_old, self.pending.values()))

    def _apply_offset(self, offset: int) -> None:
        if offset > 0:
            self.confirm(takewhile(lambda update_id: update_id < offset, self.pending))
        elif offset < 0:
            self.confirm(list(self.pending)[:offset])

    async def fetch(self, *, offset: int, limit: int, timeout: float) -> list[Any]:
        """What getUpdates answers, after waiting up to `timeout` seconds for the first update.

        Raises ApiError 409 while a webhook is set, or when another poller (or setWebhook) takes over.
        """
        if self.webhook is not None:
            raise conflict(HAS_WEBHOOK)
        self._wake(SECOND_POLLER)
        self._drop_old()
        self._apply_offset(offset)
        if not self.pending and timeout > 0:
            await self._wait(timeout)
        return [item.body for item, _ in zip(self.pending.values(), range(limit), strict=False)]

    async def _wait(self, timeout: float) -> None:
        mine = self._poll = asyncio.get_running_loop().create_future()
        try:
            words = await asyncio.wait_for(mine, timeout)
        except TimeoutError:
            words = ""
        finally:
            if self._poll is mine:
                self._poll = None
        if words:
            raise conflict(words)

    def take_over(self, words: str) -> None:
        """End the running poll with 409."""
        self._wake(words)

    def forget(self) -> None:
        """Nothing waits any more; numbers go on, and a poll under way goes on waiting."""
        self.confirm(self.pending)
        if self.webhook is not None:
            self.webhook.forget()

    def release(self) -> None:
        """End the running poll with what there is (the server stops)."""
        self._wake("")
