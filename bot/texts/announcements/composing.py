"""Words for an admin who writes an announcement; whom it concerns: audience.py."""

from typing import Final

from bot.domain import announcement_notices as r
from bot.domain.acts.announcements import (
    AnnouncementAct,
    AnnouncementButton,
    AnnouncementKind,
    AnnouncementLeaf,
    AnnouncementPage,
    AnnouncementStep,
    AnnouncementWords,
)
from bot.domain.announcements import Kind, StationButton
from bot.domain.locales import Locale
from bot.texts import parts
from bot.texts.announcements.outline import outline, unknown_codes
from bot.texts.announcements.steps import back, step
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, in_rows, keyboard, turning
from bot.texts.parts import lines, paragraphs, simple, yes_no
from bot.texts.words import LANGUAGES, Words


def _kinds(notice: r.AnnouncementKinds, words: Words) -> str:
    drafts = words.html("announcement-kinds-drafts", n=len(notice.drafts)) if notice.drafts else ""
    return paragraphs(words.html("announcement-kinds"), drafts, parts.page_line(notice, words))


def _kinds_offer(notice: r.AnnouncementKinds, words: Words) -> Offer:
    kinds = [[button(words, f"announcement-{kind.value}", AnnouncementKind(kind=kind))] for kind in Kind]
    drafts = [
        Button(
            words.plain("button-announcement-draft", number=str(each)),
            AnnouncementAct(announcement_id=each, step=AnnouncementStep.PANEL),
        )
        for each in notice.drafts
    ]
    turn = turning(notice, words, lambda page: AnnouncementPage(what=AnnouncementLeaf.DRAFTS, number=page))
    return keyboard(*kinds, *in_rows(drafts, 2), turn)


def _panel(notice: r.AnnouncementPanel, words: Words) -> str:
    next_step = f"announcement-panel-missing-{notice.missing[0]}" if notice.missing else "announcement-panel-complete"
    return paragraphs(
        unknown_codes(words, notice.unknown),
        outline(words, notice.outline),
        _untranslated(words, notice.outline),
        words.html(next_step),
    )


def _untranslated(words: Words, what: r.Outline) -> str:
    """Readers of a language without words of its own, when the admin wrote some."""
    readers = what.audience.languages if what.audience and what.texts else ()
    return lines(
        words.html("announcement-untranslated", n=n, language=words.plain(f"announcement-language-{language}"))
        for language, n in readers
        if language not in what.texts
    )


def _panel_offer(notice: r.AnnouncementPanel, words: Words) -> Offer:
    number = notice.outline.id
    opening = notice.outline.kind is Kind.OPENING
    return keyboard(
        [
            *([step(words, "announcement-stations", number, AnnouncementStep.STATIONS)] if opening else []),
            step(words, "announcement-words", number, AnnouncementStep.WORDS),
        ],
        [
            step(words, "announcement-media", number, AnnouncementStep.MEDIA),
            *([step(words, "announcement-button", number, AnnouncementStep.BUTTON)] if opening else []),
        ],
        [step(words, "announcement-audience", number, AnnouncementStep.AUDIENCE)],
        *(() if notice.missing else _ready(words, number)),
        [step(words, "announcement-drop", number, AnnouncementStep.DROP)],
    )


def _ready(words: Words, number: int) -> tuple[Row, ...]:
    return (
        [
            step(words, "announcement-preview", number, AnnouncementStep.PREVIEW),
            step(words, "announcement-trial", number, AnnouncementStep.TRIAL),
        ],
        [step(words, "announcement-when", number, AnnouncementStep.WHEN)],
    )


def _ask_words(notice: r.AnnouncementAskWords, words: Words) -> str:
    language = words.plain(f"announcement-language-{notice.language}")
    if notice.own:
        last = words.html("announcement-ask-words-own", language=language)
    else:
        last = words.html("announcement-ask-words-none", language=language) if notice.language != LANGUAGES[0] else ""
    return paragraphs(words.html("announcement-ask-words", ready=yes_no(notice.ready), language=language), last)


def _ask_words_offer(notice: r.AnnouncementAskWords, words: Words) -> Offer:
    number = notice.announcement_id
    ready = AnnouncementWords(announcement_id=number, language=notice.language, ready=True)
    others = [_in_language(words, number, each) for each in LANGUAGES if each != notice.language]
    return keyboard([button(words, "announcement-ready", ready)] if notice.ready else [], others, back(words, number))


def _in_language(words: Words, number: int, language: Locale) -> Button:
    return Button(
        words.plain("button-announcement-in", language=words.plain(f"announcement-language-{language}")),
        AnnouncementWords(announcement_id=number, language=language),
    )


def _words_where(notice: r.AnnouncementWordsWhere, words: Words) -> str:
    return words.html("announcement-words-where", number=str(notice.announcement_id))


def _words_where_offer(notice: r.AnnouncementWordsWhere, words: Words) -> Offer:
    return keyboard([step(words, "announcement-words", notice.announcement_id, AnnouncementStep.WORDS)])


def _ask_media(notice: r.AnnouncementAskMedia, words: Words) -> str:
    return words.html("announcement-ask-media", count=notice.count)


def _ask_media_offer(notice: r.AnnouncementAskMedia, words: Words) -> Offer:
    number = notice.announcement_id
    none = [step(words, "announcement-no-media", number, AnnouncementStep.NO_MEDIA)] if notice.count else []
    return keyboard(none, back(words, number))


def _ask_button_offer(notice: r.AnnouncementAskButton, words: Words) -> Offer:
    number = notice.announcement_id
    options = [
        [button(words, f"announcement-{each.value}", AnnouncementButton(announcement_id=number, button=each))]
        for each in StationButton
    ]
    none = button(words, "announcement-no-button", AnnouncementButton(announcement_id=number, button=None))
    return keyboard(*options, [none], back(words, number, "announcement-back"))


def _preview(notice: r.AnnouncementPreview, words: Words) -> str:
    language = words.plain(f"announcement-language-{notice.language}")
    where = parts.title(words, notice.place) if notice.place else words.plain("announcement-preview-anywhere")
    return words.html("announcement-preview", asks=yes_no(notice.asks), place=where, language=language)


def _dropped(notice: r.AnnouncementDropped, words: Words) -> str:
    return words.html("announcement-dropped", number=str(notice.announcement_id))


FACES: Final[Faces] = {
    r.AnnouncementKinds: Face(_kinds, _kinds_offer),
    r.AnnouncementPanel: Face(_panel, _panel_offer),
    r.AnnouncementAskWords: Face(_ask_words, _ask_words_offer),
    r.AnnouncementWordsWhere: Face(_words_where, _words_where_offer),
    r.AnnouncementAskMedia: Face(_ask_media, _ask_media_offer),
    r.AnnouncementAskButton: Face(simple("announcement-ask-button"), _ask_button_offer),
    r.AnnouncementPreview: Face(_preview),
    r.AnnouncementDropped: Face(_dropped),
}
