"""Single changes of the directory: each one a generation of its own, checked like a file, noted, and to be undone.

An edit says what was wrong as a `Fault`, or None when it was done. Raises StaleButton for what is not in force any
more and OutOfScope for what lies elsewhere, whatever a button says.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeAlias

import db.editions
import db.gazetteer
import db.registry
from bot.domain.admins import Admin
from bot.domain.clock import KYIV
from bot.domain.errors import OutOfScope, StaleButton
from bot.domain.people import Role
from bot.domain.registry import BeatEntry, DirectoryKind, Edition, How, OfficerEntry, PostEntry, StationEntry, changes
from bot.domain.territory import outside
from bot.services.geography import GazetteerGeography
from bot.services.registry.book import RegistryBook
from bot.services.registry.checking import check, named_codes
from bot.services.registry.faults import Fault, WrongCell
from bot.services.registry.one_entry import surroundings, with_entry, without_entry
from bot.services.registry.rows import parsed_of
from bot.services.registry.typed import cell, typed_point
from bot.services.registry.writing import touched, write_edition
from bot.services.turns import Turn

Make: TypeAlias = Callable[[Edition, str], Edition]
"""The edition with one entry (its code) changed."""

LETTER: Final = {DirectoryKind.STATIONS: "s", DirectoryKind.OFFICERS: "o", DirectoryKind.BEATS: "b"}


class RegistryEdits:
    def __init__(self, geography: GazetteerGeography, book: RegistryBook) -> None:
        self._geography = geography
        self._book = book

    # --- fields -----------------------------------------------------------------------------------------------------

    async def set_text(
        self, turn: Turn, admin: Admin, kind: DirectoryKind, id_: int, *, field: str, text: str
    ) -> Fault | None:
        """What was typed, understood as the cell of a file would be; an empty text empties the field."""
        try:
            value = typed_point(text) if field == "point" else cell(kind, field, text)
        except WrongCell as wrong:
            return Fault(wrong.code, fields=wrong.fields)
        return await self.set_value(turn, admin, kind, id_, field=field, value=value)

    async def set_value(
        self, turn: Turn, admin: Admin, kind: DirectoryKind, id_: int, *, field: str, value: Any
    ) -> Fault | None:
        def make(edition: Edition, code: str) -> Edition:
            try:
                return with_entry(edition, replace(edition.of(kind)[code], **{field: value}))
            except TypeError as error:  # a forged button names a field of another kind
                raise StaleButton from error

        return await self._change(turn, admin, kind, id_, make)

    async def retire(self, turn: Turn, admin: Admin, kind: DirectoryKind, id_: int) -> Fault | None:
        """Out of the directory; what still names it is a fault."""

        def make(edition: Edition, code: str) -> Edition:
            return without_entry(edition, kind, code)

        return await self._change(turn, admin, kind, id_, make)

    # --- beats ------------------------------------------------------------------------------------------------------

    async def set_station(self, turn: Turn, admin: Admin, beat: int, station: int | None) -> Fault | None:
        code = await self._other(admin, DirectoryKind.STATIONS, station) if station is not None else None
        return await self.set_value(turn, admin, DirectoryKind.BEATS, beat, field="station", value=code)

    async def add_area(self, turn: Turn, admin: Admin, beat: int, katottg: str) -> Fault | None:
        return await self._change(
            turn, admin, DirectoryKind.BEATS, beat, _of_beat(lambda b: {"areas": b.areas | {katottg}})
        )

    async def remove_area(self, turn: Turn, admin: Admin, beat: int, katottg: str) -> Fault | None:
        """The last one stays: a beat that lies nowhere is nobody's."""

        def without(entry: BeatEntry) -> dict[str, Any]:
            if katottg not in entry.areas or len(entry.areas) == 1:
                raise StaleButton
            return {"areas": entry.areas - {katottg}}

        return await self._change(turn, admin, DirectoryKind.BEATS, beat, _of_beat(without))

    async def appoint(self, turn: Turn, admin: Admin, beat: int, officer: int, since: date) -> Fault | None:
        code = await self._other(admin, DirectoryKind.OFFICERS, officer)
        post = PostEntry(code, since)
        return await self._change(
            turn, admin, DirectoryKind.BEATS, beat, _of_beat(lambda b: {"posts": b.posts | {post}})
        )

    async def end_post(
        self, turn: Turn, admin: Admin, beat: int, officer: int, *, since: date, until: date
    ) -> Fault | None:
        code = await self._other(admin, DirectoryKind.OFFICERS, officer)

        def ended(entry: BeatEntry) -> dict[str, Any]:
            post = next((each for each in entry.posts if (each.officer, each.since) == (code, since)), None)
            if post is None:
                raise StaleButton
            return {"posts": entry.posts - {post} | {replace(post, until=until)}}

        return await self._change(turn, admin, DirectoryKind.BEATS, beat, _of_beat(ended))

    # --- new entries ------------------------------------------------------------------------------------------------

    async def new_beat(self, turn: Turn, admin: Admin, name: str, katottg: str) -> tuple[Fault | None, int]:
        """Returns its id too."""
        code = await self._free_code(DirectoryKind.BEATS)
        try:
            beat = BeatEntry(code, _name(DirectoryKind.BEATS, name), None, frozenset({katottg}), frozenset())
        except WrongCell as wrong:
            return Fault(wrong.code, fields=wrong.fields), 0
        await db.gazetteer.lock()
        old = await db.editions.load()
        fault = await self._write(turn, admin, old, with_entry(old, beat), f"{DirectoryKind.BEATS.value}:{code}")
        return fault, 0 if fault else (await db.editions.ids(DirectoryKind.BEATS))[code]

    async def new_officer(self, turn: Turn, admin: Admin, beat: int, *, name: str, role: str) -> Fault | None:
        """On the beat from today on."""
        code, today = await self._free_code(DirectoryKind.OFFICERS), turn.now.astimezone(KYIV).date()
        try:
            officer = OfficerEntry(code, Role(role), _name(DirectoryKind.OFFICERS, name))
        except WrongCell as wrong:
            return Fault(wrong.code, fields=wrong.fields)

        def make(edition: Edition, beat_code: str) -> Edition:
            entry = edition.beats[beat_code]
            posted = replace(entry, posts=entry.posts | {PostEntry(code, today)})
            return with_entry(with_entry(edition, officer), posted)

        return await self._change(turn, admin, DirectoryKind.BEATS, beat, make)

    async def new_station(self, turn: Turn, admin: Admin, beat: int, *, name: str, address: str) -> Fault | None:
        """For the beat, in place of the one it had."""
        code = await self._free_code(DirectoryKind.STATIONS)
        try:
            station = StationEntry(
                code, _name(DirectoryKind.STATIONS, name), str(cell(DirectoryKind.STATIONS, "address", address))
            )
        except WrongCell as wrong:
            return Fault(wrong.code, fields=wrong.fields)

        def make(edition: Edition, beat_code: str) -> Edition:
            return with_entry(with_entry(edition, station), replace(edition.beats[beat_code], station=code))

        return await self._change(turn, admin, DirectoryKind.BEATS, beat, make)

    # --- the one way ------------------------------------------------------------------------------------------------

    async def _change(self, turn: Turn, admin: Admin, kind: DirectoryKind, id_: int, make: Make) -> Fault | None:
        await db.gazetteer.lock()  # what is looked at must not change before it is written
        view = await self._book.view(admin)
        code = view.code(kind, id_)
        old = view.edition
        return await self._write(turn, admin, old, make(old, code), f"{kind.value}:{code}")

    async def _other(self, admin: Admin, kind: DirectoryKind, id_: int) -> str:
        """The code of an entry that a beat is given; it must lie inside as well."""
        return (await self._book.view(admin)).code(kind, id_)

    async def _write(self, turn: Turn, admin: Admin, old: Edition, new: Edition, label: str) -> Fault | None:
        if outside(old, new, admin.scope, self._geography):
            raise OutOfScope
        if fault := await _new_fault(old, new):
            return fault
        await write_edition(
            old, new, how=How.EDIT, label=label[:200], admin=admin, now=turn.now, geography=self._geography
        )
        return None

    async def _free_code(self, kind: DirectoryKind) -> str:
        """One that no entry ever had: an old one would bring back its Telegram."""
        taken = await db.editions.ids(kind)
        number = await db.registry.newest_generation() + 1
        while (code := f"{LETTER[kind]}-{number}") in taken:
            number += 1
        return code


async def _new_fault(old: Edition, new: Edition) -> Fault | None:
    """What is wrong after the edit and was not before it, among what the edit can concern."""
    concerned = set(touched(changes(old, new)))
    known, found = [await _faults(surroundings(each, concerned)) for each in (old, new)]
    return next((fault for fault in found if fault not in known), None)


async def _faults(edition: Edition) -> tuple[Fault, ...]:
    parsed = parsed_of(edition)
    check(parsed, await db.registry.categories(named_codes(parsed)))
    return tuple(parsed.faults)


def _of_beat(changed: Callable[[BeatEntry], dict[str, Any]]) -> Make:
    def make(edition: Edition, code: str) -> Edition:
        entry = edition.beats[code]
        return with_entry(edition, replace(entry, **changed(entry)))

    return make


def _name(kind: DirectoryKind, text: str) -> str:
    return str(cell(kind, "name", text))
