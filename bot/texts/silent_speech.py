"""Words of the list of silent hromadas, to admins."""

from typing import Final

from bot.domain import silent_notices as s
from bot.texts import parts
from bot.texts.parts import paragraphs, yes_no
from bot.texts.words import Speech, Words


def _areas(notice: s.SilentAreas, words: Words) -> str:
    listed = (words.html("silent-item", name=area_name(words, item), level=item.level) for item in notice.items)
    return paragraphs(
        words.html("silent-areas", total=notice.total), parts.lines(listed), parts.page_line(notice, words)
    )


def area_name(words: Words, item: s.SilentItem) -> str:
    """«Бердичівська громада, Бердичівський район, Житомирська область»"""
    return parts.title(words, item.place) + parts.around_text(words, item.place)


def _ask(notice: s.AskSilentArea, words: Words) -> str:
    return words.html("silent-ask", unknown=yes_no(notice.unknown))


def _choices(_notice: s.SilentChoices, words: Words) -> str:
    return words.html("silent-choices")


def _area(notice: s.SilentArea, words: Words) -> str:
    item = notice.item
    level = item.level
    return paragraphs(
        words.html("silent-area", name=area_name(words, item), level=level, changed=yes_no(notice.changed)),
        words.html("silent-note", note=item.note) if item.note else "",
        words.html("silent-levels"),
    )


SPEECH: Final[Speech] = {
    s.SilentAreas: _areas,
    s.AskSilentArea: _ask,
    s.SilentChoices: _choices,
    s.SilentArea: _area,
}
