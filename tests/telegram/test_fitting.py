"""Every notice can always be sent: whatever is in it, Telegram takes the call that delivers it."""

import asyncio
import dataclasses
from typing import Any, Final

import pytest
from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.base import BaseSession
from aiogram.types import InlineKeyboardMarkup, InputFile
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from bot.domain.addressing_notices import ActsOver
from bot.domain.announcement_notices import AnnouncementAskAudience
from bot.domain.attachments import Upload, UploadMedia
from bot.domain.kinds import KINDS
from bot.domain.marked import utf16
from bot.domain.notices import Attached, Notice, OfficerCard, OfficerWords, Paged, Relayed, StationWords
from bot.domain.people import Role
from bot.domain.reports import Entry, EntryKind, Incoming
from bot.domain.shortening import shortened
from bot.sandbox import crowd
from bot.sandbox.api import BotApi
from bot.sandbox.bodies import Body
from bot.sandbox.bodies import Upload as Sent
from bot.sandbox.files import Stored
from bot.sandbox.html_text import parse_html
from bot.sandbox.samples import png
from bot.sandbox.talk import keep
from bot.sandbox.world import World
from bot.telegram.compose import pieces
from bot.telegram.fitting import cut, cut_html, fitted, length, plain
from bot.telegram.keyboard import keyboard
from bot.telegram.letter import TEXT_LIMIT, Call, Letter
from bot.texts.words import LANGUAGES, words
from tests.telegram.made import ALPHABET, notices
from tests.telegram.wire import Wire

READER: Final = 700_000_001
TOKEN: Final = "4242:FIT-token-of-no-bot-AAAAAAAAAAAAAAAAAAAAA"

BUTTON: Final = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}


class Taker:
    """A strict Telegram: takes a call as it would come over the wire, or refuses it."""

    def __init__(self) -> None:
        self.world = World()
        self.api = BotApi(self.world)
        self.known = self.world.add_bot(4242)
        crowd.new_user(self.world, {"id": READER, "first_name": "Олена"})
        self.world.dialog((4242, READER)).started = True
        for kind in ("photo", "video", "document"):
            self.world.files.put(Stored(kind, kind, kind, f"{kind}.bin", "", 1, f"{kind}s/1", "x", 1, 1))
        self.session: BaseSession = Wire()
        self.bot = Bot(TOKEN, session=self.session)

    def takes(self, call: Call) -> None:
        """Raises ApiError in Telegram's words."""
        files: dict[str, InputFile] = {}
        given = {name: getattr(call, name) for name in type(call).model_fields}
        values = {
            name: self.session.prepare_value(value, self.bot, files=files)
            for name, value in given.items()
            if value is not None and not isinstance(value, Default)
        }
        sent = {name: Sent(each.filename or "x", "image/png", each.data) for name, each in files.items()}  # type: ignore[attr-defined]
        dialog = self.world.dialogs[4242, READER]
        dialog.records.clear()
        there = {"message_id": getattr(call, "message_id", 1), "date": 1, "text": "x", "reply_markup": BUTTON}
        keep(self.world, dialog, there, bot=4242)
        asyncio.run(self.api.execute(self.known, type(call).__api_method__, Body(values, sent)))


@pytest.fixture(scope="module")
def taker() -> Taker:
    return Taker()


def letter(notice: Notice, locale: str, media: UploadMedia) -> Letter:
    upload = Upload(1, "звіт.png", media, png(), None) if isinstance(notice, Attached) else None
    entry = Entry(1, 1, 1, Incoming(EntryKind.TEXT, READER, 1, text="слово"), None)
    entries = (entry,) if isinstance(notice, Relayed) else ()
    edits = 1 if isinstance(notice, ActsOver) else None
    return Letter(READER, notice, words(locale), entries=entries, upload=upload, edits=edits)


def within_limits(call: Call) -> None:
    """What Telegram says of keyboards, whether the box minds it or not."""
    markup = getattr(call, "reply_markup", None)
    if not isinstance(markup, InlineKeyboardMarkup):
        return
    every = [each for row in markup.inline_keyboard for each in row]
    assert len(every) <= 100
    assert all(row and len(row) <= 8 for row in markup.inline_keyboard)
    assert all(each.text.strip() and utf16(each.text) <= 120 for each in every)
    assert all(1 <= len((each.callback_data or "x").encode()) <= 64 for each in every)


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(data=st.data())
def test_telegram_takes_every_notice(taker: Taker, *, kind: type[Notice], locale: str, data: st.DataObject) -> None:
    notice = data.draw(notices(kind))
    media = data.draw(st.sampled_from(UploadMedia)) if issubclass(kind, Attached) else UploadMedia.PHOTO
    for piece in pieces(letter(notice, locale, media)):
        taker.takes(piece.call)
        within_limits(piece.call)


@pytest.mark.parametrize("locale", LANGUAGES)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(data=st.data(), many=st.sampled_from([100, 300]))
def test_however_many_officers_what_stands_below_them_stays(*, locale: str, data: st.DataObject, many: int) -> None:
    """The card of a beat with a hundred officers: the station, 102 and 112 are what it must not lose."""
    said = words(locale)
    officer = OfficerWords(Role.COMMUNITY, "капітан поліції", "Зразок " * 4, "+380 00 000 00 01")
    station = StationWords("Станція", "вул. Зразкова, 1", "", "+380 00 000 00 02")
    drawn = data.draw(notices(OfficerCard, inside=True))
    card = dataclasses.replace(drawn, officers=(officer,) * many, station=station, stand_in=None)
    text = fitted(card, said, TEXT_LIMIT)
    assert length(text) <= TEXT_LIMIT
    assert text.endswith(said.html("officer-card-emergency"))
    assert "+380 00 000 00 02" in text
    told = text.count("+380 00 000 00 01")
    assert told >= 3
    assert said.html("list-more", n=many - told) in text


TEXTS = st.text(ALPHABET, max_size=60)


@given(TEXTS, st.integers(1, 40))
def test_shortened_words_are_no_longer_and_no_character_is_cut(text: str, most: int) -> None:
    short = shortened(text, most)
    assert utf16(short) <= most
    assert short == text or (short.endswith("…") and text.startswith(short[:-1].rstrip()))


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("привіт", 6, "привіт"),
        ("привіт", 5, "прив…"),
        ("👨‍👩‍👧 родина", 7, "…"),
        ("👨‍👩‍👧 родина", 11, "👨‍👩‍👧 р…"),
        ("🇺🇦🇵🇱", 7, "🇺🇦…"),
        ("👍🏽👍🏽", 7, "👍🏽…"),
        ("cafe\u0301s", 5, "caf…"),
        ("а бв", 3, "а…"),
    ],
)
def test_characters_stay_whole(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short


MARKED = st.recursive(
    TEXTS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    lambda inner: st.tuples(st.sampled_from("bisu"), st.lists(inner, max_size=3)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=8,
)


@given(MARKED, st.integers(1, 50))
def test_markup_is_never_cut(html: str, limit: int) -> None:
    whole = parse_html(html)[0]
    assert plain(html) == whole
    assert length(html) == utf16(whole)
    text, entities = parse_html(cut_html(html, limit))
    assert utf16(text) <= limit
    assert text == whole or whole.startswith(text[:-1])
    for entity in entities:
        assert entity["offset"] + entity["length"] <= utf16(text)


@given(TEXTS, st.integers(1, 50))
def test_formatting_ends_where_the_words_end(text: str, limit: int) -> None:
    entities: list[dict[str, Any]] = [
        {"type": "bold", "offset": at, "length": 5} for at in range(0, max(utf16(text) - 5, 0), 3)
    ]
    kept, left = cut(text, entities, limit)
    assert utf16(kept) <= limit
    assert all(each["offset"] + each["length"] <= utf16(kept) and each["length"] > 0 for each in left)


LISTS: Final[dict[type[Notice], dict[str, Any]]] = {AnnouncementAskAudience: {"options": (), "unknown": ""}}
"""Where a kind has a list only at times."""
PAGED = [kind for kind in KINDS.values() if issubclass(kind, Paged)]


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", PAGED, ids=[kind.__name__ for kind in PAGED])
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(data=st.data())
def test_a_page_says_which_it_is_and_leads_on_and_back(*, kind: type[Paged], locale: str, data: st.DataObject) -> None:
    page = data.draw(st.sampled_from([0, 1, 8]))
    notice = dataclasses.replace(data.draw(notices(kind, inside=True)), page=page, pages=9, **LISTS.get(kind, {}))
    named = {"items", "options", "total", "areas", "posts", "drafts"} - LISTS.get(kind, {}).keys()
    assume(all(getattr(notice, each, True) for each in named))
    said = words(locale)
    assert said.html("page", page=page + 1, pages=9) in fitted(notice, said, TEXT_LIMIT)
    markup = keyboard(notice, said)
    assert isinstance(markup, InlineKeyboardMarkup)
    labels = [each.text for row in markup.inline_keyboard for each in row]
    assert (said.plain("button-previous") in labels, said.plain("button-next") in labels) == (page > 0, page < 8)
