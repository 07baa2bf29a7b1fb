"""Keyboards for an admin who writes an announcement."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import newsroom_notices as r
from bot.domain.broadcasts import Kind, StationButton
from bot.domain.notices import PlaceWords
from bot.domain.pages import one_page
from bot.telegram.buttons import Layouts, Markup, Row, button, inline, turning
from bot.telegram.newsroom_buttons import act, back, rows
from bot.telegram.newsroom_callbacks import (
    NewsAct,
    NewsArea,
    NewsButton,
    NewsKind,
    NewsLanguage,
    NewsLeaf,
    NewsPage,
    NewsStation,
    NewsStep,
    NewsWords,
    Picks,
)
from bot.texts import parts
from bot.texts.newsroom_outline import area_name
from bot.texts.words import LANGUAGES, Words

COUNTRY: Final = "UA"


def _kinds(notice: r.NewsKinds, words: Words) -> Markup:
    kinds = [[button(words, f"news-{kind.value}", NewsKind(kind=kind.value))] for kind in Kind]
    drafts = [
        InlineKeyboardButton(
            text=words.plain("button-news-draft", number=str(each)),
            callback_data=NewsAct(broadcast_id=each, step=NewsStep.PANEL).pack(),
        )
        for each in notice.drafts
    ]
    turn = turning(notice, words, lambda page: NewsPage(what=NewsLeaf.DRAFTS, number=page))
    return inline(*kinds, *rows(drafts, 2), turn)


def _panel(notice: r.NewsPanel, words: Words) -> Markup:
    number = notice.outline.id
    opening = notice.outline.kind is Kind.OPENING
    return inline(
        [
            *([act(words, "news-stations", number, NewsStep.STATIONS)] if opening else []),
            act(words, "news-words", number, NewsStep.WORDS),
        ],
        [
            act(words, "news-media", number, NewsStep.MEDIA),
            *([act(words, "news-button", number, NewsStep.BUTTON)] if opening else []),
        ],
        [act(words, "news-audience", number, NewsStep.AUDIENCE)],
        *(() if notice.missing else _ready(words, number)),
        [act(words, "news-drop", number, NewsStep.DROP)],
    )


def _ready(words: Words, number: int) -> tuple[Row, ...]:
    return (
        [act(words, "news-preview", number, NewsStep.PREVIEW), act(words, "news-trial", number, NewsStep.TRIAL)],
        [act(words, "news-when", number, NewsStep.WHEN)],
    )


def _stations(notice: r.NewsStations, words: Words) -> Markup:
    number, page = notice.broadcast_id, notice.page

    def pick(label: str, how: Picks) -> InlineKeyboardButton:
        return button(words, label, NewsStation(broadcast_id=number, how=how, page=page))

    listed = [[_station(words, notice, each)] for each in notice.items]
    turn = turning(notice, words, lambda to: NewsStation(broadcast_id=number, how=Picks.PAGE, page=to))
    everything = InlineKeyboardButton(
        text=words.plain("button-news-all", n=notice.total),
        callback_data=NewsStation(broadcast_id=number, how=Picks.ALL, page=page).pack(),
    )
    some = [pick("news-week", Picks.WEEK), pick("news-month", Picks.MONTH)] if notice.total else []
    rest = [everything, *([pick("news-none", Picks.NONE)] if notice.chosen else [])] if notice.total else []
    return inline(*listed, turn, some, rest, back(words, number))


def _station(words: Words, notice: r.NewsStations, item: r.StationItem) -> InlineKeyboardButton:
    data = NewsStation(broadcast_id=notice.broadcast_id, how=Picks.ONE, page=notice.page, value=item.id)
    return InlineKeyboardButton(text=_picked(words, item.name, chosen=item.chosen), callback_data=data.pack())


def _picked(words: Words, name: str, *, chosen: bool) -> str:
    """A sign alone would not be read out."""
    return words.plain("button-picked", name=name) if chosen else name


def _ask_words(notice: r.NewsAskWords, words: Words) -> Markup:
    number = notice.broadcast_id
    ready = NewsWords(broadcast_id=number, language=notice.language, ready=True)
    others = [_in_language(words, number, each) for each in LANGUAGES if each != notice.language]
    return inline([button(words, "news-ready", ready)] if notice.ready else [], others, back(words, number))


def _in_language(words: Words, number: int, language: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=words.plain("button-news-in", language=words.plain(f"news-language-{language}")),
        callback_data=NewsWords(broadcast_id=number, language=language).pack(),
    )


def _ask_media(notice: r.NewsAskMedia, words: Words) -> Markup:
    number = notice.broadcast_id
    none = [act(words, "news-no-media", number, NewsStep.NO_MEDIA)] if notice.count else []
    return inline(none, back(words, number))


def _ask_button(notice: r.NewsAskButton, words: Words) -> Markup:
    number = notice.broadcast_id
    options = [
        [button(words, f"news-{each.value}", NewsButton(broadcast_id=number, button=each.value))]
        for each in StationButton
    ]
    none = button(words, "news-no-button", NewsButton(broadcast_id=number, button=""))
    return inline(*options, [none], back(words, number, "news-back"))


def _ask_audience(notice: r.NewsAskAudience, words: Words) -> Markup:
    number = notice.broadcast_id
    options = [[_option(words, number, each)] for each in notice.options]
    areas = NewsLeaf.AREAS
    turn = turning(notice, words, lambda page: NewsPage(what=areas, number=page, broadcast_id=number))
    if options:
        return inline(*options, turn, back(words, number, "news-back"))
    shown = one_page(notice.areas, notice.page, size=notice.SHOWN).shown
    chosen = [] if notice.by_stations else [[_chosen(words, notice, each)] for each in shown]
    return inline(*chosen, turn, *_wide(notice, words), _tongues(notice, words), back(words, number))


def _wide(notice: r.NewsAskAudience, words: Words) -> list[Row]:
    number = notice.broadcast_id
    beats = [act(words, "news-beats", number, NewsStep.BEATS)] if notice.beats and not notice.by_stations else []
    whole = button(words, "news-country", NewsArea(broadcast_id=number, code=COUNTRY, chosen=True))
    return [beats, [whole] if notice.country else []]


def _option(words: Words, number: int, place: PlaceWords) -> InlineKeyboardButton:
    name = parts.short_title(words, place)
    label = ", ".join([name, *parts.around(words, place, short=True)])
    data = NewsArea(broadcast_id=number, code=place.katottg, chosen=True)
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def _chosen(words: Words, notice: r.NewsAskAudience, area: r.AreaWords) -> InlineKeyboardButton:
    data = NewsArea(broadcast_id=notice.broadcast_id, code=area.code, chosen=False, page=notice.page)
    return InlineKeyboardButton(
        text=words.plain("button-taken-out", name=area_name(words, area)), callback_data=data.pack()
    )


def _tongues(notice: r.NewsAskAudience, words: Words) -> Row:
    return [
        InlineKeyboardButton(
            text=_picked(
                words, words.plain(f"language-{each}"), chosen=each in notice.languages or not notice.languages
            ),
            callback_data=NewsLanguage(broadcast_id=notice.broadcast_id, language=each).pack(),
        )
        for each in LANGUAGES
    ]


def _words_where(notice: r.NewsWordsWhere, words: Words) -> Markup:
    return inline([act(words, "news-words", notice.broadcast_id, NewsStep.WORDS)])


LAYOUTS: Final[Layouts] = {
    r.NewsKinds: _kinds,
    r.NewsPanel: _panel,
    r.NewsStations: _stations,
    r.NewsAskWords: _ask_words,
    r.NewsWordsWhere: _words_where,
    r.NewsAskMedia: _ask_media,
    r.NewsAskButton: _ask_button,
    r.NewsAskAudience: _ask_audience,
}
