"""Words for when an announcement goes out, and for the yes or no of a second admin."""

from datetime import date
from typing import Final

from bot.domain import announcement_notices as r
from bot.domain.acts.announcements import AnnouncementApprove, AnnouncementStep, AnnouncementTime
from bot.domain.announcements import AnnouncementStatus
from bot.texts.announcements.outline import outline
from bot.texts.announcements.steps import back, step
from bot.texts.buttons import FOUR, Button, Face, Faces, Offer, button, in_rows, keyboard
from bot.texts.parts import lines, moment, paragraphs, simple, yes_no
from bot.texts.words import Words


def _ask_time(notice: r.AnnouncementAskTime, words: Words) -> str:
    quiet = words.html("announcement-quiet-now", until=moment(notice.quiet_until)) if notice.quiet_until else ""
    return paragraphs(
        words.html("announcement-ask-time", approval=yes_no(notice.approval)),
        lines((quiet, _quiet_rule(words, notice.quiet_hours))),
        _cost(words, paid=notice.paid),
    )


def _cost(words: Words, *, paid: bool) -> str:
    return words.html("announcement-paid") if paid else ""


def day_name(words: Words, day: date) -> str:
    """«пн 23.11»"""
    return f"{words.plain(f'weekday-{day.weekday()}')} {day:%d.%m}"


def _ask_hour(notice: r.AnnouncementAskHour, words: Words) -> str:
    hour = words.html("announcement-ask-hour", day=day_name(words, notice.day))
    return paragraphs(hour, _quiet_rule(words, notice.quiet_hours))


def _quiet_rule(words: Words, hours: str) -> str:
    return words.html("announcement-quiet-rule", hours=hours) if hours else ""


def _submitted(notice: r.AnnouncementSubmitted, words: Words) -> str:
    number = str(notice.announcement_id)
    starts = words.html("announcement-starts-at", at=moment(notice.starts_at)) if notice.starts_at else ""
    if not notice.approval:
        return lines((words.html("announcement-submitted-goes", number=number), starts))
    if notice.status is not AnnouncementStatus.WAITING:
        return words.html("announcement-submitted-decided", number=number, status=notice.status.value)
    if not notice.approvers:
        return words.html("announcement-submitted-nobody", number=number)
    waits = words.html("announcement-submitted-waits", number=number, names=", ".join(notice.approvers))
    return lines((waits, starts))


def _approval(notice: r.AnnouncementApproval, words: Words) -> str:
    what = notice.outline
    if what.status is AnnouncementStatus.WAITING:
        asks = words.html("announcement-approval", author=notice.author, mine=yes_no(notice.may_approve))
        last = paragraphs(_cost(words, paid=notice.paid), asks)
    else:
        last = words.html("announcement-approval-decided", status=what.status.value, by=notice.approver)
    return paragraphs(outline(words, what), last)


def _decided(notice: r.AnnouncementDecided, words: Words) -> str:
    return lines(
        (
            words.html(
                "announcement-decided",
                approved=yes_no(notice.approved),
                number=str(notice.announcement_id),
                by=notice.by,
            ),
            words.html("announcement-decided-reason", reason=notice.reason) if notice.reason else "",
            words.html("announcement-starts-at", at=moment(notice.starts_at))
            if notice.starts_at and notice.approved
            else "",
            "" if notice.approved or notice.own else words.html("announcement-decided-back"),
        )
    )


def _voided(notice: r.AnnouncementVoided, words: Words) -> str:
    return words.html("announcement-voided", number=str(notice.announcement_id))


def _ask_time_offer(notice: r.AnnouncementAskTime, words: Words) -> Offer:
    number = notice.announcement_id
    days = [Button(day_name(words, day), AnnouncementTime(announcement_id=number, day=day)) for day in notice.days]
    now = [step(words, "announcement-now", number, AnnouncementStep.NOW)]
    return keyboard(now, *in_rows(days, FOUR), back(words, number, "announcement-back"))


def _ask_hour_offer(notice: r.AnnouncementAskHour, words: Words) -> Offer:
    number, day = notice.announcement_id, notice.day
    hours = [
        Button(f"{hour:02}:00", AnnouncementTime(announcement_id=number, day=day, hour=hour)) for hour in notice.hours
    ]
    return keyboard(*in_rows(hours, FOUR), [step(words, "announcement-back", number, AnnouncementStep.WHEN)])


def _submitted_offer(notice: r.AnnouncementSubmitted, words: Words) -> Offer | None:
    number = notice.announcement_id
    if not notice.approval or notice.status is not AnnouncementStatus.WAITING:
        return None
    withdraw = step(words, "announcement-withdraw", number, AnnouncementStep.WITHDRAW)
    return keyboard([withdraw], [step(words, "announcement-drop", number, AnnouncementStep.DROP)])


def _approval_offer(notice: r.AnnouncementApproval, words: Words) -> Offer | None:
    number = notice.outline.id
    if notice.outline.status is not AnnouncementStatus.WAITING:
        return None
    reject = step(words, "announcement-reject", number, AnnouncementStep.REJECT)
    if not notice.may_approve:
        return keyboard([reject])
    return keyboard(
        [button(words, "announcement-approve", AnnouncementApprove(announcement_id=number, seen=notice.seen)), reject]
    )


def _ask_reason_offer(notice: r.AnnouncementAskReason, words: Words) -> Offer:
    return keyboard([step(words, "announcement-no-reason", notice.announcement_id, AnnouncementStep.NO_REASON)])


def _decided_offer(notice: r.AnnouncementDecided, words: Words) -> Offer | None:
    return (
        None
        if notice.approved or notice.own
        else keyboard([step(words, "announcement-open", notice.announcement_id, AnnouncementStep.PANEL)])
    )


FACES: Final[Faces] = {
    r.AnnouncementVoided: Face(_voided),
    r.AnnouncementAskTime: Face(_ask_time, _ask_time_offer),
    r.AnnouncementAskHour: Face(_ask_hour, _ask_hour_offer),
    r.AnnouncementSubmitted: Face(_submitted, _submitted_offer),
    r.AnnouncementApproval: Face(_approval, _approval_offer),
    r.AnnouncementAskReason: Face(simple("announcement-ask-reason"), _ask_reason_offer),
    r.AnnouncementDecided: Face(_decided, _decided_offer),
}
