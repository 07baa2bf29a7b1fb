"""What people write, as calls: all of it arrives, and every message says whose it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from aiogram.methods import (
    SendLivePhoto,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVenue,
    SendVideoNote,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.marked import Marked, utf16
from bot.domain.notices import OfficerWords, Relayed
from bot.domain.people import Role
from bot.domain.places import Point
from bot.domain.provenance import Origin, OriginKind, Quote
from bot.domain.reports import Entry, EntryKind, Incoming
from bot.telegram.entry_calls import relayed
from bot.telegram.letter import CAPTION_LIMIT, TEXT_LIMIT, Letter, Piece
from bot.texts.words import LANGUAGES, words
from tests.domain.test_marked import marked
from tests.telegram.strict import shown, words_in

RESIDENT = "Мешканець · №\u00a012"
OFFICER = OfficerWords(Role.COMMUNITY, "капітан поліції", "Зразок Перший", None)


def numbered(*made: Incoming) -> list[Entry]:
    return [Entry(n, 12, None, replace(each, message_id=n)) for n, each in enumerate(made, 1)]


def came(kind: EntryKind, text: str = "", **more: Any) -> Incoming:
    point = Point(50.0, 28.0) if kind is EntryKind.LOCATION else None
    return Incoming(kind, 1, 1, text, file_id="file", still="still", point=point, **more)


def letter(entries: Sequence[Entry], notice: Relayed | None = None, **more: Any) -> Letter:
    return Letter(5, notice or Relayed(12), words("uk"), entries=entries, **more)


def said(pieces: Sequence[Piece]) -> list[str]:
    return [each for piece in pieces for each in words_in(piece.call)]


def test_a_long_caption_follows_its_photo() -> None:
    long = "слово " * 250
    photo, text = relayed(letter(numbered(came(EntryKind.PHOTO, long))))
    assert isinstance(photo.call, SendPhoto)
    assert isinstance(text.call, SendMessage)
    assert said([photo, text]) == [RESIDENT, f"{RESIDENT}\n{long}".strip()]
    assert [each.id for piece in (photo, text) for each in piece.entries] == [1, 1]


def test_the_head_makes_no_text_too_long_and_is_never_dropped() -> None:
    text = "Поліція · № 12\n" + "я" * (TEXT_LIMIT - 15)
    pieces = relayed(letter(numbered(came(EntryKind.TEXT, text)), Relayed(12, OFFICER)))
    assert len(pieces) == 2
    head = "Офіцер громади капітан поліції Зразок Перший · №\u00a012\n"
    assert all(each.startswith(head) for each in said(pieces))
    assert "".join(each.removeprefix(head) for each in said(pieces)) == text


@pytest.mark.parametrize(
    ("kind", "text", "call"),
    [
        (EntryKind.LOCATION, "", SendLocation),
        (EntryKind.LOCATION, "Кафе\nвул. Перша", SendVenue),
        (EntryKind.VIDEO_NOTE, "", SendVideoNote),
    ],
)
def test_what_has_no_words_is_announced(kind: EntryKind, text: str, call: type) -> None:
    before, thing = relayed(letter(numbered(came(kind, text))))
    assert said([before]) == [RESIDENT]
    assert isinstance(thing.call, call)


def test_a_live_photo_and_what_it_is_when_telegram_refuses_it() -> None:
    entries = numbered(came(EntryKind.LIVE_PHOTO, "рух"))
    (live,) = relayed(letter(entries))
    assert isinstance(live.call, SendLivePhoto)
    assert (live.call.live_photo, live.call.photo) == ("file", "still")
    (still,) = relayed(letter(entries, plain=True))
    assert isinstance(still.call, SendPhoto)
    assert (still.call.photo, said([still])) == ("still", [f"{RESIDENT}\nрух"])


def test_an_album_of_everything_is_divided_and_complete() -> None:
    kinds = [EntryKind.PHOTO, EntryKind.DOCUMENT, EntryKind.VIDEO, EntryKind.AUDIO, EntryKind.DOCUMENT, EntryKind.VOICE]
    kinds += [EntryKind.LIVE_PHOTO] + [EntryKind.PHOTO] * 9
    entries = numbered(*(came(kind, f"слова {n}", album="a") for n, kind in enumerate(kinds)))
    pieces = relayed(letter(entries))
    groups = [[each.incoming.kind for each in piece.entries] for piece in pieces]
    assert [len(each) for each in groups] == [10, 2, 2, 1, 1]
    assert sorted(each.id for piece in pieces for each in piece.entries) == [each.id for each in entries]
    assert all(f"слова {n}" in "\n".join(said(pieces)) for n in range(len(kinds)))


def test_a_long_caption_in_an_album_follows_the_album() -> None:
    long = "довго " * 300
    entries = numbered(came(EntryKind.PHOTO, "раз"), came(EntryKind.VIDEO, long), came(EntryKind.PHOTO))
    album, text = relayed(letter(entries))
    assert isinstance(album.call, SendMediaGroup)
    assert said([album]) == [f"{RESIDENT}\nраз", RESIDENT, ""]
    assert said([text]) == [f"{RESIDENT}\n{long}".strip()]
    assert [each.id for each in text.entries] == [2]


CHANNEL = Origin(OriginKind.CHANNEL, "Новини Малина")


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("origin", [CHANNEL, *(Origin(kind) for kind in OriginKind)])
def test_forwarded_words_are_not_their_senders_own(origin: Origin, locale: str) -> None:
    entries = numbered(came(EntryKind.TEXT, "Спалю вам хату", forwarded=origin))
    (piece,) = relayed(replace(letter(entries), words=words(locale)))
    head, mark, text = said([piece])[0].split("\n")
    assert "12" in head
    assert mark.startswith("Переслано" if locale == "uk" else "Forwarded")
    assert origin.title in mark
    assert text == "Спалю вам хату"


def test_a_quote_is_telegrams_where_the_words_stand_there() -> None:
    entries = numbered(came(EntryKind.TEXT, "Це де?", quote=Quote("гучно")))
    there = Incoming(EntryKind.TEXT, 5, 7, "Дуже гучно", ({"type": "bold", "offset": 5, "length": 5},))
    quotable = Marked(there.text, there.entities)
    (piece,) = relayed(letter(entries, quotes=7, quotable=quotable))
    reply = piece.call.reply_parameters  # type: ignore[attr-defined]
    assert (reply.message_id, reply.quote) == (7, "гучно")
    assert [(each.type, each.offset, each.length) for each in reply.quote_entities] == [("bold", 0, 5)]
    assert said([piece]) == [f"{RESIDENT}\nЦе де?"]

    for other in (letter(entries, quotes=7), letter(entries, quotes=7, quotable=quotable, plain=True), letter(entries)):
        (piece,) = relayed(other)
        assert said([piece]) == [f"{RESIDENT}\nУ відповідь на слова: «гучно»\nЦе де?"]
        assert getattr(piece.call.reply_parameters, "quote", None) is None  # type: ignore[attr-defined]


def test_words_of_another_chat_are_marked() -> None:
    quote = Quote("Спалю\nвам хату", CHANNEL)
    (piece,) = relayed(letter(numbered(came(EntryKind.TEXT, "Це про нас", quote=quote)), quotes=7))
    assert said([piece]) == [f"{RESIDENT}\nУ відповідь на слова з каналу «Новини Малина»: «Спалю вам хату»\nЦе про нас"]


lengths = st.integers(0, TEXT_LIMIT)
quotes = st.none() | st.builds(Quote, st.text("аб 👮", max_size=1024), st.none() | st.just(CHANNEL))
origins = st.none() | st.sampled_from([CHANNEL, Origin(OriginKind.HIDDEN)])


@st.composite
def written(draw: st.DrawFn) -> Incoming:
    """Anything somebody may write."""
    base = draw(marked())
    times = draw(st.integers(1, 1 + draw(lengths) // max(base.length, 1)))
    kind = draw(st.sampled_from(EntryKind))
    text = base.text * times if utf16(base.text * times) <= TEXT_LIMIT else base.text
    text = text.replace("\0", "") if kind is EntryKind.TEXT and text.strip() else text or "а"
    entities = tuple(each for each in base.entities if text.startswith(base.text))
    return came(kind, text, entities=entities, quote=draw(quotes), forwarded=draw(origins), album="a")


@given(st.lists(written(), min_size=1, max_size=12), st.booleans(), st.booleans())
def test_whatever_it_is_telegram_takes_all_of_it(made: list[Incoming], plain: bool, named: bool) -> None:
    entries = numbered(*made)
    notice = Relayed(12, OFFICER if named else None)
    pieces = relayed(letter(entries, notice, plain=plain))
    assert {each.id for piece in pieces for each in piece.entries} == {each.id for each in entries}
    head = "· №\u00a012"
    for piece in pieces:
        messages = shown(piece.call)
        assert len(messages) == len(piece.entries)
        for message in messages:
            text = message["text"] if "text" in message else message["caption"]
            assert not text or text.split("\n")[0].endswith(head)
            assert utf16(text) <= (TEXT_LIMIT if "text" in message else CAPTION_LIMIT)
    everything = "".join(said(pieces))
    for each in made:
        if each.kind not in {EntryKind.LOCATION, EntryKind.VIDEO_NOTE}:
            assert all(word in everything for word in each.text.split() if len(word) < 20)
