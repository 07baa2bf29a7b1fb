"""What an admin types and sends while a draft waits for it: a file of stations, words, pictures, names of areas."""

from typing import Final

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.admins import Admin
from bot.domain.broadcasts import Content, Media, MediaKind
from bot.domain.clock import written_day
from bot.domain.errors import CannotCarry
from bot.domain.newsroom_notices import NewsWordsWhere
from bot.domain.people import Officer
from bot.domain.reports import EntryKind, Incoming, Reader, Resident
from bot.services.jobs import start_job
from bot.services.newsroom.watching import Newsroom
from bot.services.turns import ALBUM_PAUSE, Turn
from handlers.admin.announcing import BROADCAST, ask, asked
from handlers.entries import sent_in
from handlers.filters import HasDocument, NewWords, PlainText
from handlers.states import Announcing

PICTURES: Final = {EntryKind.PHOTO: MediaKind.PHOTO, EntryKind.VIDEO: MediaKind.VIDEO}


async def take_file(message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin) -> None:
    """A file of station codes: read by a job, as Telegram must be asked for it."""
    number, _ = await asked(state)
    file_id, name = (message.document.file_id, message.document.file_name or "") if message.document else ("", "")
    await start_job(turn, reader, "news-stations", broadcast=number, file_id=file_id, name=name[:100], admin=admin.id)


async def take_stations(
    message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """A date: all since then. Anything else: codes."""
    number, _ = await asked(state)
    text = message.text or ""
    unknown: tuple[str, ...] = ()
    if day := written_day(text):
        await newsroom.stations_since(turn, admin, number, day)
    else:
        unknown = await newsroom.stations_of_codes(turn, admin, number, text.replace(",", " ").split())
    await turn.tell(reader, await newsroom.stations(turn, admin, number, unknown=unknown))


async def take_words(
    message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """A text, or a picture with its caption."""
    number, language = await asked(state)
    entry = sent_in(message)
    if entry.kind is not EntryKind.TEXT:
        await _take_picture(message, entry, turn, reader, state, admin, newsroom)
        return
    await newsroom.set_words(turn, admin, number, language, Content(entry.text, entry.entities))
    await ask(state, None, number)
    await turn.tell(reader, await newsroom.panel(turn, admin, number))


async def take_picture(
    message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """One, or an item of an album; the question is asked again once for all of them."""
    await _take_picture(message, sent_in(message), turn, reader, state, admin, newsroom)


async def _take_picture(
    message: Message,
    entry: Incoming,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
) -> None:
    if entry.kind not in PICTURES:
        raise CannotCarry
    number, language = await asked(state)
    if entry.text:
        await newsroom.set_words(turn, admin, number, language, Content(entry.text, entry.entities))
    media = Media(PICTURES[entry.kind], entry.file_id or "")
    notice = await newsroom.add_media(turn, admin, number, media)
    await ask(state, Announcing.media, number, language)
    if message.media_group_id is None:
        await turn.tell(reader, notice)
    else:
        key = f"news-album:{reader.chat_id}:{message.media_group_id}"[:64]
        await turn.tell(reader, notice, key=key, after=ALBUM_PAUSE)


async def take_area(
    message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """Whom it is for, by name."""
    number, _ = await asked(state)
    await turn.tell(reader, await newsroom.name_area(turn, admin, number, message.text or ""))


async def take_place(
    message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """The preview as somebody elsewhere sees it."""
    number, _ = await asked(state)
    text = message.text or ""
    if not await newsroom.name_place(turn, admin, reader, number, text):
        await turn.tell(reader, await newsroom.ask_audience(turn, admin, number, unknown=text))
    await turn.tell(reader, await newsroom.panel(turn, admin, number))


async def take_reason(
    message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """Why not. When somebody has decided meanwhile, the question is over all the same: a refusal would undo that."""
    number, _ = await asked(state)
    await state.clear()
    if late := await newsroom.decided_already(admin, number):
        await turn.tell(reader, late)
    else:
        await newsroom.reject(turn, admin, number, message.text or "")


class ForOpenDraft(Filter):
    """Words or a picture that nothing asked for, from an admin who is neither resident nor officer, beside a draft."""

    async def __call__(
        self,
        message: Message,
        state: FSMContext,
        admin: Admin,
        newsroom: Newsroom,
        resident: Resident | None,
        officer: Officer | None,
    ) -> bool:
        if resident or officer or not (message.text or message.photo or message.video):
            return False
        number = (await state.get_data()).get(BROADCAST)
        return number is not None and await newsroom.is_open(admin, number)


async def say_where(_message: Message, turn: Turn, reader: Reader, state: FSMContext) -> None:
    """Taken as the text unasked, a slip would replace what is written: so the button is named."""
    number, _ = await asked(state)
    await turn.tell(reader, NewsWordsWhere(number))


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
