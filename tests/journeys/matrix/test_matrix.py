"""Whoever taps whatever button: nothing changes but by whom it may, and everybody hears something."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_type_hints

import pytest

from bot.domain.acts.announcements import AnnouncementAct, AnnouncementStep
from bot.domain.acts.base import Act
from bot.domain.acts.catalogue import ACTS
from bot.telegram.acts import pack
from tests.journeys.conftest import OpenTown
from tests.journeys.matrix.cast import Cast, gather, secrets_in
from tests.journeys.matrix.table import TABLE, Role, Row, Things

FORGED = (
    "",
    "zz:1",
    "go:",
    "go:agree:agree",
    "dr:x:send",
    "dr:AAAAAAAAAAAA:send",
    "rp:AAAAAAAAAAAA:accept",
    "rp:AAAAAAAAAAAA:x",
    "my:AAAAAAAAAAAA",
    "wh:AAAAAAAAAAAA:r",
    "wh:AAAAAAAAAAAA:c",
    "pl:x",
    "pl:" + "Я" * 20,
    "ct:x",
    "fg:0",
    "fg:9223372036854775808",
    "pg:0:x",
    "pg:99999999999999999999:x",
    "pg:-2:x",
    "ns:9223372036854775807:card",
    "ns:9223372036854775808:card",
    "en:officers:999999:invite",
    "en:stations:-1:open",
    "en:officers:1:x",
    "el:officers:1:name_seen:x",
    "el:officers:1:x:public",
    "er:1:x",
    "er:999999:duty",
    "ew:1:x",
    "ea:1:UA00000000000000000:0",
    "ea:1:UA00000000000000000:1",
    "ea:1:x:1",
    "eo:1:999999",
    "eo:1:0",
    "es:1:-1",
    "ep:1:1:0001-01-01",
    "ep:1:1:1.99999999999999",
    "nb:x",
    "rb:999999:1:do",
    "rb:999999:1:show",
    "im:999999:apply",
    "im:999999:discard",
    "dl::999999::",
    "bg:999999:no-area:1:",
    "bg:1:x:0:",
    "bg:-1:end-post:0:",
    "bg:0:area:99999999999999999999:x",
    "si:UA00000000000000000:3",
    "si:UA00000000000000000:sure3",
    "si:UA00000000000000000:yes",
    "aa:999999:off",
    "ar:UA00000000000000000",
    "ba:999999:now",
    "ba:9223372036854775807:show",
    "by:999999:0123456789ab",
    "by:1:x",
    "bk:",
    "bk:x",
    "bs:1:one:99999999999999999999:99999999999999999999",
    "bs:1:page:-5:0",
    "bs:1:page:1000000:0",
    "bw:1:xx:1",
    "bb:1:xx",
    "br:1:UA00000000000000000:1:0",
    "br:1:UA18:1:0",
    "bp:areas:0:1",
    "bp:areas:0:",
    "bp:x:0:1",
    "rh:-1",
    "bl:1:xx",
    "bt:1:9999-12-31:23",
    "bt:1:0001-01-01:",
    "bt:1:x:1",
    "bt:1:20261130:1",
    "bt:1:2026-13-45:1",
    "bt:1:2026-11-30:24",
    "bt:1:2026-11-30:99999999999999999999",
    "bh:alert:UA00000000000000000",
    "bh:words:x",
    "bh:release:",
    "sf:home:x",
    "sf:UA00000000000000000:90",
    "sf:x:days90",
    "cv:",
    "cv:x",
    "gp:UA00000000000000000",
    "gp:x",
    "po:",
    "po:x",
    "ln:",
    "ln:xx",
    "ds:x",
    "au:older:9223372036854775807",
    "au:older:-1",
)

FORGERS = [Role.STRANGER, Role.WRITER, Role.OFFICER, Role.AUTHOR, Role.SUPERADMIN]
"""One of each sort."""
PARTS = 4
"""In which those who may not tap are tested, each in a town of its own, so that all processors share them."""


def test_every_kind_of_button_is_in_the_table() -> None:
    assert {*ACTS.values()} == {row.kind for row in TABLE}


def test_every_step_is_in_the_table() -> None:
    named: dict[type[Act], set[Any]] = {}
    for row in TABLE:
        for each in row.buttons(Things()):
            assert type(each) is row.kind
            named.setdefault(row.kind, set()).update(vars(each).values())
    for kind in ACTS.values():
        for hint in get_type_hints(kind).values():
            if isinstance(hint, type) and issubclass(hint, StrEnum):
                assert set(hint) <= named[kind], kind


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
async def test_whoever_may_not_changes_and_learns_nothing(open_town: OpenTown, part: int) -> None:
    cast = await opened(open_town)
    faults = [fault for row in TABLE[part::PARTS] for fault in await _forbidden(cast, row)]
    assert not faults + overheard(cast), "\n".join(faults + overheard(cast))


@pytest.mark.slow
async def test_whatever_is_forged_changes_nothing(open_town: OpenTown) -> None:
    cast = await opened(open_town)
    faults = [fault for data in FORGED for fault in await _changes_nothing(cast, FORGERS, data)]
    assert not faults + overheard(cast), "\n".join(faults + overheard(cast))


@pytest.mark.slow
async def test_whoever_may_does_it(open_town: OpenTown) -> None:
    """Row by row in one town: what is done changes what can be done next."""
    cast = await opened(open_town)
    waiting = AnnouncementAct(announcement_id=cast.things.announced("waiting"), step=AnnouncementStep.SHOW)
    await cast.tapped([Role.COLLEAGUE, Role.SUPERADMIN], pack(waiting))  # nobody had told them that it waits
    faults = [fault for row in TABLE for fault in await _allowed(cast, row)]
    assert not faults, "\n".join(faults)


async def opened(open_town: OpenTown) -> Cast:
    """The town of the matrix, with everybody's chat read."""
    cast = await gather(open_town)
    await cast.settle()
    for role in Role:
        await cast.listen(role)
    return cast


def overheard(cast: Cast) -> list[str]:
    return [f"{role} read «{each}»" for role in Role for each in secrets_in(cast.overheard[role], role)]


async def _forbidden(cast: Cast, row: Row) -> list[str]:
    roles = [role for role in Role if role not in row.may]
    faults = []
    for data in _data(cast, row):
        faults += await _changes_nothing(cast, roles, data)
    return faults


async def _changes_nothing(cast: Cast, roles: list[Role], data: str) -> list[str]:
    """All tap at once; afterwards everything is as it was, and all have heard something."""
    before, faults = cast.before or await cast.kept(), await cast.tapped(roles, data)
    cast.before = after = await cast.kept()
    changed = {name: sorted(after[name] ^ before[name])[:4] for name in before if after[name] != before[name]}
    return faults + ([f"{data}: changed {changed} by one of {roles}"] if changed else [])


async def _allowed(cast: Cast, row: Row) -> list[str]:
    """Those who may: something happens at last, so the table speaks of buttons that work."""
    before, faults = await cast.kept(), []
    for role in Role:
        for data in _data(cast, row) if role in row.may else ():
            faults += await cast.tapped([role], data)
    works = row.idle or await cast.kept() != before
    return faults + ([] if works else [f"{[*_data(cast, row)]}: nothing happened for {sorted(row.may)}"])


def _data(cast: Cast, row: Row) -> Iterator[str]:
    return (pack(each) for each in row.buttons(cast.things))
