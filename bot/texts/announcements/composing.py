"""Words for an admin who writes an announcement."""

from collections.abc import Sequence
from typing import Final

from bot.domain import newsroom_notices as r
from bot.domain.acts.announcements import (
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
from bot.domain.broadcasts import Kind, StationButton
from bot.domain.notices import PlaceWords
from bot.domain.pages import one_page
from bot.texts import parts
from bot.texts.announcements.outline import area_name, areas_line, audience, languages_line, outline, some
from bot.texts.announcements.steps import back, step
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, in_rows, keyboard, turning
from bot.texts.parts import lines, paragraphs, simple, yes_no
from bot.texts.words import LANGUAGES, Words


def _kinds(notice: r.NewsKinds, words: Words) -> str:
    drafts = words.html("news-kinds-drafts", n=len(notice.drafts)) if notice.drafts else ""
    return paragraphs(words.html("news-kinds"), drafts, parts.page_line(notice, words))


def _panel(notice: r.NewsPanel, words: Words) -> str:
    next_step = f"news-panel-missing-{notice.missing[0]}" if notice.missing else "news-panel-complete"
    return paragraphs(
        _unknown(words, notice.unknown),
        outline(words, notice.outline),
        _untranslated(words, notice.outline),
        words.html(next_step),
    )


def _untranslated(words: Words, what: r.Outline) -> str:
    """Readers of a language without words of its own, when the admin wrote some."""
    readers = what.audience.languages if what.audience and what.texts else ()
    return lines(
        words.html("news-untranslated", n=n, language=words.plain(f"news-language-{language}"))
        for language, n in readers
        if language not in what.texts
    )


def _unknown(words: Words, codes: Sequence[str]) -> str:
    return words.html("news-unknown-codes", codes=some(words, codes)) if codes else ""


def _stations(notice: r.NewsStations, words: Words) -> str:
    if not notice.total:
        return words.html("news-stations-none")
    return paragraphs(
        _unknown(words, notice.unknown),
        words.html("news-stations", chosen=notice.chosen),
        parts.page_line(notice, words),
    )


def _ask_words(notice: r.NewsAskWords, words: Words) -> str:
    language = words.plain(f"news-language-{notice.language}")
    if notice.own:
        last = words.html("news-ask-words-own", language=language)
    else:
        last = words.html("news-ask-words-none", language=language) if notice.language != LANGUAGES[0] else ""
    return paragraphs(words.html("news-ask-words", ready=yes_no(notice.ready), language=language), last)


def _ask_media(notice: r.NewsAskMedia, words: Words) -> str:
    return words.html("news-ask-media", count=notice.count)


def _ask_audience(notice: r.NewsAskAudience, words: Words) -> str:
    if notice.unknown:
        return paragraphs(words.html("news-area-unknown", name=notice.unknown), parts.page_line(notice, words))
    if notice.options:
        more = parts.more_named(words, notice.more)
        return paragraphs(words.html("news-area-choices"), more, parts.page_line(notice, words))
    chosen = lines(
        (areas_line(words, notice.areas, by_stations=notice.by_stations), languages_line(words, notice.languages)),
    )
    return paragraphs(
        words.html("news-ask-audience"),
        chosen,
        audience(words, notice.audience, uncounted=notice.uncounted),
        parts.page_line(notice, words),
    )


def _preview(notice: r.NewsPreview, words: Words) -> str:
    language = words.plain(f"news-language-{notice.language}")
    where = parts.title(words, notice.place) if notice.place else words.plain("news-preview-anywhere")
    return words.html("news-preview", asks=yes_no(notice.asks), place=where, language=language)


def _dropped(notice: r.NewsDropped, words: Words) -> str:
    return words.html("news-dropped", number=str(notice.broadcast_id))


def _words_where(notice: r.NewsWordsWhere, words: Words) -> str:
    return words.html("news-words-where", number=str(notice.broadcast_id))


COUNTRY: Final = "UA"


def _kinds_offer(notice: r.NewsKinds, words: Words) -> Offer:
    kinds = [[button(words, f"news-{kind.value}", NewsKind(kind=kind.value))] for kind in Kind]
    drafts = [
        Button(words.plain("button-news-draft", number=str(each)), NewsAct(broadcast_id=each, step=NewsStep.PANEL))
        for each in notice.drafts
    ]
    turn = turning(notice, words, lambda page: NewsPage(what=NewsLeaf.DRAFTS, number=page))
    return keyboard(*kinds, *in_rows(drafts, 2), turn)


def _panel_offer(notice: r.NewsPanel, words: Words) -> Offer:
    number = notice.outline.id
    opening = notice.outline.kind is Kind.OPENING
    return keyboard(
        [
            *([step(words, "news-stations", number, NewsStep.STATIONS)] if opening else []),
            step(words, "news-words", number, NewsStep.WORDS),
        ],
        [
            step(words, "news-media", number, NewsStep.MEDIA),
            *([step(words, "news-button", number, NewsStep.BUTTON)] if opening else []),
        ],
        [step(words, "news-audience", number, NewsStep.AUDIENCE)],
        *(() if notice.missing else _ready(words, number)),
        [step(words, "news-drop", number, NewsStep.DROP)],
    )


def _ready(words: Words, number: int) -> tuple[Row, ...]:
    return (
        [step(words, "news-preview", number, NewsStep.PREVIEW), step(words, "news-trial", number, NewsStep.TRIAL)],
        [step(words, "news-when", number, NewsStep.WHEN)],
    )


def _stations_offer(notice: r.NewsStations, words: Words) -> Offer:
    number, page = notice.broadcast_id, notice.page

    def pick(label: str, how: Picks) -> Button:
        return button(words, label, NewsStation(broadcast_id=number, how=how, page=page))

    listed = [[_station(words, notice, each)] for each in notice.items]
    turn = turning(notice, words, lambda to: NewsStation(broadcast_id=number, how=Picks.PAGE, page=to))
    everything = Button(
        words.plain("button-news-all", n=notice.total), NewsStation(broadcast_id=number, how=Picks.ALL, page=page)
    )
    some = [pick("news-week", Picks.WEEK), pick("news-month", Picks.MONTH)] if notice.total else []
    rest = [everything, *([pick("news-none", Picks.NONE)] if notice.chosen else [])] if notice.total else []
    return keyboard(*listed, turn, some, rest, back(words, number))


def _station(words: Words, notice: r.NewsStations, item: r.StationItem) -> Button:
    data = NewsStation(broadcast_id=notice.broadcast_id, how=Picks.ONE, page=notice.page, value=item.id)
    return Button(_picked(words, item.name, chosen=item.chosen), data)


def _picked(words: Words, name: str, *, chosen: bool) -> str:
    """A sign alone would not be read out."""
    return words.plain("button-picked", name=name) if chosen else name


def _ask_words_offer(notice: r.NewsAskWords, words: Words) -> Offer:
    number = notice.broadcast_id
    ready = NewsWords(broadcast_id=number, language=notice.language, ready=True)
    others = [_in_language(words, number, each) for each in LANGUAGES if each != notice.language]
    return keyboard([button(words, "news-ready", ready)] if notice.ready else [], others, back(words, number))


def _in_language(words: Words, number: int, language: str) -> Button:
    return Button(
        words.plain("button-news-in", language=words.plain(f"news-language-{language}")),
        NewsWords(broadcast_id=number, language=language),
    )


def _ask_media_offer(notice: r.NewsAskMedia, words: Words) -> Offer:
    number = notice.broadcast_id
    none = [step(words, "news-no-media", number, NewsStep.NO_MEDIA)] if notice.count else []
    return keyboard(none, back(words, number))


def _ask_button_offer(notice: r.NewsAskButton, words: Words) -> Offer:
    number = notice.broadcast_id
    options = [
        [button(words, f"news-{each.value}", NewsButton(broadcast_id=number, button=each.value))]
        for each in StationButton
    ]
    none = button(words, "news-no-button", NewsButton(broadcast_id=number, button=""))
    return keyboard(*options, [none], back(words, number, "news-back"))


def _ask_audience_offer(notice: r.NewsAskAudience, words: Words) -> Offer:
    number = notice.broadcast_id
    options = [[_option(words, number, each)] for each in notice.options]
    areas = NewsLeaf.AREAS
    turn = turning(notice, words, lambda page: NewsPage(what=areas, number=page, broadcast_id=number))
    if options:
        return keyboard(*options, turn, back(words, number, "news-back"))
    shown = one_page(notice.areas, notice.page, size=notice.SHOWN).shown
    chosen = [] if notice.by_stations else [[_chosen(words, notice, each)] for each in shown]
    return keyboard(*chosen, turn, *_wide(notice, words), _tongues(notice, words), back(words, number))


def _wide(notice: r.NewsAskAudience, words: Words) -> list[Row]:
    number = notice.broadcast_id
    beats = [step(words, "news-beats", number, NewsStep.BEATS)] if notice.beats and not notice.by_stations else []
    whole = button(words, "news-country", NewsArea(broadcast_id=number, code=COUNTRY, chosen=True))
    return [beats, [whole] if notice.country else []]


def _option(words: Words, number: int, place: PlaceWords) -> Button:
    name = parts.short_title(words, place)
    label = ", ".join([name, *parts.around(words, place, short=True)])
    data = NewsArea(broadcast_id=number, code=place.katottg, chosen=True)
    return Button(label, data)


def _chosen(words: Words, notice: r.NewsAskAudience, area: r.AreaWords) -> Button:
    data = NewsArea(broadcast_id=notice.broadcast_id, code=area.code, chosen=False, page=notice.page)
    return Button(words.plain("button-taken-out", name=area_name(words, area)), data)


def _tongues(notice: r.NewsAskAudience, words: Words) -> Row:
    return [
        Button(
            _picked(words, words.plain(f"language-{each}"), chosen=each in notice.languages or not notice.languages),
            NewsLanguage(broadcast_id=notice.broadcast_id, language=each),
        )
        for each in LANGUAGES
    ]


def _words_where_offer(notice: r.NewsWordsWhere, words: Words) -> Offer:
    return keyboard([step(words, "news-words", notice.broadcast_id, NewsStep.WORDS)])


FACES: Final[Faces] = {
    r.NewsKinds: Face(_kinds, _kinds_offer),
    r.NewsPanel: Face(_panel, _panel_offer),
    r.NewsStations: Face(_stations, _stations_offer),
    r.NewsAskWords: Face(_ask_words, _ask_words_offer),
    r.NewsWordsWhere: Face(_words_where, _words_where_offer),
    r.NewsAskMedia: Face(_ask_media, _ask_media_offer),
    r.NewsAskButton: Face(simple("news-ask-button"), _ask_button_offer),
    r.NewsAskAudience: Face(_ask_audience, _ask_audience_offer),
    r.NewsPreview: Face(_preview),
    r.NewsDropped: Face(_dropped),
}
