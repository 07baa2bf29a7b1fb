"""Keyboards of the list of silent hromadas."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import silent_notices as s
from bot.domain.notices import PlaceWords
from bot.telegram.admin_callbacks import LEVELS, SURE, SilentAct, SilentAdd, SilentPage, SilentStep
from bot.telegram.buttons import Layouts, Markup, Row, button, inline, turning
from bot.texts import parts
from bot.texts.words import Words


def area_label(place: PlaceWords, words: Words) -> str:
    """«Бердичівська гр., Бердичівський р-н»"""
    name = parts.short_title(words, place)
    return ", ".join([name, *parts.around(words, place, short=True)])


def _open(place: PlaceWords, words: Words) -> Row:
    data = SilentAct(katottg=place.katottg, step=SilentStep.OPEN)
    return [InlineKeyboardButton(text=area_label(place, words), callback_data=data.pack())]


def _areas(notice: s.SilentAreas, words: Words) -> Markup:
    rows = [_open(item.place, words) for item in notice.items]
    turn = turning(notice, words, lambda page: SilentPage(number=page))
    return inline(*rows, turn, [button(words, "silent-add", SilentAdd())])


def _choices(notice: s.SilentChoices, words: Words) -> Markup:
    return inline(*(_open(place, words) for place in notice.options), _back(words))


def _back(words: Words) -> Row:
    return [button(words, "silent-list", SilentPage(number=0))]


def _ask(_notice: s.AskSilentArea, words: Words) -> Markup:
    return inline(_back(words))


def _area(notice: s.SilentArea, words: Words) -> Markup:
    code, level = notice.item.place.katottg, notice.item.level
    rows = [
        [button(words, f"silent-level-{int(each)}", SilentAct(katottg=code, step=step))]
        for step, each in LEVELS.items()
        if each != level
    ]
    remove = [button(words, "silent-remove", SilentAct(katottg=code, step=SilentStep.REMOVE))] if level else []
    approve = _approve(code, words) if notice.item.may_approve else []
    keep = _keep(code, words) if notice.item.wanted is not None else []
    return inline(approve, keep, *rows, remove, _back(words))


def _approve(code: str, words: Words) -> Row:
    return [button(words, "silent-approve", SilentAct(katottg=code, step=SilentStep.APPROVE))]


def _keep(code: str, words: Words) -> Row:
    return [button(words, "silent-keep", SilentAct(katottg=code, step=SilentStep.KEEP))]


def _sure(notice: s.ConfirmSilence, words: Words) -> Markup:
    code = notice.item.place.katottg
    sure = next(step for step, level in SURE.items() if level == notice.level)
    yes = button(words, "silent-sure", SilentAct(katottg=code, step=sure))
    return inline([yes], [button(words, "silent-not-now", SilentAct(katottg=code, step=SilentStep.OPEN))])


def _asked(notice: s.SilentAsked, words: Words) -> Markup:
    code = notice.place.katottg
    return inline(_approve(code, words), _keep(code, words))


LAYOUTS: Final[Layouts] = {
    s.SilentAreas: _areas,
    s.AskSilentArea: _ask,
    s.SilentChoices: _choices,
    s.SilentArea: _area,
    s.ConfirmSilence: _sure,
    s.SilentAsked: _asked,
    s.SilentListAsked: lambda _notice, words: inline(_back(words)),
}
