"""Keyboards of where reports are taken."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import intake_notices as i
from bot.domain.notices import PlaceWords
from bot.telegram.admin_callbacks import IntakeAct, IntakeAdd, IntakePage, IntakeStep
from bot.telegram.buttons import Layouts, Markup, Row, button, inline, turning
from bot.telegram.silent_keyboards import area_label
from bot.texts.words import Words


def _open(place: PlaceWords, words: Words) -> Row:
    data = IntakeAct(katottg=place.katottg, step=IntakeStep.OPEN)
    return [InlineKeyboardButton(text=area_label(place, words), callback_data=data.pack())]


def _areas(notice: i.IntakeAreas, words: Words) -> Markup:
    turn = turning(notice, words, lambda page: IntakePage(number=page))
    return inline(*(_open(each, words) for each in notice.items), turn, [button(words, "intake-add", IntakeAdd())])


def _choices(notice: i.IntakeChoices, words: Words) -> Markup:
    return inline(*(_open(each, words) for each in notice.options), _back(words))


def _ask(_notice: i.AskIntakeArea, words: Words) -> Markup:
    return inline(_back(words))


def _area(notice: i.IntakeArea, words: Words) -> Markup:
    step, label = (IntakeStep.TAKE, "intake-take") if notice.only else (IntakeStep.ONLY, "intake-only")
    return inline([button(words, label, IntakeAct(katottg=notice.place.katottg, step=step))], _back(words))


def _back(words: Words) -> Row:
    return [button(words, "silent-list", IntakePage(number=0))]


LAYOUTS: Final[Layouts] = {
    i.IntakeAreas: _areas,
    i.AskIntakeArea: _ask,
    i.IntakeChoices: _choices,
    i.IntakeArea: _area,
}
