"""The list of silent hromadas: looked at and changed by admins, replaced whole by a file.

What makes a place more silent holds at once. What makes it less so needs the yes of a second admin, whoever or
whatever asked for it: a name told too early cannot be taken back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import db.silent
from bot.domain.admins import Admin, Invitation, owes
from bot.domain.errors import OwnLowering, StaleButton
from bot.domain.notices import Notice, PlaceWords
from bot.domain.recipients import recipient_of
from bot.domain.silence import OCCUPIED, Silence, SilentArea, level_of
from bot.domain.silent_notices import SilentAsked, SilentCounts, SilentDecided, SilentItem, SilentListAsked
from bot.services import audit
from bot.services.hushing import hush_outbox
from bot.services.territories import AdminTerritories
from bot.services.turns import Turn, boards_lying
from db import admin_invites, admins, boards, silent_requests
from db.silent_requests import Lowering

ACTION = "silent-changed"

WordsOf: TypeAlias = Callable[[str], PlaceWords]


class SilentList:
    """What admins do with the list, each inside of the own scope."""

    def __init__(self, territories: AdminTerritories) -> None:
        self._territories = territories

    async def listed(self, admin: Admin) -> list[SilentArea]:
        """The lines inside the admin's scope, by code."""
        listed = await db.silent.load()
        return [area for code, area in sorted(listed.items()) if self._territories.inside(admin.scope, [code])]

    async def find(self, admin: Admin, code: str) -> SilentArea | None:
        """The line of an area; raises `OutOfScope`, `StaleButton`."""
        self._territories.area(code, admin.scope)
        return (await db.silent.load()).get(code)

    async def item(self, admin: Admin, code: str) -> SilentItem:
        """The same as this admin sees it, with what is asked for it; raises as `find`."""
        asked = await silent_requests.find(code)
        item = self._item(code, await self.find(admin, code), asked)
        return replace(item, may_approve=asked is not None and await self._may_approve(admin, asked))

    async def items(self, areas: Sequence[SilentArea]) -> list[SilentItem]:
        """The same for lines of the list."""
        asked = await silent_requests.load()
        return [self._item(each.katottg, each, asked.get(each.katottg)) for each in areas]

    def _item(self, code: str, area: SilentArea | None, asked: Lowering | None) -> SilentItem:
        wanted = None if asked is None else level_of(asked.after)
        return SilentItem(self._territories.words(code), level_of(area), area.note if area else "", wanted=wanted)

    async def counts(self, admin: Admin, code: str) -> SilentCounts:
        """What a change would touch: open reports, drafts, residents; raises as `find`."""
        self._territories.area(code, admin.scope)
        return SilentCounts(*await db.silent.counts(code))

    async def put(self, turn: Turn, admin: Admin, code: str, level: Silence) -> bool:
        """Add an area or make it more silent at once; less, when another admin says yes. False when it waits for that.
        Doing it twice changes nothing."""
        before = await self.find(admin, code)
        return await self._wish(turn, admin, code, before, SilentArea(code, level, before.note if before else ""))

    async def remove(self, turn: Turn, admin: Admin, code: str) -> bool:
        """Take an area off the list, when another admin says yes."""
        return await self._wish(turn, admin, code, await self.find(admin, code), None)

    async def _wish(
        self, turn: Turn, admin: Admin, code: str, before: SilentArea | None, after: SilentArea | None
    ) -> bool:
        if level_of(after) < level_of(before):
            asked = Lowering(code, after, admin.id)
            if await _ask(turn, admin, asked):
                words = SilentAsked(self._territories.words(code), level_of(before), level_of(after), admin.name)
                await _tell_second(turn, self._territories, [asked], words, board=_card(code))
            return False
        if await silent_requests.find(code) is not None:
            await silent_requests.drop(code)
            await self.tell_decided(turn, code, level_of(after), approved=False, by=admin)
        if before != after:
            await change(turn, admin, {code: (before, after)}, code, self._territories.words)
        return True

    async def approve(self, turn: Turn, admin: Admin, code: str) -> Lowering:
        """The second yes; raises `OwnLowering` for whoever asked, and for a guest of theirs; as `find`."""
        asked = await self._asked(admin, code)
        if not await self._may_approve(admin, asked):
            raise OwnLowering
        before = (await db.silent.load()).get(code)
        await silent_requests.drop(code)
        await change(turn, admin, {code: (before, asked.after)}, code, self._territories.words)
        return asked

    async def keep(self, turn: Turn, admin: Admin, code: str) -> Lowering:
        """It stays as silent as it is; whoever asked may say so too. Raises as `find`."""
        asked = await self._asked(admin, code)
        await silent_requests.drop(code)
        area = (await db.silent.load()).get(code)
        await audit.note(turn, admin, "silent-kept", f"silent:{code}", areas=[code], after=_plain(area))
        return asked

    async def tell_decided(self, turn: Turn, code: str, level: int, *, approved: bool, by: Admin) -> SilentDecided:
        """What was asked no longer asks in anybody's chat."""
        said = SilentDecided(self._territories.words(code), level, approved=approved, by=by.name)
        staff = await admins.in_office()
        lying = await boards_lying([each.chat_id for each in staff], _card(code))
        for each in staff:
            if (each.chat_id, _card(code)) in lying:
                await turn.tell(recipient_of(each), said, board=_card(code))
        return said

    async def _may_approve(self, admin: Admin, asked: Lowering) -> bool:
        return may_lower(admin, asked, self._territories, await admin_invites.used())

    async def author(self, asked: Lowering) -> Admin | None:
        """Who asked, if they are an admin still."""
        return await admins.by_id(asked.by) if asked.by is not None else None

    async def _asked(self, admin: Admin, code: str) -> Lowering:
        self._territories.area(code, admin.scope)
        found = await silent_requests.find(code)
        if found is None:
            raise StaleButton
        return found


Changes: TypeAlias = Mapping[str, tuple[SilentArea | None, SilentArea | None]]
"""By code: how an area stood, how it stands from now on; None: not on the list."""


async def change(turn: Turn, admin: Admin | None, changes: Changes, label: str, words: WordsOf) -> None:
    """One generation of the list; what it no longer lets be kept or said goes in the same transaction."""
    put = [after for _, after in changes.values() if after]
    gone = [code for code, (_, after) in changes.items() if after is None]
    await db.silent.write(put, gone, label=label, now=turn.now)
    if put:
        await hush_outbox(words)
    for code, (before, after) in changes.items():
        await audit.note(
            turn, admin, ACTION, f"silent:{code}", areas=[code], before=_plain(before), after=_plain(after)
        )


async def _ask(turn: Turn, admin: Admin | None, asked: Lowering) -> bool:
    """Note that somebody (None: the command line) wants it less silent; False when they have asked already."""
    if await silent_requests.find(asked.katottg) == asked:
        return False
    await silent_requests.put(asked, now=turn.now)
    code = asked.katottg
    await audit.note(turn, admin, "silent-asked", f"silent:{code}", areas=[code], after=_plain(asked.after))
    return True


async def _tell_second(
    turn: Turn, territories: AdminTerritories, asked: Sequence[Lowering], words: Notice, *, board: str | None = None
) -> None:
    """To all who may say yes to any of it. `board`: what asked before under this name is forgotten."""
    used = await admin_invites.used()
    for each in await admins.in_office():
        if any(may_lower(each, one, territories, used) for one in asked):
            recipient = recipient_of(each)
            if board is not None:
                await boards.drop(recipient.channel, recipient.chat_id, board)
            await turn.tell(recipient, words, board=board)


def _card(code: str) -> str:
    """The board that asks for a yes."""
    return f"silent-card-{code}"


def may_lower(admin: Admin, asked: Lowering, territories: AdminTerritories, used: Sequence[Invitation]) -> bool:
    """Whether these are a second pair of eyes on the place: not those of whoever asked, nor of somebody who looks after
    it only because they invited them (`used`: by which invitations). A superadmin's always are."""
    if admin.id == asked.by or not territories.inside(admin.scope, [asked.katottg]):
        return False
    if admin.superadmin or asked.by is None:
        return True
    return not owes(admin.id, asked.by, used, territories.around(asked.katottg))


def _plain(area: SilentArea | None) -> Mapping[str, str | int] | None:
    return {"level": int(area.level), "note": area.note} if area else None


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a whole new list does: codes that changed at once, and those that wait for a second yes."""

    changed: Sequence[str]
    asked: Sequence[str]


async def replace_list(
    turn: Turn, wanted: Iterable[SilentArea], territories: AdminTerritories, *, label: str, dry_run: bool = False
) -> Replaced:
    """The whole list anew; an area it makes less silent, or does not name, waits for an admin's yes. What was silent
    from the first start (`OCCUPIED`) and is not named stays. Inside a turn."""
    before, after = await db.silent.load(), {area.katottg: area for area in wanted}
    after = {each.katottg: each for each in OCCUPIED if before.get(each.katottg) == each} | after
    touched = [code for code in sorted({*before, *after}) if before.get(code) != after.get(code)]
    lower = [code for code in touched if level_of(after.get(code)) < level_of(before.get(code))]
    higher = [code for code in touched if code not in lower]
    if not dry_run:
        await silent_requests.drop_all_but(lower)
        changes = {code: (before.get(code), after.get(code)) for code in higher}
        if changes:
            await change(turn, None, changes, label, territories.words)
        await db.silent.imported(turn.now)
        asked = [Lowering(code, after.get(code), None) for code in lower]
        fresh = [each for each in asked if await _ask(turn, None, each)]
        await _tell_second(turn, territories, fresh, SilentListAsked(len(fresh)))
    return Replaced(higher, lower)
