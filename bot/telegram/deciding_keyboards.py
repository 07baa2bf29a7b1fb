"""Keyboards for when an announcement goes out, and for the yes or no of a second admin."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import newsroom_notices as r
from bot.domain.broadcasts import Status
from bot.telegram.buttons import Layouts, Markup, button, inline
from bot.telegram.newsroom_buttons import IN_A_ROW, act, back, rows
from bot.telegram.newsroom_callbacks import NewsApprove, NewsStep, NewsTime
from bot.texts.deciding_speech import day_name
from bot.texts.words import Words


def _ask_time(notice: r.NewsAskTime, words: Words) -> Markup:
    number = notice.broadcast_id
    days = [
        InlineKeyboardButton(
            text=day_name(words, day), callback_data=NewsTime(broadcast_id=number, day=day.isoformat()).pack()
        )
        for day in notice.days
    ]
    now = [act(words, "news-now", number, NewsStep.NOW)]
    return inline(now, *rows(days, IN_A_ROW), back(words, number, "news-back"))


def _ask_hour(notice: r.NewsAskHour, words: Words) -> Markup:
    number, day = notice.broadcast_id, notice.day.isoformat()
    hours = [
        InlineKeyboardButton(
            text=f"{hour:02}:00", callback_data=NewsTime(broadcast_id=number, day=day, hour=hour).pack()
        )
        for hour in notice.hours
    ]
    return inline(*rows(hours, IN_A_ROW), [act(words, "news-back", number, NewsStep.WHEN)])


def _submitted(notice: r.NewsSubmitted, words: Words) -> Markup | None:
    number = notice.broadcast_id
    if not notice.approval or notice.status is not Status.WAITING:
        return None
    back = act(words, "news-withdraw", number, NewsStep.WITHDRAW)
    return inline([back], [act(words, "news-drop", number, NewsStep.DROP)])


def _approval(notice: r.NewsApproval, words: Words) -> Markup | None:
    number = notice.outline.id
    if notice.outline.status is not Status.WAITING:
        return None
    reject = act(words, "news-reject", number, NewsStep.REJECT)
    if not notice.may_approve:
        return inline([reject])
    return inline([button(words, "news-approve", NewsApprove(broadcast_id=number, seen=notice.seen)), reject])


def _ask_reason(notice: r.NewsAskReason, words: Words) -> Markup:
    return inline([act(words, "news-no-reason", notice.broadcast_id, NewsStep.NO_REASON)])


def _decided(notice: r.NewsDecided, words: Words) -> Markup | None:
    return (
        None
        if notice.approved or notice.own
        else inline([act(words, "news-open", notice.broadcast_id, NewsStep.PANEL)])
    )


LAYOUTS: Final[Layouts] = {
    r.NewsAskTime: _ask_time,
    r.NewsAskHour: _ask_hour,
    r.NewsSubmitted: _submitted,
    r.NewsApproval: _approval,
    r.NewsAskReason: _ask_reason,
    r.NewsDecided: _decided,
}
