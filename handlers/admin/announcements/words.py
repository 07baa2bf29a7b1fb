"""What an admin types and sends while a draft waits for it: a file of stations, words, pictures, names of areas."""

from datetime import UTC, datetime, time
from typing import Final

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.admins import Admin
from bot.domain.announcement_notices import AnnouncementWordsWhere
from bot.domain.announcements import AnnouncementMedia, Content, MediaKind
from bot.domain.clock import KYIV, written_day
from bot.domain.errors import CannotCarry
from bot.domain.people import Officer
from bot.domain.reports import EntryKind, Incoming, Resident
from bot.services.announcements import Announcements
from bot.services.jobs import start_job
from bot.services.turns import ALBUM_PAUSE
from handlers.admin.announcements.here import ANNOUNCEMENT, AnnouncementsHere, at_the_announcements
from handlers.entries import sent_in
from handlers.filters import HasDocument, NewWords, PlainText
from handlers.states import Announcing

PICTURES: Final = {EntryKind.PHOTO: MediaKind.PHOTO, EntryKind.VIDEO: MediaKind.VIDEO}


async def take_file(message: Message, here: AnnouncementsHere) -> None:
    """A file of station codes: read by a job, as Telegram must be asked for it."""
    number, _ = await here.asked()
    file_id, name = (message.document.file_id, message.document.file_name or "") if message.document else ("", "")
    about = {"announcement": number, "file_id": file_id, "name": name[:100], "admin": here.admin.id}
    await start_job(here.turn, here.recipient, "announcement-stations", **about)


async def take_stations(message: Message, here: AnnouncementsHere) -> None:
    """A date: all since then. Anything else: codes."""
    composing, draft, text = here.announcements.composing, await here.asked_draft(), message.text or ""
    if day := written_day(text):
        since = datetime.combine(day, time(), KYIV).astimezone(UTC)
        page = await composing.stations_since(here.admin, draft, since)
    else:
        page = await composing.stations_of_codes(here.admin, draft, text.replace(",", " ").split())
    await here.tell(page)


async def take_words(message: Message, here: AnnouncementsHere) -> None:
    """A text, or a picture with its caption."""
    entry = sent_in(message)
    if entry.kind is not EntryKind.TEXT:
        await _take_picture(message, entry, here)
        return
    number, language = await here.asked()
    content = Content(entry.text, entry.entities)
    draft = await here.announcements.composing.set_words(await here.draft(number), language, content)
    await here.ask(None, number)
    await here.show_panel(draft)


async def take_picture(message: Message, here: AnnouncementsHere) -> None:
    """One, or an item of an album; the question is asked again once for all of them."""
    await _take_picture(message, sent_in(message), here)


async def _take_picture(message: Message, entry: Incoming, here: AnnouncementsHere) -> None:
    if entry.kind not in PICTURES:
        raise CannotCarry
    number, language = await here.asked()
    composing, draft = here.announcements.composing, await here.draft(number)
    if entry.text:
        draft = await composing.set_words(draft, language, Content(entry.text, entry.entities))
    picture = AnnouncementMedia(PICTURES[entry.kind], entry.file_id or "")
    draft = await composing.set_media(draft, (*draft.media, picture))
    notice = composing.ask_media(draft)
    await here.ask(Announcing.media, number, language)
    if message.media_group_id is None:
        await here.tell(notice)
    else:
        key = f"announcement-album:{here.recipient.chat_id}:{message.media_group_id}"[:64]
        await here.turn.tell(here.recipient, notice, key=key, after=ALBUM_PAUSE)


async def take_area(message: Message, here: AnnouncementsHere) -> None:
    """Whom it is for, by name."""
    draft = await here.asked_draft()
    await here.tell(await here.announcements.composing.name_area(here.admin, draft, message.text or ""))


async def take_place(message: Message, here: AnnouncementsHere) -> None:
    """The preview as somebody elsewhere sees it."""
    draft, text = await here.asked_draft(), message.text or ""
    if not await here.announcements.previews.name_place(here.turn, here.admin, here.recipient, draft, text):
        await here.tell(await here.announcements.composing.ask_audience(here.admin, draft, unknown=text))
    await here.show_panel(draft)


async def take_reason(message: Message, here: AnnouncementsHere) -> None:
    """Why not. When somebody has decided meanwhile, the question is over all the same: a refusal would undo that."""
    number, _ = await here.asked()
    await here.state.clear()
    if late := await here.announcements.deciding.decided_already(here.admin, number):
        await here.tell(late)
    else:
        await here.announcements.deciding.reject(here.turn, here.admin, number, message.text or "")


class ForOpenDraft(Filter):
    """Words or a picture that nothing asked for, from an admin who is neither resident nor officer, beside a draft."""

    async def __call__(
        self,
        message: Message,
        state: FSMContext,
        admin: Admin,
        announcements: Announcements,
        resident: Resident | None,
        officer: Officer | None,
    ) -> bool:
        if resident or officer or not (message.text or message.photo or message.video):
            return False
        number = (await state.get_data()).get(ANNOUNCEMENT)
        return number is not None and await announcements.drafts.is_open(admin, number)


async def say_where(_message: Message, here: AnnouncementsHere) -> None:
    """Taken as the text unasked, a slip would replace what is written: so the button is named."""
    number, _ = await here.asked()
    await here.tell(AnnouncementWordsWhere(number))


def router() -> Router:
    found = Router(name="announcing-words")
    at_the_announcements(found)
    message = found.message
    message.filter(NewWords())
    message.register(take_file, StateFilter(Announcing.stations), HasDocument())
    message.register(take_stations, StateFilter(Announcing.stations), PlainText())
    message.register(take_area, StateFilter(Announcing.audience), PlainText())
    message.register(take_place, StateFilter(Announcing.place), PlainText())
    message.register(take_reason, StateFilter(Announcing.reason), PlainText())
    message.register(take_words, StateFilter(Announcing.words))
    message.register(take_picture, StateFilter(Announcing.media))
    message.register(say_where, StateFilter(None, Announcing), ForOpenDraft())
    return found
