"""How fast: which chats must rest, whether all must, and how many sends a second there are in all."""

import asyncio

from bot.telegram.rate import Order, Rate


class Pace:
    """`interval`: seconds between two sends to one chat; `per_second`: sends to all chats together. Times are the
    loop's: a clock that is set back stops nobody."""

    def __init__(self, *, interval: float, per_second: float) -> None:
        self._interval = interval
        self._rate = Rate(per_second)
        self._free_at: dict[int, float] = {}
        self._all_free_at = 0.0
        self._last_wait: tuple[int, float] = (0, 0.0)

    async def turn(self, messages: int = 1, order: Order = Order.USUAL) -> None:
        """Wait until that many messages may go out."""
        for _ in range(messages):
            await self._rate.slot(order)

    def take(self, chat_id: int) -> None:
        """A send begins: the chat is busy until it is over."""
        self._free_at[chat_id] = float("inf")

    def rest(self, chat_id: int, seconds: float | None = None) -> None:
        """A send is over: rest for the interval, or as long as Telegram says."""
        self._free_at[chat_id] = _now() + (self._interval if seconds is None else seconds)

    def told_to_wait(self, chat_id: int, seconds: float) -> None:
        """429. One chat may be too fast; two different ones within a second mean all of us are."""
        other, when = self._last_wait
        if other not in (0, chat_id) and _now() - when < 1.0:
            self._all_free_at = _now() + seconds
        self._last_wait = (chat_id, _now())

    def all_wait(self, seconds: float) -> None:
        """429 that cannot be about one chat."""
        self._all_free_at = max(self._all_free_at, _now() + seconds)

    def is_busy(self, chat_id: int) -> bool:
        """Somebody is just writing to this chat, or did a moment ago."""
        return self._free_at.get(chat_id, 0.0) > _now()

    def busy(self) -> list[int]:
        now = _now()
        self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        return list(self._free_at)

    def pause(self) -> float:
        """Seconds until all may send again."""
        return max(self._all_free_at - _now(), 0.0)

    def next_free(self) -> float:
        """Seconds until the next resting chat is free (infinity: none rests)."""
        return min((at - _now() for at in self._free_at.values()), default=float("inf"))


def _now() -> float:
    return asyncio.get_running_loop().time()
