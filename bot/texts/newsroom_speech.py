"""Words for admins who announce something."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from bot.domain import newsroom_notices as r
from bot.domain.broadcasts import Kind, Status
from bot.texts import parts
from bot.texts.admin_speech import progress_bar
from bot.texts.parts import lines, moment, paragraphs, simple, yes_no
from bot.texts.words import LANGUAGES, Speech, Words

NAMED: Final = 3
"""Stations and areas named one by one; the rest are counted."""
REASONS: Final = ("alert", "power")
"""Reasons for a hold that have words of their own."""


def _kinds(notice: r.NewsKinds, words: Words) -> str:
    drafts = words.html("news-kinds-drafts", n=len(notice.drafts)) if notice.drafts else ""
    return paragraphs(words.html("news-kinds"), drafts)


# --- what an announcement is ------------------------------------------------------------------------------------------


def title(words: Words, number: int, kind: Kind, status: Status) -> str:
    """«Відкриття станцій № 5 — чернетка»"""
    status_words = words.plain(f"news-status-{status.value}")
    return words.html("news-title", kind=_kind(words, kind), number=str(number), status=status_words)


def _kind(words: Words, kind: Kind) -> str:
    return words.plain(f"news-kind-{kind.value}")


def outline(words: Words, what: r.Outline) -> str:
    """Everything chosen so far, and who would get it."""
    stations = ""
    if what.kind is Kind.OPENING:
        stations = words.html("news-outline-stations", n=len(what.stations), names=_some(words, what.stations))
    return paragraphs(
        title(words, what.id, what.kind, what.status),
        lines(
            (
                stations,
                words.html("news-outline-words", own=_own(words, what)),
                words.html("news-outline-media", n=what.media),
                words.html("news-outline-button", button=what.button.value if what.button else "none"),
                _areas(words, what.areas, by_stations=what.by_stations),
                _languages(words, what.languages),
                _time(words, what) if what.status is not Status.DRAFT else "",
            )
        ),
        audience(words, what.audience, uncounted=what.uncounted),
    )


def _some(words: Words, names: Sequence[str]) -> str:
    named, more = ", ".join(names[:NAMED]), len(names) - NAMED
    return words.plain("news-and-more", names=named, n=more) if more > 0 else named


def _own(words: Words, what: r.Outline) -> str:
    if not what.texts:
        return "ready" if what.kind is Kind.OPENING else "none"
    return ", ".join(words.plain(f"news-language-{each}") for each in what.texts)


def area_name(words: Words, area: r.AreaWords) -> str:
    """«Малинська громада (Житомирська обл.)»: there is another one elsewhere."""
    if area.place is None:
        return words.plain("news-country")
    if area.place.category in ("O", "K"):
        return parts.oblast(words, area.place)
    around = parts.around(words, area.place, short=True)
    told = ", ".join(dict.fromkeys((*around[:1], *around[-1:]))) if area.place.hromada else "".join(around[-1:])
    return f"{parts.title(words, area.place)} ({told})" if told else parts.title(words, area.place)


def _areas(words: Words, areas: Sequence[r.AreaWords], *, by_stations: bool) -> str:
    how = "stations" if by_stations else "areas" if areas else "none"
    return words.html("news-outline-areas", by=how, areas=_some(words, [area_name(words, each) for each in areas]))


def _languages(words: Words, languages: Sequence[str]) -> str:
    named = ", ".join(words.plain(f"news-language-{each}") for each in languages)
    return words.html("news-outline-languages", all=yes_no(not languages), languages=named)


def _time(words: Words, what: r.Outline) -> str:
    return words.html("news-outline-time", at=moment(what.starts_at) if what.starts_at else "now")


def audience(words: Words, count: r.Audience | None, *, uncounted: bool) -> str:
    """How many, in which languages, and who is left out."""
    if count is None:
        return words.html("news-audience-counting") if uncounted else ""
    named = [(words.plain(f"news-language-{code}"), n) for code, n in count.languages]
    languages = ", ".join(words.plain("news-audience-language", language=name, n=n) for name, n in named)
    return lines(
        (
            words.html("news-audience", total=count.total, languages=languages or "—"),
            *(_held(words, each) for each in count.held if each.waiting),
            words.html("news-audience-silent", n=count.silent) if count.silent else "",
            words.html("news-audience-unreachable", n=count.unreachable) if count.unreachable else "",
            words.html("news-audience-note"),
        )
    )


def _held(words: Words, held: r.HeldWords) -> str:
    oblast, why = parts.oblast(words, held.oblast), reason(words, held.reason)
    return words.html("news-audience-held", n=held.waiting, oblast=oblast, reason=why)


def reason(words: Words, given: str) -> str:
    return words.plain(f"hold-reason-{given}") if given in REASONS else given


# --- composing --------------------------------------------------------------------------------------------------------


def _panel(notice: r.NewsPanel, words: Words) -> str:
    next_step = f"news-panel-missing-{notice.missing[0]}" if notice.missing else "news-panel-complete"
    return paragraphs(
        _unknown(words, notice.unknown),
        outline(words, notice.outline),
        _untranslated(words, notice.outline),
        words.html(next_step),
    )


def _untranslated(words: Words, what: r.Outline) -> str:
    """Readers of a language without words of its own, when the admin wrote some."""
    readers = what.audience.languages if what.audience and what.texts else ()
    return lines(
        words.html("news-untranslated", n=n, language=words.plain(f"news-language-{language}"))
        for language, n in readers
        if language not in what.texts
    )


def _unknown(words: Words, codes: Sequence[str]) -> str:
    return words.html("news-unknown-codes", codes=_some(words, codes)) if codes else ""


def _stations(notice: r.NewsStations, words: Words) -> str:
    if not notice.total:
        return words.html("news-stations-none")
    page = words.html("news-page", page=notice.page + 1, pages=notice.pages) if notice.pages > 1 else ""
    return paragraphs(_unknown(words, notice.unknown), words.html("news-stations", chosen=notice.chosen), page)


def _ask_words(notice: r.NewsAskWords, words: Words) -> str:
    language = words.plain(f"news-language-{notice.language}")
    if notice.own:
        last = words.html("news-ask-words-own", language=language)
    else:
        last = words.html("news-ask-words-none", language=language) if notice.language != LANGUAGES[0] else ""
    return paragraphs(words.html("news-ask-words", ready=yes_no(notice.ready), language=language), last)


def _ask_media(notice: r.NewsAskMedia, words: Words) -> str:
    return words.html("news-ask-media", count=notice.count)


def _ask_audience(notice: r.NewsAskAudience, words: Words) -> str:
    if notice.unknown:
        return words.html("news-area-unknown", name=notice.unknown)
    if notice.options:
        return words.html("news-area-choices")
    chosen = lines(
        (_areas(words, notice.areas, by_stations=notice.by_stations), _languages(words, notice.languages)),
    )
    return paragraphs(
        words.html("news-ask-audience"), chosen, audience(words, notice.audience, uncounted=notice.uncounted)
    )


def _preview(notice: r.NewsPreview, words: Words) -> str:
    language = words.plain(f"news-language-{notice.language}")
    where = parts.title(words, notice.place) if notice.place else words.plain("news-preview-anywhere")
    return words.html("news-preview", asks=yes_no(notice.asks), place=where, language=language)


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


def _dropped(notice: r.NewsDropped, words: Words) -> str:
    return words.html("news-dropped", number=str(notice.broadcast_id))


# --- approving --------------------------------------------------------------------------------------------------------


def _submitted(notice: r.NewsSubmitted, words: Words) -> str:
    number = str(notice.broadcast_id)
    starts = words.html("news-starts-at", at=moment(notice.starts_at)) if notice.starts_at else ""
    if not notice.approval:
        return lines((words.html("news-submitted-goes", number=number), starts))
    if notice.status is not Status.WAITING:
        decided = words.html("news-submitted-decided", number=number, status=notice.status.value, by=notice.by)
        return lines((decided, starts if notice.status is Status.SCHEDULED else ""))
    if not notice.approvers:
        return words.html("news-submitted-nobody", number=number)
    waits = words.html("news-submitted-waits", number=number, names=", ".join(notice.approvers))
    return lines((waits, starts))


def _approval(notice: r.NewsApproval, words: Words) -> str:
    what = notice.outline
    if what.status is Status.WAITING:
        last = paragraphs(_cost(words, paid=notice.paid), words.html("news-approval", author=notice.author))
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


# --- watching ---------------------------------------------------------------------------------------------------------


def _progress(notice: r.NewsProgress, words: Words) -> str:
    now = notice.progress
    over = now.sent + now.blocked + now.failed + now.skipped
    begun = now.total > 0
    if now.filling and begun:
        first = words.html("news-progress-filling", total=now.total)
    else:
        first = words.html("news-progress-sent", sent=now.sent, total=now.total) if begun else ""
    starts = not begun and notice.starts_at
    return paragraphs(
        title(words, notice.broadcast_id, notice.kind, now.status),
        words.html("news-starts-at", at=moment(notice.starts_at)) if starts and notice.starts_at else "",
        lines((progress_bar(over, now.total) if begun else "", first)),
        lines((*_troubles(words, now), _on_hold(notice, words))),
        lines(_pace(notice, words)),
    )


def _on_hold(notice: r.NewsProgress, words: Words) -> str:
    if not notice.progress.held:
        return ""
    named = (f"{parts.oblast(words, each.oblast)} ({reason(words, each.reason)})" for each in notice.held)
    return words.html("news-progress-held", n=notice.progress.held, oblasts=", ".join(named))


def _troubles(words: Words, now: Any) -> list[str]:
    counted = {"blocked": now.blocked, "failed": now.failed, "skipped": now.skipped, "repeated": now.repeated}
    return [words.html(f"news-progress-{name}", n=n) for name, n in counted.items() if n]


def _pace(notice: r.NewsProgress, words: Words) -> list[str]:
    now = notice.progress
    if now.status is not Status.RUNNING:
        return [words.html("news-progress-waiting", n=now.waiting)] if now.waiting else []
    if now.quiet:
        return [words.html("news-progress-quiet", hours=notice.quiet_hours)]
    if now.held >= now.waiting:
        return []  # nothing moves, whatever the rate was
    left = duration(words, round(now.left_seconds)) if now.left_seconds is not None else ""
    return [
        words.html("news-progress-rate", rate=round(now.rate, 1)) if now.rate else "",
        words.html("news-progress-left", left=left) if left else "",
    ]


def duration(words: Words, seconds: int) -> str:
    """«менш як хвилина», «4 хв», «2 год 5 хв»"""
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return words.plain("news-left-hours", hours=str(hours), minutes=str(minutes))
    return words.plain("news-left-minutes", n=minutes) if minutes else words.plain("news-left-seconds")


def _report(notice: r.NewsReport, words: Words) -> str:
    end = notice.progress
    kind = _kind(words, notice.kind)
    status = "cancelled" if end.status is Status.CANCELLED else "done"
    return paragraphs(
        words.html("news-report-title", kind=kind, number=str(notice.broadcast_id), status=status),
        words.html("news-report-sent", sent=end.sent),
        lines(
            (
                *_troubles(words, end),
                words.html("news-report-unsent", n=end.waiting) if end.waiting else "",
                words.html("news-report-time", time=duration(words, notice.seconds)),
            )
        ),
    )


def _list(notice: r.NewsList, words: Words) -> str:
    if not notice.items:
        return words.html("news-list-none")
    return paragraphs(words.html("news-list"), lines(_list_line(words, each) for each in notice.items))


def _list_line(words: Words, item: r.NewsListItem) -> str:
    line = words.html(
        "news-list-line",
        number=str(item.id),
        kind=_kind(words, item.kind),
        status=words.plain(f"news-status-{item.status.value}"),
        author=item.author,
        at=moment(item.at),
    )
    return line + (words.html("news-list-sent", sent=item.sent, total=item.total) if item.total else "")


def _table(notice: r.NewsTable, words: Words) -> str:
    return words.html("news-table", number=str(notice.broadcast_id))


# --- holding oblasts --------------------------------------------------------------------------------------------------


def _holds(notice: r.Holds, words: Words) -> str:
    listed = (
        words.html("holds-line", oblast=parts.oblast(words, each.oblast), reason=reason(words, each.reason))
        for each in notice.items
    )
    head, _, tail = words.html("holds", n=len(notice.items)).partition("\n\n")
    return paragraphs(head, lines(listed), tail)


def _hold_why(notice: r.HoldWhy, words: Words) -> str:
    return words.html("hold-why-words" if notice.words else "hold-why", oblast=parts.oblast(words, notice.oblast))


SPEECH: Final[Speech] = {
    r.NewsKinds: _kinds,
    r.NewsPanel: _panel,
    r.NewsStations: _stations,
    r.NewsAskWords: _ask_words,
    r.NewsAskMedia: _ask_media,
    r.NewsAskButton: simple("news-ask-button"),
    r.NewsAskAudience: _ask_audience,
    r.NewsPreview: _preview,
    r.NewsAskTime: _ask_time,
    r.NewsAskHour: _ask_hour,
    r.NewsDropped: _dropped,
    r.NewsSubmitted: _submitted,
    r.NewsApproval: _approval,
    r.NewsAskReason: simple("news-ask-reason"),
    r.NewsDecided: _decided,
    r.NewsProgress: _progress,
    r.NewsReport: _report,
    r.NewsList: _list,
    r.NewsTable: _table,
    r.Holds: _holds,
    r.HoldWhere: simple("hold-where"),
    r.HoldWhy: _hold_why,
}
