"""Buttons that say where words belong."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import addressing_notices as a
from bot.domain.addressing import Side
from bot.domain.moves import CaseStep
from bot.domain.notices import QueueItem
from bot.domain.reports import Status
from bot.telegram.buttons import Layouts, Markup, Row, button, inline
from bot.telegram.callbacks import CaseAct, Go, OwnAct, Step, Whose
from bot.texts.words import Words

IN_A_ROW: Final = 4


def _which_report(notice: a.WhichReport, words: Words) -> Markup:
    """Whoever is both must see in each button who will read the words."""
    rows = [_row(item, "own", Side.RESIDENT, words) for item in notice.own]
    rows += [_row(item, "case", Side.OFFICER, words) for item in notice.cases]
    fresh = [button(words, "new-report", Go(step=Step.NEW_REPORT))] if notice.fresh else []
    return inline(*rows, fresh, [button(words, "nowhere", Go(step=Step.NOWHERE))])


def _row(item: QueueItem, whose: str, side: Side, words: Words) -> Row:
    which = "draft" if item.status is Status.DRAFT else whose
    label = words.plain(
        f"button-which-{which}",
        number=str(item.number),
        category=words.plain(f"category-{item.category.value}"),
        place=words.name(item.place),
    )
    return [InlineKeyboardButton(text=label, callback_data=Whose(ref=item.ref, side=side).pack())]


def _acts_over(notice: a.ActsOver, words: Words) -> Markup:
    """Without a row all buttons go."""
    numbers = [_opens(each, words) for each in notice.reports]
    rows = [numbers[at : at + IN_A_ROW] for at in range(0, len(numbers), IN_A_ROW)]
    return inline(*rows, *([InlineKeyboardButton(text=each.label, callback_data=each.act)] for each in notice.ways))


def _opens(report: a.Numbered, words: Words) -> InlineKeyboardButton:
    own = report.side is Side.RESIDENT
    data = OwnAct(ref=report.ref) if own else CaseAct(ref=report.ref, step=CaseStep.SHOW)
    return InlineKeyboardButton(text=words.plain("button-show", number=str(report.number)), callback_data=data.pack())


LAYOUTS: Final[Layouts] = {a.WhichReport: _which_report, a.ActsOver: _acts_over}
