"""What an announcement says: an admin's words filled in, or the kind's own."""

from dataclasses import replace

import pytest
from aiogram.methods import SendMessage, SendPhoto

from bot.domain.announcements import AnnouncementMedia, Kind, MediaKind, StationButton
from bot.domain.marked import utf16
from bot.domain.news_notices import Announced, AnnouncedStation
from bot.domain.notices import OfficerWords, PlaceWords, StationWords
from bot.domain.people import Role
from bot.telegram.compose import compose
from bot.telegram.letter import CAPTION_LIMIT, TEXT_LIMIT, Letter
from bot.texts.announcements.news import MOST_STATIONS
from bot.texts.faces import speak
from bot.texts.words import LANGUAGES, words

PLACE = PlaceWords("UA18020010010077880", "C", "Іванівка", "Бердичівська", "Бердичівський", "Житомирська")
OFFICER = OfficerWords(Role.COMMUNITY, "капітан поліції", "Зразок Другий", None)
STATIONS = tuple(
    AnnouncedStation(n, StationWords(f"Станція <{n}>", f"вул. Зразкова, {n}", "09:00–18:00", f"+380 00 000 00 {n:02}"))
    for n in range(1, 18)
)
OPENING = Announced(Kind.OPENING, None, (), STATIONS[:1], PLACE, (OFFICER,))


@pytest.mark.parametrize("locale", LANGUAGES)
def test_one_station_is_told_with_all_about_it(locale: str) -> None:
    text = speak(OPENING, words(locale))
    for part in ("Станція &lt;1&gt;", "вул. Зразкова, 1", "09:00–18:00", "+380 00 000 00 01"):
        assert words(locale).name(part) in text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_seventeen_stations_fit_into_one_message(locale: str) -> None:
    everything = replace(OPENING, stations=STATIONS, button=StationButton.CARD)
    call = compose(Letter(1, everything, words(locale)))
    assert isinstance(call, SendMessage)
    assert all(f"&lt;{n}&gt;" in call.text for n in range(1, 18))
    assert utf16(call.text) < TEXT_LIMIT
    assert len(call.reply_markup.inline_keyboard) == MOST_STATIONS + 1  # type: ignore[union-attr]


def test_nobody_is_told_that_a_far_station_is_theirs() -> None:
    assert "У вашій громаді" in speak(OPENING, words("uk"))
    assert "ваш" not in speak(replace(OPENING, near=False), words("uk")).lower()
    assert "Поруч із вами" not in speak(replace(OPENING, stations=STATIONS, near=False), words("uk"))


def test_placeholders_are_filled_in_the_readers_language() -> None:
    text = "{settlement}, {hromada}: {station}, {address}; {hours}; {phone}. {officer}"
    asked = replace(OPENING, text=text)
    assert speak(asked, words("uk")) == (
        "с. Іванівка, Бердичівська громада: Станція &lt;1&gt;, вул. Зразкова, 1; 09:00–18:00; +380 00 000 00 01. "
        "капітан поліції Зразок Другий"
    )
    assert "Ivanivka village, Berdychivska community" in speak(asked, words("en"))
    nothing = replace(asked, stations=(), officers=(), place=None)
    assert speak(nothing, words("uk")) == "—, —: —, —; —; —. —"


def test_the_formatting_of_the_author_arrives() -> None:
    entities: tuple[dict[str, str | int], ...] = ({"type": "bold", "offset": 0, "length": 9},)
    call = compose(Letter(1, replace(OPENING, text="{station} відкрито", entities=entities), words("uk")))
    assert isinstance(call, SendMessage)
    assert call.text == "Станція <1> відкрито"
    assert [(each.type, each.offset, each.length) for each in call.entities or ()] == [("bold", 0, 11)]


def test_a_picture_stands_above_the_words_as_long_as_they_fit() -> None:
    photo = AnnouncementMedia(MediaKind.PHOTO, "file")
    short = compose(Letter(1, replace(OPENING, text="Коротко", media=photo), words("uk")))
    assert isinstance(short, SendPhoto)
    assert (short.photo, short.caption) == ("file", "Коротко")
    long = compose(Letter(1, replace(OPENING, text="я" * (CAPTION_LIMIT + 1), media=photo), words("uk")))
    assert isinstance(long, SendMessage), "the words matter more"


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_plain_form_shows_where_links_lead(locale: str) -> None:
    """After a refusal there is no formatting that could carry an address."""
    link: dict[str, str | int] = {
        "type": "text_link",
        "offset": 7,
        "length": 3,
        "url": "https://example.com/day?a=1&b=2",
    }
    asked = replace(OPENING, text="Умови: тут, example.com", entities=(link,))
    call = compose(Letter(1, asked, words(locale), plain=True))
    assert isinstance(call, SendMessage)
    assert call.text == "Умови: тут (https://example.com/day?a=1&b=2), example.com"
    assert not call.entities
    assert call.parse_mode is None
