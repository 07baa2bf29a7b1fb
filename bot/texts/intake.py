"""Words of where reports are taken, to admins."""

from typing import Final

from bot.domain import intake_notices as i
from bot.domain.acts.admins import IntakeAct, IntakeAdd, IntakePage, IntakeStep
from bot.domain.notices import PlaceWords
from bot.texts import parts
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, keyboard, turning
from bot.texts.parts import paragraphs, yes_no
from bot.texts.words import Words


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


def _open(place: PlaceWords, words: Words) -> Row:
    data = IntakeAct(katottg=place.katottg, step=IntakeStep.OPEN)
    return [Button(parts.area_label(place, words), data)]


def _areas_offer(notice: i.IntakeAreas, words: Words) -> Offer:
    turn = turning(notice, words, lambda page: IntakePage(number=page))
    return keyboard(*(_open(each, words) for each in notice.items), turn, [button(words, "intake-add", IntakeAdd())])


def _choices_offer(notice: i.IntakeChoices, words: Words) -> Offer:
    return keyboard(*(_open(each, words) for each in notice.options), _back(words))


def _ask_offer(_notice: i.AskIntakeArea, words: Words) -> Offer:
    return keyboard(_back(words))


def _area_offer(notice: i.IntakeArea, words: Words) -> Offer:
    step, label = (IntakeStep.TAKE, "intake-take") if notice.only else (IntakeStep.ONLY, "intake-only")
    return keyboard([button(words, label, IntakeAct(katottg=notice.place.katottg, step=step))], _back(words))


def _back(words: Words) -> Row:
    return [button(words, "silent-list", IntakePage(number=0))]


FACES: Final[Faces] = {
    i.IntakeAreas: Face(_areas, _areas_offer),
    i.AskIntakeArea: Face(_ask, _ask_offer),
    i.IntakeChoices: Face(_choices, _choices_offer),
    i.IntakeArea: Face(_area, _area_offer),
}
