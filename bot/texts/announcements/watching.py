"""Words for announcements under way and over, and for oblasts on hold."""

from typing import Any, Final

from bot.domain import announcement_notices as r
from bot.domain.acts.announcements import (
    AnnouncementAct,
    AnnouncementLeaf,
    AnnouncementPage,
    AnnouncementStep,
    HoldAct,
    HoldStep,
)
from bot.domain.announcements import AnnouncementStatus
from bot.texts import parts
from bot.texts.admins import progress_bar
from bot.texts.announcements.outline import kind_name, reason, title
from bot.texts.announcements.steps import step
from bot.texts.buttons import FOUR, Button, Face, Faces, Offer, button, in_rows, keyboard, turning
from bot.texts.parts import lines, moment, paragraphs, simple
from bot.texts.words import Words


def _progress(notice: r.AnnouncementProgress, words: Words) -> str:
    now = notice.progress
    over = now.sent + now.blocked + now.failed + now.skipped
    begun = now.total > 0
    if now.filling and begun:
        first = words.html("announcement-progress-filling", total=now.total)
    else:
        first = words.html("announcement-progress-sent", sent=now.sent, total=now.total) if begun else ""
    starts = not begun and notice.starts_at
    return paragraphs(
        title(words, notice.announcement_id, notice.kind, now.status),
        words.html("announcement-starts-at", at=moment(notice.starts_at)) if starts and notice.starts_at else "",
        lines((progress_bar(over, now.total) if begun else "", first)),
        lines((*_troubles(words, now), _on_hold(notice, words))),
        lines(_pace(notice, words)),
    )


def _on_hold(notice: r.AnnouncementProgress, words: Words) -> str:
    if not notice.progress.held:
        return ""
    named = (f"{parts.oblast(words, each.oblast)} ({reason(words, each.reason)})" for each in notice.held)
    return words.html("announcement-progress-held", n=notice.progress.held, oblasts=", ".join(named))


def _troubles(words: Words, now: Any) -> list[str]:
    counted = {"blocked": now.blocked, "failed": now.failed, "skipped": now.skipped, "repeated": now.repeated}
    return [words.html(f"announcement-progress-{name}", n=n) for name, n in counted.items() if n]


def _pace(notice: r.AnnouncementProgress, words: Words) -> list[str]:
    now = notice.progress
    if now.status is not AnnouncementStatus.RUNNING:
        return [words.html("announcement-progress-waiting", n=now.waiting)] if now.waiting else []
    if now.quiet:
        return [words.html("announcement-progress-quiet", hours=notice.quiet_hours)]
    if now.held >= now.waiting:
        return []  # nothing moves, whatever the rate was
    left = duration(words, round(now.left_seconds)) if now.left_seconds is not None else ""
    return [
        words.html("announcement-progress-rate", rate=round(now.rate, 1)) if now.rate else "",
        words.html("announcement-progress-left", left=left) if left else "",
    ]


def duration(words: Words, seconds: int) -> str:
    """«менш як хвилина», «4 хв», «2 год 5 хв»"""
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return words.plain("announcement-left-hours", hours=str(hours), minutes=str(minutes))
    return words.plain("announcement-left-minutes", n=minutes) if minutes else words.plain("announcement-left-seconds")


def _report(notice: r.AnnouncementReport, words: Words) -> str:
    end = notice.progress
    kind = kind_name(words, notice.kind)
    status = "cancelled" if end.status is AnnouncementStatus.CANCELLED else "done"
    return paragraphs(
        words.html("announcement-report-title", kind=kind, number=str(notice.announcement_id), status=status),
        words.html("announcement-report-sent", sent=end.sent),
        lines(
            (
                *_troubles(words, end),
                words.html("announcement-report-unsent", n=end.waiting) if end.waiting else "",
                words.html("announcement-report-time", time=duration(words, notice.seconds)),
            )
        ),
    )


def _list(notice: r.AnnouncementList, words: Words) -> str:
    if not notice.items:
        return words.html("announcement-list-none")
    return paragraphs(
        words.html("announcement-list"),
        lines(parts.first_of(words, (_list_line(words, each) for each in notice.items))),
        parts.page_line(notice, words),
    )


def _list_line(words: Words, item: r.AnnouncementListItem) -> str:
    line = words.html(
        "announcement-list-line",
        number=str(item.id),
        kind=kind_name(words, item.kind),
        status=words.plain(f"announcement-status-{item.status.value}"),
        author=item.author,
        at=moment(item.at),
    )
    return line + (words.html("announcement-list-sent", sent=item.sent, total=item.total) if item.total else "")


def _table(notice: r.AnnouncementTable, words: Words) -> str:
    return words.html("announcement-table", number=str(notice.announcement_id))


def _holds(notice: r.Holds, words: Words) -> str:
    listed = (
        words.html("holds-line", oblast=parts.oblast(words, each.oblast), reason=reason(words, each.reason))
        for each in notice.items
    )
    head, _, tail = words.html("holds", n=len(notice.items)).partition("\n\n")
    return paragraphs(head, lines(listed), tail)


def _hold_why(notice: r.HoldWhy, words: Words) -> str:
    return words.html("hold-why-words" if notice.words else "hold-why", oblast=parts.oblast(words, notice.oblast))


PROGRESS_STEPS: Final = {
    AnnouncementStatus.SCHEDULED: (("announcement-cancel", AnnouncementStep.CANCEL),),
    AnnouncementStatus.RUNNING: (
        ("announcement-pause", AnnouncementStep.PAUSE),
        ("announcement-cancel", AnnouncementStep.CANCEL),
    ),
    AnnouncementStatus.PAUSED: (
        ("announcement-resume", AnnouncementStep.RESUME),
        ("announcement-cancel", AnnouncementStep.CANCEL),
    ),
}


def _progress_offer(notice: r.AnnouncementProgress, words: Words) -> Offer | None:
    steps = PROGRESS_STEPS.get(notice.progress.status, ())
    return keyboard([step(words, label, notice.announcement_id, each) for label, each in steps]) if steps else None


def _report_offer(notice: r.AnnouncementReport, words: Words) -> Offer:
    number, end = notice.announcement_id, notice.progress
    again = end.status is AnnouncementStatus.DONE and end.failed
    return keyboard(
        [step(words, "announcement-retry", number, AnnouncementStep.RETRY)] if again else [],
        [step(words, "announcement-table", number, AnnouncementStep.TABLE)],
    )


def _list_offer(notice: r.AnnouncementList, words: Words) -> Offer | None:
    buttons = [
        Button(
            words.plain("button-announcement-show", number=str(each.id)),
            AnnouncementAct(announcement_id=each.id, step=AnnouncementStep.SHOW),
        )
        for each in notice.items
    ]
    turn = turning(notice, words, lambda page: AnnouncementPage(what=AnnouncementLeaf.LIST, number=page))
    return keyboard(*in_rows(buttons, FOUR), turn) if buttons else None


def _holds_offer(notice: r.Holds, words: Words) -> Offer:
    release = [
        [
            Button(
                words.plain("button-hold-release", oblast=parts.oblast(words, each.oblast)),
                HoldAct(step=HoldStep.RELEASE, code=each.oblast.katottg),
            )
        ]
        for each in notice.items
        if each.oblast.katottg in notice.mine
    ]
    return keyboard(*release, [button(words, "hold-add", HoldAct(step=HoldStep.WHERE))])


def _hold_where_offer(notice: r.HoldWhere, words: Words) -> Offer:
    buttons = [
        Button(parts.oblast(words, each, short=True), HoldAct(step=HoldStep.WHY, code=each.katottg))
        for each in notice.oblasts
    ]
    return keyboard(*in_rows(buttons, 2), [button(words, "announcement-back", HoldAct(step=HoldStep.LIST))])


def _hold_why_offer(notice: r.HoldWhy, words: Words) -> Offer | None:
    back = [button(words, "announcement-back", HoldAct(step=HoldStep.LIST))]
    if notice.words:
        return keyboard(back)
    steps = (HoldStep.ALERT, HoldStep.POWER, HoldStep.WORDS)
    return keyboard(
        *([button(words, f"hold-{step.value}", HoldAct(step=step, code=notice.oblast.katottg))] for step in steps),
        back,
    )


FACES: Final[Faces] = {
    r.AnnouncementProgress: Face(_progress, _progress_offer),
    r.AnnouncementReport: Face(_report, _report_offer),
    r.AnnouncementList: Face(_list, _list_offer),
    r.AnnouncementTable: Face(_table),
    r.Holds: Face(_holds, _holds_offer),
    r.HoldWhere: Face(simple("hold-where"), _hold_where_offer),
    r.HoldWhy: Face(_hold_why, _hold_why_offer),
}
