"""How many an announcement would reach: counted when the message that says so goes out, never in a turn.

Counting reads all residents of the areas. In a turn nobody else could write meanwhile; beside one it only takes time.
"""

from collections.abc import Coroutine, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.broadcasts import Count
from bot.domain.newsroom_notices import Audience, HeldWords, NewsApproval, NewsAskAudience, NewsPanel
from bot.domain.notices import Notice
from bot.services.broadcasts import Broadcasts
from bot.services.lookup import Lookup


class Counting:
    """Called with a notice: how to get it with its numbers, or None when it has all it needs."""

    def __init__(self, broadcasts: Broadcasts, lookup: Lookup, languages: Sequence[str]) -> None:
        self._broadcasts = broadcasts
        self._lookup = lookup
        self._languages = languages

    def __call__(self, notice: Notice) -> Coroutine[Any, Any, Notice] | None:
        match notice:
            case NewsPanel() | NewsApproval() if notice.outline.uncounted:
                return self._outlined(notice)
            case NewsAskAudience() if notice.uncounted:
                return self._asked(notice)
            case _:
                return None

    async def _outlined(self, notice: NewsPanel | NewsApproval) -> Notice:
        audience = await self._audience(notice.outline.id)
        return replace(notice, outline=replace(notice.outline, audience=audience))

    async def _asked(self, notice: NewsAskAudience) -> Notice:
        return replace(notice, audience=await self._audience(notice.broadcast_id))

    async def _audience(self, broadcast_id: int) -> Audience:
        count = await self._broadcasts.count(broadcast_id)
        return Audience(
            total=count.total,
            languages=tuple((each, count.languages[each]) for each in self._languages if each in count.languages),
            held=await self._held_of(count),
            silent=count.silent,
            unreachable=count.unreachable,
            unwilling=count.unwilling,
        )

    async def _held_of(self, count: Count) -> tuple[HeldWords, ...]:
        if not count.held:
            return ()
        reasons = {each.oblast: each.reason for each in await self._broadcasts.holds()}
        return tuple(
            HeldWords(self._lookup.place(code), reasons.get(code, ""), waiting)
            for code, waiting in sorted(count.held.items())
        )
