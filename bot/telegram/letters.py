"""From a claimed outbox row to a letter: everything a send needs, read in the claim's transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.domain.marked import NOTHING, Marked
from bot.domain.notices import AboutReport, Attached, Notice
from bot.domain.reports import Entry
from bot.services.kept_notices import notice_of
from bot.telegram.arrivals import lane_of_chat
from bot.telegram.entry_calls import MOST_ITEMS
from bot.telegram.letter import Letter
from bot.texts.words import words
from db import inbox, links, reports, uploads
from db.outbox import OutboxRow


class AlbumIncomplete(Exception):
    """Its author's updates are behind, and more of it may be among them."""


async def open_letter(post: OutboxRow, *, protect: bool, username: str) -> Letter | None:
    """None: there is nothing left to send. Raises `NoticeUnreadable`, `AlbumIncomplete`."""
    notice = await _addressed(notice_of(post.kind, post.fields))
    entries, answered = await _content(post)
    if post.entry_id is not None and post.role == "entry" and not entries:
        return None
    upload = await uploads.get(notice.upload_id) if isinstance(notice, Attached) else None
    if isinstance(notice, Attached) and upload is None:
        return None  # it waited for so long that it was thrown away
    return Letter(
        chat_id=post.chat_id,
        notice=notice,
        words=words(post.locale),
        entries=entries,
        quotes=post.quotes or answered.message_id,
        quotable=answered.words,
        edits=None if post.anew else post.edits,
        protect=protect,
        upload=upload,
        plain=post.progress.plain,
        username=username,
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """The message of a chat that an entry replies to, and what it says, as far as we know."""

    message_id: int | None = None
    words: Marked = NOTHING


async def _addressed(notice: Notice) -> Notice:
    """With the report's random id, where whoever said it had only the number."""
    if not isinstance(notice, AboutReport) or notice.ref:
        return notice
    number: int = getattr(notice, "number", 0) or getattr(notice, "report_id", 0)
    return replace(notice, ref=await reports.ref_of(number) or "")


async def _content(post: OutboxRow) -> tuple[list[Entry], Answered]:
    """The entries a `Relayed` carries (of an album those that have not arrived yet), and what it replies to."""
    if post.report_id is None or post.entry_id is None or post.role != "entry":
        return [], Answered()
    entry = await reports.entry(post.entry_id)
    if entry is None:
        return [], Answered()
    arrived = await links.delivered_entries(post.report_id, post.chat_id)
    entries = await _together(post, entry, arrived)
    return entries, await _answered(post, entry, arrived)


async def _together(post: OutboxRow, entry: Entry, arrived: Mapping[int, int]) -> list[Entry]:
    """What travels together; once it is under way nothing more comes to it."""
    if entry.incoming.album is None:
        return [entry]
    siblings = [e for e in await reports.entries_of(entry.report_id) if e.incoming.album == entry.incoming.album]
    if post.progress.entry_ids:
        return [e for e in siblings if e.id in post.progress.entry_ids]
    if len(siblings) < MOST_ITEMS and await inbox.follows(lane_of_chat(entry.incoming.chat_id)):
        raise AlbumIncomplete
    return [e for e in siblings if e.id not in arrived]


async def _answered(post: OutboxRow, entry: Entry, arrived: Mapping[int, int]) -> Answered:
    quoted = await reports.entry(entry.quotes_entry_id) if entry.quotes_entry_id else None
    if quoted is not None:
        said = Marked(quoted.incoming.text, quoted.incoming.entities)
        if quoted.incoming.chat_id == post.chat_id:
            return Answered(quoted.incoming.message_id, said)
        if quoted.id in arrived:
            return Answered(arrived[quoted.id], said)
    report_id = post.report_id or 0
    return Answered((await links.cards([report_id])).get((report_id, post.chat_id)))
