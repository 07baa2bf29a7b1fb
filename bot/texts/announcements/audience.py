"""Words for an admin who chooses whom an announcement concerns: stations, areas, languages."""

from typing import Final

from bot.domain import announcement_notices as r
from bot.domain.acts.announcements import (
    AnnouncementArea,
    AnnouncementLanguage,
    AnnouncementLeaf,
    AnnouncementPage,
    AnnouncementStation,
    AnnouncementStep,
    Picks,
)
from bot.domain.admins import COUNTRY
from bot.domain.notices import PlaceWords
from bot.domain.pages import one_page
from bot.texts import parts
from bot.texts.announcements.outline import area_name, areas_line, audience, languages_line, unknown_codes
from bot.texts.announcements.steps import back, step
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, keyboard, turning
from bot.texts.parts import lines, paragraphs
from bot.texts.words import LANGUAGES, Words


def _stations(notice: r.AnnouncementStations, words: Words) -> str:
    if not notice.total:
        return words.html("announcement-stations-none")
    return paragraphs(
        unknown_codes(words, notice.unknown),
        words.html("announcement-stations", chosen=notice.chosen),
        parts.page_line(notice, words),
    )


def _stations_offer(notice: r.AnnouncementStations, words: Words) -> Offer:
    number, page = notice.announcement_id, notice.page

    def pick(label: str, how: Picks) -> Button:
        return button(words, label, AnnouncementStation(announcement_id=number, how=how, page=page))

    listed = [[_station(words, notice, each)] for each in notice.items]
    turn = turning(notice, words, lambda to: AnnouncementStation(announcement_id=number, how=Picks.PAGE, page=to))
    everything = Button(
        words.plain("button-announcement-all", n=notice.total),
        AnnouncementStation(announcement_id=number, how=Picks.ALL, page=page),
    )
    some = [pick("announcement-week", Picks.WEEK), pick("announcement-month", Picks.MONTH)] if notice.total else []
    rest = [everything, *([pick("announcement-none", Picks.NONE)] if notice.chosen else [])] if notice.total else []
    return keyboard(*listed, turn, some, rest, back(words, number))


def _station(words: Words, notice: r.AnnouncementStations, item: r.StationItem) -> Button:
    data = AnnouncementStation(announcement_id=notice.announcement_id, how=Picks.ONE, page=notice.page, value=item.id)
    return Button(_picked(words, item.name, chosen=item.chosen), data)


def _ask_audience(notice: r.AnnouncementAskAudience, words: Words) -> str:
    if notice.unknown:
        return paragraphs(words.html("announcement-area-unknown", name=notice.unknown), parts.page_line(notice, words))
    if notice.options:
        more = parts.more_named(words, notice.more)
        return paragraphs(words.html("announcement-area-choices"), more, parts.page_line(notice, words))
    chosen = lines(
        (areas_line(words, notice.areas, by_stations=notice.by_stations), languages_line(words, notice.languages)),
    )
    return paragraphs(
        words.html("announcement-ask-audience"),
        chosen,
        audience(words, notice.audience, uncounted=notice.uncounted),
        parts.page_line(notice, words),
    )


def _ask_audience_offer(notice: r.AnnouncementAskAudience, words: Words) -> Offer:
    number = notice.announcement_id
    options = [[_option(words, number, each)] for each in notice.options]
    areas = AnnouncementLeaf.AREAS
    turn = turning(notice, words, lambda page: AnnouncementPage(what=areas, number=page, announcement_id=number))
    if options:
        return keyboard(*options, turn, back(words, number, "announcement-back"))
    shown = one_page(notice.areas, notice.page, size=notice.SHOWN).shown
    chosen = [] if notice.by_stations else [[_chosen(words, notice, each)] for each in shown]
    return keyboard(*chosen, turn, *_wide(notice, words), _tongues(notice, words), back(words, number))


def _wide(notice: r.AnnouncementAskAudience, words: Words) -> list[Row]:
    number = notice.announcement_id
    beats = (
        [step(words, "announcement-beats", number, AnnouncementStep.BEATS)]
        if notice.beats and not notice.by_stations
        else []
    )
    whole = button(words, "announcement-country", AnnouncementArea(announcement_id=number, code=COUNTRY, chosen=True))
    return [beats, [whole] if notice.country else []]


def _option(words: Words, number: int, place: PlaceWords) -> Button:
    name = parts.short_title(words, place)
    label = ", ".join([name, *parts.around(words, place, short=True)])
    data = AnnouncementArea(announcement_id=number, code=place.katottg, chosen=True)
    return Button(label, data)


def _chosen(words: Words, notice: r.AnnouncementAskAudience, area: r.AudienceAreaWords) -> Button:
    data = AnnouncementArea(announcement_id=notice.announcement_id, code=area.code, chosen=False, page=notice.page)
    return Button(words.plain("button-taken-out", name=area_name(words, area)), data)


def _tongues(notice: r.AnnouncementAskAudience, words: Words) -> Row:
    return [
        Button(
            _picked(words, words.plain(f"language-{each}"), chosen=each in notice.languages or not notice.languages),
            AnnouncementLanguage(announcement_id=notice.announcement_id, language=each),
        )
        for each in LANGUAGES
    ]


def _picked(words: Words, name: str, *, chosen: bool) -> str:
    """A sign alone would not be read out."""
    return words.plain("button-picked", name=name) if chosen else name


FACES: Final[Faces] = {
    r.AnnouncementStations: Face(_stations, _stations_offer),
    r.AnnouncementAskAudience: Face(_ask_audience, _ask_audience_offer),
}
