"""Keyboards of the directory: files that were sent, going back."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import registry_notices as r
from bot.telegram.buttons import Layouts, Markup, button, inline, turning
from bot.telegram.registry_callbacks import BackAct, BackPage, BackStep, ImportAct, ImportStep
from bot.texts.words import Words


def _checked(notice: r.ImportChecked, words: Words) -> Markup:
    number = notice.check_id
    return inline(
        [button(words, "import-apply", ImportAct(check_id=number, step=ImportStep.APPLY))],
        [button(words, "import-discard", ImportAct(check_id=number, step=ImportStep.DISCARD))],
    )


def _history(notice: r.DirectoryHistory, words: Words) -> Markup | None:
    rows = [
        [
            InlineKeyboardButton(
                text=words.plain("button-rollback-before", number=str(item.generation)),
                callback_data=BackAct(generation=item.generation, seen=notice.newest, step=BackStep.SHOW).pack(),
            )
        ]
        for item in notice.items
    ]
    return inline(*rows, turning(notice, words, lambda page: BackPage(number=page))) if rows else None


def _confirm(notice: r.ConfirmRollback, words: Words) -> Markup:
    common = {"generation": notice.generation, "seen": notice.newest}
    return inline(
        [button(words, "rollback-do", BackAct(**common, step=BackStep.DO))],
        [button(words, "keep-as-is", BackAct(**common, step=BackStep.DROP))],
    )


LAYOUTS: Final[Layouts] = {
    r.ImportChecked: _checked,
    r.DirectoryHistory: _history,
    r.ConfirmRollback: _confirm,
}
