"""Every notice can be said in every language, and fits."""

import dataclasses
import enum
import types
import typing
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain import addressing_notices as addressing
from bot.domain import admin_notices as a
from bot.domain import announcement_notices as announcing
from bot.domain import figures_notices as f
from bot.domain import news_notices as news
from bot.domain import notices as n
from bot.domain import paper_notices as paper
from bot.domain import registry_notices as r
from bot.domain.addresses import GeocoderOutcome
from bot.domain.alerts import Alert
from bot.domain.emergency import Danger
from bot.domain.errors import DeskError
from bot.domain.kinds import KINDS
from bot.domain.marked import utf16
from bot.domain.people import Role
from bot.domain.places import Choice
from bot.domain.reports import Category, ReportStatus
from bot.telegram.acts import unpack
from bot.telegram.compose import compose
from bot.telegram.keyboard import keyboard
from bot.telegram.letter import TEXT_LIMIT, Letter
from bot.texts import parts
from bot.texts.faces import FACES, speak
from bot.texts.words import LANGUAGES, words

SILENT = {addressing.ActsOver, n.Seen, n.CommandMenu, n.Relayed, news.AnnouncedAlbum}
OFFERING = [kind for kind, face in FACES.items() if face.offer]
PLACE = n.PlaceWords("UA18020010010077880", "C", "Іванівка", "Бердичівська", "Бердичівський", "Житомирська")

TODAY = date(2026, 11, 22)


def example(kind: Any) -> Any:
    """Some value of a type: the first choice of each union, every field filled."""
    if isinstance(kind, type) and issubclass(kind, n.PlaceWords):
        return PLACE
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        return kind(**{field.name: _field(kind, field.name, hints[field.name]) for field in dataclasses.fields(kind)})
    origin = typing.get_origin(kind)
    if origin is tuple:
        inner = [arg for arg in typing.get_args(kind) if arg is not Ellipsis]
        return (example(inner[0]),) if len(inner) == 1 else tuple(example(arg) for arg in inner)
    if origin in (typing.Union, types.UnionType):
        return example(typing.get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(iter(kind))
    moment = datetime(2026, 11, 22, 10, tzinfo=UTC)
    return {str: "слово", int: 3, float: 1.5, bool: True, datetime: moment, date: moment.date()}[kind]


def _field(kind: type, name: str, hint: Any) -> Any:
    if name == "ref":
        return "AbCdEf012_-x"
    special: dict[tuple[type, str], Any] = {
        (n.OfficerCard, "why"): "community",
        (n.Refused, "code"): "stale-button",
        (a.JobProgress, "job"): "registry-check",
        (a.JobFailed, "job"): "registry-check",
        (n.Refused, "fields"): (),
        (Alert, "fields"): (("number", "7"), ("error", "ValueError")),
        (news.Announced, "entities"): (),
        (r.FaultWords, "code"): "required",
        (r.FaultWords, "fields"): (),
        (r.AskField, "field"): "name",
        (r.AskChoice, "field"): "name_seen",
        (r.OfficerPanel, "state"): "joined",
        (r.BeatAreaWords, "category"): "C",
        (r.BeatAreaWords, "katottg"): "UA18020010010077880",
        (r.ConfirmEntry, "what"): "retire",
    }
    special |= {(f.LapseWords, "step"): "answered", (f.StatsWords, "more"): (("announcements", 3),)}
    special |= {(f.StatsWords, "statuses"): ((ReportStatus.NEW, 1), (ReportStatus.RESOLVED, 5))}
    special |= {(n.Summary, "counts"): (("photo", 2), ("text", 5)), (n.ReportMoved, "status"): ReportStatus.ACCEPTED}
    special |= {(announcing.AnnouncementPanel, "missing"): ("words",), (announcing.Outline, "texts"): ("uk", "en")}
    special |= {(announcing.Outline, "languages"): ("uk",), (announcing.Audience, "languages"): (("uk", 2),)}
    special |= {
        (announcing.AnnouncementAskAudience, "languages"): ("uk",),
        (announcing.AnnouncementAskWords, "language"): "uk",
    }
    special |= {(announcing.AnnouncementPreview, "language"): "uk", (n.PlaceChoices, "asked"): "1f2e3d4c"}
    special |= {(f.AreaChoices, "period"): "20260901-20260930", (paper.PosterOption, "what"): "st_7"}
    found = special.get((kind, name))
    return example(hint) if found is None else found


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_notice_has_words_that_fit(kind: type[n.Notice], locale: str) -> None:
    text = speak(example(kind), words(locale))
    assert (text == "") == (kind in SILENT - {n.Relayed})
    assert utf16(text) <= TEXT_LIMIT
    assert "None" not in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", OFFERING, ids=[kind.__name__ for kind in OFFERING])
def test_every_keyboard_can_be_laid_out(kind: type[n.Notice], locale: str) -> None:
    markup = keyboard(example(kind), words(locale))
    for row in getattr(markup, "inline_keyboard", []):
        for button in row:
            assert button.text
            assert 1 <= len((button.callback_data or "").encode()) <= 64
            assert unpack(button.callback_data or ""), button


ANOTHER_PLACE = (
    example(n.OfficerCard),
    dataclasses.replace(example(n.OfficerCard), can_write=False, districts=(), photo=None),
    n.NobodyHere(PLACE),
    n.ConfirmPlace(PLACE, by_point=True),
    n.ConfirmPlace(PLACE, by_point=False),
    n.ConfirmPlace(PLACE, by_point=False, kept=True),
    n.PlaceChoices((PLACE,), page=0, pages=1, total=1, why=Choice.TOLD),
    n.PlaceChoices((PLACE,), page=0, pages=1, total=1, why=Choice.NAMESAKES),
    n.PlaceChoices((PLACE,), page=1, pages=3, total=20, why=Choice.ALIKE, asked="a"),
    n.PlaceChoices((PLACE,), page=0, pages=1, total=1, why=Choice.BORDER),
)


@pytest.mark.parametrize("notice", ANOTHER_PLACE, ids=lambda each: type(each).__name__)
def test_another_place_is_always_one_tap_away(notice: n.Notice) -> None:
    uk = words("uk")
    for edits in (None, 7):
        call: Any = compose(Letter(chat_id=1, notice=notice, words=uk, edits=edits))
        rows = call.reply_markup.inline_keyboard
        assert rows[-1][-1].text == uk.plain("button-other-place")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_why_an_address_was_not_used_can_be_said(locale: str) -> None:
    said = {speak(n.AddressUnused(why), words(locale)) for why in ("never", *GeocoderOutcome)}
    assert len(said) == 3  # a found one is never unused


def test_the_table_of_speech_is_complete() -> None:
    assert set(FACES) == set(KINDS.values())


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_card_reads_right_in_every_status(locale: str) -> None:
    for status in (ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED):
        for category in Category:
            card = n.ReportCard(
                number=12,
                category=category,
                status=status,
                place=PLACE,
                entries=2,
                since=datetime(2026, 11, 22, 10, tzinfo=UTC),
                first_report=True,
                owner="Зразок Перший",
                mine=False,
            )
            assert {"uk": "№\u00a012", "en": "No.\u00a012"}[locale] in speak(card, words(locale))


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("role", Role)
def test_a_stand_in_of_every_role_can_be_named(role: Role, locale: str) -> None:
    card = example(n.OfficerCard)
    stand_in = n.OfficerWords(role, "капітан поліції", "Зразок Другий", None)
    for why in ("community", "district-no-community", "duty-no-district"):
        text = speak(dataclasses.replace(card, stand_in=stand_in, why=why), words(locale))
        assert words(locale).name("Зразок Другий") in text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_moves_and_refusals_can_be_said(locale: str) -> None:
    for status in (ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED):
        assert speak(n.ReportMoved(3, status, None), words(locale))
    fields = (
        ("number", "3"),
        ("status", "new"),
        ("officer", "—"),
        ("most", 100),
        ("known", "{station}"),
        ("what", "sticker"),
        ("copied", "28.11.2026 14:00"),
        ("file", "r.xlsx"),
        ("limit", "20"),
        ("at", "XFD1048576"),
    )

    for each in _refusals():
        assert speak(n.Refused(each.code, fields), words(locale))


def _refusals() -> list[type[DeskError]]:
    found, left = [], [DeskError]
    while left:
        children = left.pop().__subclasses__()
        found += children
        left += children
    return found


def test_kyiv_and_crimea_are_named_as_people_do() -> None:
    uk = words("uk")
    kyiv_district = n.PlaceWords("UA80000000000210193", "B", "Дарницький", "Київ", None, "Київ", city="Київ")
    text = speak(n.ConfirmPlace(kyiv_district, by_point=False), uk)
    assert "\nДарницький район, м. Київ\n" in text
    assert "область" not in text
    crimean = n.PlaceWords("UA01", "C", "Андріївка", "Андріївська", "Бахчисарайський", "Автономна Республіка Крим")
    assert "Автономна Республіка Крим" in speak(n.ConfirmPlace(crimean, by_point=False), uk)


def test_what_is_no_oblast_is_called_by_its_name() -> None:
    crimea = n.PlaceWords("UA01", "O", "Автономна Республіка Крим", None, None, None)
    zhytomyr = n.PlaceWords("UA18", "O", "Житомирська", None, None, None)
    uk = words("uk")
    assert parts.title(uk, crimea) == parts.short_title(uk, crimea) == "Автономна Республіка Крим"
    assert (parts.title(uk, zhytomyr), parts.short_title(uk, zhytomyr)) == ("Житомирська область", "Житомирська обл.")


def test_english_readers_read_latin_letters() -> None:
    text = speak(n.ConfirmPlace(PLACE, by_point=False), words("en"))
    assert "Village of Ivanivka, Berdychivska community" in text


@pytest.mark.parametrize(
    ("km", "said"), [(0.0, ""), (0.04, " — 40 м"), (0.996, " — 1 000 м"), (12.4, " — приблизно 12 км")]
)
def test_a_distance_is_said_as_people_do(km: float, said: str) -> None:
    text = parts.distance(words("uk"), dataclasses.replace(PLACE, distance_km=km))
    assert text.replace("\u00a0", " ") == said


def test_at_a_border_the_hromada_comes_first() -> None:
    asked = n.PlaceChoices((PLACE,), page=0, pages=1, total=1, why=Choice.BORDER)
    assert "1. Бердичівська громада (найближче: село Іванівка)" in speak(asked, words("uk"))
    buttons = keyboard(asked, words("uk"))
    assert getattr(buttons, "inline_keyboard")[0][0].text == "1. Бердичівська гр., с. Іванівка"  # noqa: B009


def test_ranks_and_hours_are_told_in_the_readers_language() -> None:
    officer = n.OfficerWords(Role.DISTRICT, "Капітан  поліції", "Зразок П’ятий", None)
    assert parts.officer_name(words("en"), officer) == "police captain Zrazok Piatyi"
    assert parts.officer_name(words("uk"), officer) == "Капітан  поліції Зразок П’ятий"
    for hours, said in (("пн–пт 09:00–18:00", "Mon–Fri 09:00–18:00"), ("цілодобово", "day and night")):
        assert f"Hours: {said}" in parts.station_block(words("en"), n.StationWords("Станція", "", hours, ""))
    strange = "за домовленістю, пн"
    assert f"Hours: {strange}" in parts.station_block(words("en"), n.StationWords("Станція", "", strange, ""))


def test_a_duty_unit_is_not_called_twice() -> None:
    unit = n.OfficerWords(Role.DUTY, "", "Чергова частина (зразок)", "102")
    assert speak(n.Relayed(5, unit), words("uk")) == "Чергова частина (зразок) · №\u00a05"
    block = parts.officer_block(words("uk"), unit)
    assert block == "<b>Чергова частина (зразок)</b>\nТелефон: 102"


def test_who_it_is_stands_first_on_the_card_and_once() -> None:
    officer = n.OfficerWords(Role.COMMUNITY, "капітан поліції", "Зразок Другий", None)
    card = dataclasses.replace(example(n.OfficerCard), officers=(officer,), why="community", place=PLACE)
    first, second, *_ = speak(card, words("uk")).splitlines()
    assert (first, second) == ("Поліцейський офіцер вашої громади:", "<b>капітан поліції Зразок Другий</b>")
    assert "Місце: <b>село Іванівка</b>, Бердичівська громада" in speak(card, words("uk"))
    hidden = dataclasses.replace(card, officers=(dataclasses.replace(officer, name="", rank=""),))
    assert speak(hidden, words("uk")).startswith("Поліцейський офіцер вашої громади:\nІмені тут не показую.")


@pytest.mark.parametrize(("phone", "address", "said"), [("", "", "Телефонуйте <b>102</b>"), ("", "вул.", "Приходьте")])
def test_who_cannot_write_is_told_what_there_is_instead(phone: str, address: str, said: str) -> None:
    station = n.StationWords("Станція", address, "", phone)
    officer = n.OfficerWords(Role.COMMUNITY, "", "Зразок Другий", None)
    card = dataclasses.replace(
        example(n.OfficerCard), officers=(officer,), why="community", station=station, stand_in=None, can_write=False
    )
    assert f"не написати. {said}" in speak(card, words("uk"))


def test_who_turns_pages_is_told_a_quicker_way() -> None:
    asked = n.PlaceChoices((PLACE,), page=0, pages=16, total=121, why=Choice.NAMESAKES)
    assert "«Іванівка, Житомирська область»" in speak(asked, words("uk"))
    assert "Швидше" not in speak(dataclasses.replace(asked, pages=1, total=1), words("uk"))


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_place_that_begins_a_line_begins_with_a_capital(locale: str) -> None:
    asked = n.ConfirmPlace(PLACE, by_point=False)
    for said in (speak(asked, words(locale)), speak(dataclasses.replace(asked, by_point=True), words(locale))):
        assert all(line[:1].isupper() or line.startswith("<b>") for line in said.splitlines() if line)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_whose_phone_may_be_watched_hears_what_it_shows(locale: str) -> None:
    asked = n.AskEntries(3, watched=True)
    assert "15-47" in speak(asked, words(locale))
    assert "/forget" in speak(asked, words(locale))
    assert "15-47" not in speak(dataclasses.replace(asked, hushed=True), words(locale))
    assert "/forget" not in speak(dataclasses.replace(asked, watched=False), words(locale))


def test_the_name_a_place_was_found_by_is_in_the_readers_letters() -> None:
    place = dataclasses.replace(PLACE, former="Роша")
    assert parts.former(words("uk"), place) == " (знайдено за назвою «Роша»)"
    assert parts.former(words("en"), place) == " (found by the name “Rosha”)"


def whole(number: str) -> str:
    """A telephone number as it is told: on one line."""
    return number.replace(" ", "\u00a0")


CARDS = {
    (Danger.MEDICAL,): "103, 112, 102",
    (Danger.FIRE, Danger.MEDICAL): "101, 112, 104, 103, 102",
    (Danger.DANGER,): "102, 112, 103",
    (Danger.VIOLENCE_HOME,): "102, 112, 103, 15-47, 116 123, 0 800 500 335",
    (Danger.MEDICAL, Danger.VIOLENCE_HOME): "103, 112, 15-47, 116 123, 0 800 500 335, 102",
    (Danger.SUICIDE,): "7333, 112, 0 800 100 102, 102",
}


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize(("kinds", "numbers"), CARDS.items())
def test_a_card_tells_what_the_resident_was_shown(kinds: tuple[Danger, ...], numbers: str, locale: str) -> None:
    told = [whole(number) for number in numbers.split(", ")]
    card = dataclasses.replace(
        example(n.ReportCard), dangers=kinds, danger_declared=False, aid_hushed=False, by_child=False
    )
    assert f"{', '.join(told)}." in speak(card, words(locale))
    shown = speak(n.FirstAid(kinds), words(locale))
    assert all(f"<b>{number}</b>" in shown for number in told)
    declared = dataclasses.replace(card, dangers=(), danger_declared=True)
    assert "102, 112." in speak(declared, words(locale))
    said = speak(dataclasses.replace(declared, dangers=kinds, aid_hushed=True), words(locale))
    assert not any(number in said for number in told if number not in {"102", "112"})
    assert "official" in said or "офіційні лінії" in said


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_card_tells_that_a_child_seems_to_write_and_which_line_it_was_shown(locale: str) -> None:
    card = dataclasses.replace(example(n.ReportCard), dangers=(Danger.VIOLENCE_HOME,), aid_hushed=False, by_child=True)
    child = {"uk": "Схоже, пише дитина.", "en": "A child seems to be writing."}[locale]
    said = speak(card, words(locale))
    assert child in said
    assert f"{whole('116 111')}, {whole('0 800 500 225')}." in said
    assert whole("116 111") in speak(n.FirstAid(card.dangers, child=True), words(locale))
    hushed = speak(dataclasses.replace(card, aid_hushed=True), words(locale))
    assert child in hushed
    assert whole("116 111") not in hushed, "nothing but official lines was shown"
    assert child not in speak(dataclasses.replace(card, by_child=False), words(locale))
