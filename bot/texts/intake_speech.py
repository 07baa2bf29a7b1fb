"""Words of where reports are taken, to admins."""

from typing import Final

from bot.domain import intake_notices as i
from bot.domain.notices import PlaceWords
from bot.texts import parts
from bot.texts.parts import paragraphs, yes_no
from bot.texts.words import Speech, Words


def _areas(notice: i.IntakeAreas, words: Words) -> str:
    listed = [words.html("intake-item", name=_name(words, each)) for each in notice.items]
    return paragraphs(
        words.html("intake-areas", total=notice.total),
        parts.lines(parts.first_of(words, listed)),
        parts.page_line(notice, words),
    )


def _name(words: Words, place: PlaceWords) -> str:
    return parts.title(words, place) + parts.around_text(words, place)


def _ask(notice: i.AskIntakeArea, words: Words) -> str:
    return words.html("silent-ask", unknown=yes_no(notice.unknown))


def _choices(notice: i.IntakeChoices, words: Words) -> str:
    return paragraphs(words.html("silent-choices"), parts.more_named(words, notice.more))


def _area(notice: i.IntakeArea, words: Words) -> str:
    stands = "only" if notice.only else "around" if notice.around else "taken"
    return words.html("intake-area", name=_name(words, notice.place), stands=stands, waiting=notice.waiting)


SPEECH: Final[Speech] = {
    i.IntakeAreas: _areas,
    i.AskIntakeArea: _ask,
    i.IntakeChoices: _choices,
    i.IntakeArea: _area,
}
