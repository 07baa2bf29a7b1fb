"""Words for when an announcement goes out, and for the yes or no of a second admin."""

from datetime import date
from typing import Final

from bot.domain import newsroom_notices as r
from bot.domain.acts.announcements import NewsApprove, NewsStep, NewsTime
from bot.domain.broadcasts import Status
from bot.texts.announcements.outline import outline
from bot.texts.announcements.steps import back, step
from bot.texts.buttons import FOUR, Button, Face, Faces, Offer, button, in_rows, keyboard
from bot.texts.parts import lines, moment, paragraphs, simple, yes_no
from bot.texts.words import Words


def _ask_time(notice: r.NewsAskTime, words: Words) -> str:
    quiet = words.html("news-quiet-now", until=moment(notice.quiet_until)) if notice.quiet_until else ""
    return paragraphs(
        words.html("news-ask-time", approval=yes_no(notice.approval)),
        lines((quiet, _quiet_rule(words, notice.quiet_hours))),
        _cost(words, paid=notice.paid),
    )


def _cost(words: Words, *, paid: bool) -> str:
    return words.html("news-paid") if paid else ""


def day_name(words: Words, day: date) -> str:
    """«пн 23.11»"""
    return f"{words.plain(f'weekday-{day.weekday()}')} {day:%d.%m}"


def _ask_hour(notice: r.NewsAskHour, words: Words) -> str:
    hour = words.html("news-ask-hour", day=day_name(words, notice.day))
    return paragraphs(hour, _quiet_rule(words, notice.quiet_hours))


def _quiet_rule(words: Words, hours: str) -> str:
    return words.html("news-quiet-rule", hours=hours) if hours else ""


def _submitted(notice: r.NewsSubmitted, words: Words) -> str:
    number = str(notice.broadcast_id)
    starts = words.html("news-starts-at", at=moment(notice.starts_at)) if notice.starts_at else ""
    if not notice.approval:
        return lines((words.html("news-submitted-goes", number=number), starts))
    if notice.status is not Status.WAITING:
        return words.html("news-submitted-decided", number=number, status=notice.status.value)
    if not notice.approvers:
        return words.html("news-submitted-nobody", number=number)
    waits = words.html("news-submitted-waits", number=number, names=", ".join(notice.approvers))
    return lines((waits, starts))


def _approval(notice: r.NewsApproval, words: Words) -> str:
    what = notice.outline
    if what.status is Status.WAITING:
        asks = words.html("news-approval", author=notice.author, mine=yes_no(notice.may_approve))
        last = paragraphs(_cost(words, paid=notice.paid), asks)
    else:
        last = words.html("news-approval-decided", status=what.status.value, by=notice.approver)
    return paragraphs(outline(words, what), last)


def _decided(notice: r.NewsDecided, words: Words) -> str:
    return lines(
        (
            words.html(
                "news-decided",
                approved=yes_no(notice.approved),
                number=str(notice.broadcast_id),
                by=notice.by,
            ),
            words.html("news-decided-reason", reason=notice.reason) if notice.reason else "",
            words.html("news-starts-at", at=moment(notice.starts_at)) if notice.starts_at and notice.approved else "",
            "" if notice.approved or notice.own else words.html("news-decided-back"),
        )
    )


def _voided(notice: r.NewsVoided, words: Words) -> str:
    return words.html("news-voided", number=str(notice.broadcast_id))


def _ask_time_offer(notice: r.NewsAskTime, words: Words) -> Offer:
    number = notice.broadcast_id
    days = [Button(day_name(words, day), NewsTime(broadcast_id=number, day=day.isoformat())) for day in notice.days]
    now = [step(words, "news-now", number, NewsStep.NOW)]
    return keyboard(now, *in_rows(days, FOUR), back(words, number, "news-back"))


def _ask_hour_offer(notice: r.NewsAskHour, words: Words) -> Offer:
    number, day = notice.broadcast_id, notice.day.isoformat()
    hours = [Button(f"{hour:02}:00", NewsTime(broadcast_id=number, day=day, hour=hour)) for hour in notice.hours]
    return keyboard(*in_rows(hours, FOUR), [step(words, "news-back", number, NewsStep.WHEN)])


def _submitted_offer(notice: r.NewsSubmitted, words: Words) -> Offer | None:
    number = notice.broadcast_id
    if not notice.approval or notice.status is not Status.WAITING:
        return None
    withdraw = step(words, "news-withdraw", number, NewsStep.WITHDRAW)
    return keyboard([withdraw], [step(words, "news-drop", number, NewsStep.DROP)])


def _approval_offer(notice: r.NewsApproval, words: Words) -> Offer | None:
    number = notice.outline.id
    if notice.outline.status is not Status.WAITING:
        return None
    reject = step(words, "news-reject", number, NewsStep.REJECT)
    if not notice.may_approve:
        return keyboard([reject])
    return keyboard([button(words, "news-approve", NewsApprove(broadcast_id=number, seen=notice.seen)), reject])


def _ask_reason_offer(notice: r.NewsAskReason, words: Words) -> Offer:
    return keyboard([step(words, "news-no-reason", notice.broadcast_id, NewsStep.NO_REASON)])


def _decided_offer(notice: r.NewsDecided, words: Words) -> Offer | None:
    return (
        None
        if notice.approved or notice.own
        else keyboard([step(words, "news-open", notice.broadcast_id, NewsStep.PANEL)])
    )


FACES: Final[Faces] = {
    r.NewsVoided: Face(_voided),
    r.NewsAskTime: Face(_ask_time, _ask_time_offer),
    r.NewsAskHour: Face(_ask_hour, _ask_hour_offer),
    r.NewsSubmitted: Face(_submitted, _submitted_offer),
    r.NewsApproval: Face(_approval, _approval_offer),
    r.NewsAskReason: Face(simple("news-ask-reason"), _ask_reason_offer),
    r.NewsDecided: Face(_decided, _decided_offer),
}
