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
from bot.domain.reports import EntryKind, Incoming, Recipient, Resident
from bot.services.announcements import Announcements
from bot.services.jobs import start_job
from bot.services.turns import ALBUM_PAUSE, Turn
from handlers.admin.announcements.composing import ANNOUNCEMENT, ask, asked
from handlers.entries import sent_in
from handlers.filters import HasDocument, NewWords, PlainText
from handlers.states import Announcing

PICTURES: Final = {EntryKind.PHOTO: MediaKind.PHOTO, EntryKind.VIDEO: MediaKind.VIDEO}


async def take_file(message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin) -> None:
    """A file of station codes: read by a job, as Telegram must be asked for it."""
    number, _ = await asked(state)
    file_id, name = (message.document.file_id, message.document.file_name or "") if message.document else ("", "")
    await start_job(
        turn, recipient, "announcement-stations", announcement=number, file_id=file_id, name=name[:100], admin=admin.id
    )


async def take_stations(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """A date: all since then. Anything else: codes."""
    number, _ = await asked(state)
    draft, text = await announcements.drafts.open(turn, admin, number), message.text or ""
    if day := written_day(text):
        since = datetime.combine(day, time(), KYIV).astimezone(UTC)
        page = await announcements.composing.stations_since(admin, draft, since)
    else:
        page = await announcements.composing.stations_of_codes(admin, draft, text.replace(",", " ").split())
    await turn.tell(recipient, page)


async def take_words(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """A text, or a picture with its caption."""
    number, language = await asked(state)
    entry = sent_in(message)
    if entry.kind is not EntryKind.TEXT:
        await _take_picture(message, entry, turn, recipient, state, admin, announcements)
        return
    draft = await announcements.drafts.open(turn, admin, number)
    draft = await announcements.composing.set_words(draft, language, Content(entry.text, entry.entities))
    await ask(state, None, number)
    await turn.tell(recipient, await announcements.composing.panel(draft))


async def take_picture(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """One, or an item of an album; the question is asked again once for all of them."""
    await _take_picture(message, sent_in(message), turn, recipient, state, admin, announcements)


async def _take_picture(
    message: Message,
    entry: Incoming,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    if entry.kind not in PICTURES:
        raise CannotCarry
    number, language = await asked(state)
    composing, draft = announcements.composing, await announcements.drafts.open(turn, admin, number)
    if entry.text:
        draft = await composing.set_words(draft, language, Content(entry.text, entry.entities))
    picture = AnnouncementMedia(PICTURES[entry.kind], entry.file_id or "")
    draft = await composing.set_media(draft, (*draft.media, picture))
    notice = composing.ask_media(draft)
    await ask(state, Announcing.media, number, language)
    if message.media_group_id is None:
        await turn.tell(recipient, notice)
    else:
        key = f"announcement-album:{recipient.chat_id}:{message.media_group_id}"[:64]
        await turn.tell(recipient, notice, key=key, after=ALBUM_PAUSE)


async def take_area(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """Whom it is for, by name."""
    number, _ = await asked(state)
    draft = await announcements.drafts.open(turn, admin, number)
    await turn.tell(recipient, await announcements.composing.name_area(admin, draft, message.text or ""))


async def take_place(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """The preview as somebody elsewhere sees it."""
    number, _ = await asked(state)
    draft, text = await announcements.drafts.open(turn, admin, number), message.text or ""
    if not await announcements.previews.name_place(turn, admin, recipient, draft, text):
        await turn.tell(recipient, await announcements.composing.ask_audience(admin, draft, unknown=text))
    await turn.tell(recipient, await announcements.composing.panel(draft))


async def take_reason(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """Why not. When somebody has decided meanwhile, the question is over all the same: a refusal would undo that."""
    number, _ = await asked(state)
    await state.clear()
    if late := await announcements.deciding.decided_already(admin, number):
        await turn.tell(recipient, late)
    else:
        await announcements.deciding.reject(turn, admin, number, message.text or "")


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


async def say_where(_message: Message, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    """Taken as the text unasked, a slip would replace what is written: so the button is named."""
    number, _ = await asked(state)
    await turn.tell(recipient, AnnouncementWordsWhere(number))


def router() -> Router:
    found = Router(name="announcing-words")
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
