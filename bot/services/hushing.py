"""What waits to be said about a place that has become more silent: told without what may not be told any more."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from pydantic_core import to_jsonable_python

from bot.domain.notices import Hushable, Notice, PlaceWords, RulesChanged, kind_of
from bot.domain.silence import Reveals, relays, unsaid
from bot.services.kept_notices import NoticeUnreadable, notice_of
from bot.services.silent_entries import carries
from db import reports, silent_outbox
from db.silent_outbox import HeldNotice


async def hush_outbox(words: Callable[[str], PlaceWords]) -> None:
    """Go through everything that waits, in the transaction of the change. `words`: of the code of a place."""
    gone: list[int] = []
    instead: list[tuple[int, str, dict[str, Any]]] = []
    sorry: set[int] = set()
    for held in await silent_outbox.held():
        before = _read(held) if await _goes_on(held) else None
        after = before and hushed(before, held, words)
        if after is None or (isinstance(after, RulesChanged) and held.chat_id in sorry):
            gone.append(held.id)
        elif after != before:
            instead.append((held.id, kind_of(type(after)), to_jsonable_python(asdict(after))))
        if isinstance(after, RulesChanged):
            sorry.add(held.chat_id)
    await silent_outbox.drop(gone)
    await silent_outbox.change(instead)


async def _goes_on(held: HeldNotice) -> bool:
    """Whether all of the entry it passes on, with its album, may still be passed on."""
    entry = await reports.entry(held.entry_id) if held.entry_id is not None and held.level is not None else None
    if entry is None:
        return True
    album = entry.incoming.album
    together = [each for each in await reports.entries_of(entry.report_id) if album and each.incoming.album == album]
    return all(carries(held.level, each.incoming) for each in together or [entry])


def _read(held: HeldNotice) -> Notice | None:
    """None for what this version cannot read, and so cannot vouch for."""
    try:
        return notice_of(held.kind, held.fields)
    except NoticeUnreadable:
        return None


def hushed(notice: Notice, held: HeldNotice, words: Callable[[str], PlaceWords]) -> Notice | None:
    """What may be said of it; None: nothing. Where stations are shown may have changed for places far from the list's,
    so whoever asked asks again."""
    hidden = unsaid(held.level, to_officer=held.to_officer)
    hidden |= Reveals.NOTHING if held.to_officer else Reveals.STATION
    after = notice.without(hidden, words(held.place) if held.place else None)
    mute = held.hushed or not relays(held.level)
    return replace(after, hushed=True) if isinstance(after, Hushable) and mute else after
