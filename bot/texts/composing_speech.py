"""Words for an admin who writes an announcement."""

from collections.abc import Sequence
from typing import Final

from bot.domain import newsroom_notices as r
from bot.texts import parts
from bot.texts.newsroom_outline import areas_line, audience, languages_line, outline, some
from bot.texts.parts import lines, paragraphs, simple, yes_no
from bot.texts.words import LANGUAGES, Speech, Words


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


SPEECH: Final[Speech] = {
    r.NewsKinds: _kinds,
    r.NewsPanel: _panel,
    r.NewsStations: _stations,
    r.NewsAskWords: _ask_words,
    r.NewsWordsWhere: _words_where,
    r.NewsAskMedia: _ask_media,
    r.NewsAskButton: simple("news-ask-button"),
    r.NewsAskAudience: _ask_audience,
    r.NewsPreview: _preview,
    r.NewsDropped: _dropped,
}
