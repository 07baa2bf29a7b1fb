"""Whether a resident wants news, by kind. Only who said yes gets them."""

from collections.abc import Sequence
from typing import Final

from bot.domain.announcements import Kind
from bot.domain.news_notices import AskNews, NewsChoice
from bot.domain.reports import OFFENCES, Recipient, Report, Resident
from bot.services.lookup import Lookup
from bot.services.turns import Turn
from db import reports, residents

ALL: Final = tuple(Kind)


class Subscriptions:
    """What somebody chose, and the question to those who never did."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    async def show(self, turn: Turn, resident: Resident) -> NewsChoice:
        """As it is now; whoever has seen it need not be asked any more."""
        await residents.note_asked(resident.id, turn.now)
        return await self.choice(resident)

    async def choice(self, resident: Resident) -> NewsChoice:
        """As it is now."""
        wants = await residents.news_of(resident.id)
        return NewsChoice(opening=wants.opening is True, announcement=wants.announcement is True)

    async def choose(self, turn: Turn, resident: Resident, kind: Kind | None, *, wanted: bool) -> None:
        """`kind` None: all of them. Whoever chooses need not be asked any more."""
        kinds = ALL if kind is None else (kind,)
        await residents.set_news(resident.id, [each.value for each in kinds], wanted=wanted, now=turn.now)

    async def ask_once(self, turn: Turn, recipient: Recipient, resident: Resident) -> None:
        """Whoever agreed before the question of consent spoke of openings is asked whether they are welcome, and never
        again, whatever the answer. Not while there is nothing to hear of: without a home, or where it is silent; and
        not beside a report of danger or an offence, nor in the middle of a draft."""
        if not resident.unasked:
            return
        home = (await residents.by_id(resident.id)).place  # it may have been set in this turn
        if home is None or await self._lookup.silence(home) is not None:
            return
        if await reports.draft_of(resident.id) is None and _are_calm(await reports.open_of(resident.id)):
            await residents.note_asked(resident.id, turn.now)
            await turn.tell(recipient, AskNews())


def _are_calm(sent: Sequence[Report]) -> bool:
    return not any(each.dangers or each.danger_declared or each.category in OFFENCES for each in sent)
