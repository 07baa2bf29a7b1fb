"""Keyboards of announcements under way and over, and of oblasts on hold."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import newsroom_notices as r
from bot.domain.broadcasts import Status
from bot.telegram.buttons import Layouts, Markup, button, inline, turning
from bot.telegram.newsroom_buttons import IN_A_ROW, act, rows
from bot.telegram.newsroom_callbacks import HoldAct, HoldStep, NewsAct, NewsLeaf, NewsPage, NewsStep
from bot.texts import parts
from bot.texts.words import Words

PROGRESS_STEPS: Final = {
    Status.SCHEDULED: (("news-cancel", NewsStep.CANCEL),),
    Status.RUNNING: (("news-pause", NewsStep.PAUSE), ("news-cancel", NewsStep.CANCEL)),
    Status.PAUSED: (("news-resume", NewsStep.RESUME), ("news-cancel", NewsStep.CANCEL)),
}


def _progress(notice: r.NewsProgress, words: Words) -> Markup | None:
    steps = PROGRESS_STEPS.get(notice.progress.status, ())
    return inline([act(words, label, notice.broadcast_id, step) for label, step in steps]) if steps else None


def _report(notice: r.NewsReport, words: Words) -> Markup:
    number, end = notice.broadcast_id, notice.progress
    again = end.status is Status.DONE and end.failed
    return inline(
        [act(words, "news-retry", number, NewsStep.RETRY)] if again else [],
        [act(words, "news-table", number, NewsStep.TABLE)],
    )


def _list(notice: r.NewsList, words: Words) -> Markup | None:
    buttons = [
        InlineKeyboardButton(
            text=words.plain("button-news-show", number=str(each.id)),
            callback_data=NewsAct(broadcast_id=each.id, step=NewsStep.SHOW).pack(),
        )
        for each in notice.items
    ]
    turn = turning(notice, words, lambda page: NewsPage(what=NewsLeaf.LIST, number=page))
    return inline(*rows(buttons, IN_A_ROW), turn) if buttons else None


def _holds(notice: r.Holds, words: Words) -> Markup:
    release = [
        [
            InlineKeyboardButton(
                text=words.plain("button-hold-release", oblast=parts.oblast(words, each.oblast)),
                callback_data=HoldAct(step=HoldStep.RELEASE, code=each.oblast.katottg).pack(),
            )
        ]
        for each in notice.items
        if each.oblast.katottg in notice.mine
    ]
    return inline(*release, [button(words, "hold-add", HoldAct(step=HoldStep.WHERE))])


def _hold_where(notice: r.HoldWhere, words: Words) -> Markup:
    buttons = [
        InlineKeyboardButton(
            text=parts.oblast(words, each, short=True),
            callback_data=HoldAct(step=HoldStep.WHY, code=each.katottg).pack(),
        )
        for each in notice.oblasts
    ]
    return inline(*rows(buttons, 2), [button(words, "news-back", HoldAct(step=HoldStep.LIST))])


def _hold_why(notice: r.HoldWhy, words: Words) -> Markup | None:
    back = [button(words, "news-back", HoldAct(step=HoldStep.LIST))]
    if notice.words:
        return inline(back)
    steps = (HoldStep.ALERT, HoldStep.POWER, HoldStep.WORDS)
    return inline(
        *([button(words, f"hold-{step.value}", HoldAct(step=step, code=notice.oblast.katottg))] for step in steps),
        back,
    )


LAYOUTS: Final[Layouts] = {
    r.NewsProgress: _progress,
    r.NewsReport: _report,
    r.NewsList: _list,
    r.Holds: _holds,
    r.HoldWhere: _hold_where,
    r.HoldWhy: _hold_why,
}
