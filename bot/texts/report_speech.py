"""Words of a report to its resident, from the first question to the officer's answers."""

from typing import Final

from bot.domain import notices as n
from bot.domain.addressing import Side
from bot.domain.people import Role
from bot.domain.reports import EntryKind
from bot.texts import parts
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Speech, Words


def _ask_category(notice: n.AskCategory, words: Words) -> str:
    place = notice.place
    return paragraphs(
        words.html("ask-category-kept") if notice.kept else "",
        words.html("ask-category"),
        words.html("ask-category-place", title=parts.title(words, place), around=parts.around_text(words, place))
        if place
        else "",
    )


def _ask_danger(notice: n.AskDanger, words: Words) -> str:
    """The question comes first: it is what matters."""
    registered = words.html("ask-danger-offence") if notice.offence and not notice.hushed else ""
    question = words.html("ask-danger", hushed=yes_no(notice.hushed))
    return paragraphs(question, words.html("ask-category-kept") if notice.kept else "", registered)


def _ask_entries(notice: n.AskEntries, words: Words) -> str:
    """Who threatens may live with them; where 102 and 112 are not named, no other number is either."""
    call = "" if notice.hushed else words.html("watched-phone-call")
    watched = parts.lines((words.html("watched-phone"), call)) if notice.watched else ""
    return paragraphs(words.html("ask-entries", locations=yes_no(notice.locations)), watched)


def _draft_panel(notice: n.DraftPanel, words: Words) -> str:
    return words.html("draft-panel", entries=notice.entries)


def _summary(notice: n.Summary, words: Words) -> str:
    files = any(kind == EntryKind.DOCUMENT for kind, _ in notice.counts)
    point = words.html(f"summary-point-{notice.point.value}") if notice.point is not n.PointGoes.NO else ""
    return paragraphs(_checked(notice, words), point, words.html("file-tells") if files else "")


def _checked(notice: n.Summary, words: Words) -> str:
    return words.html(
        "summary",
        category=words.plain(f"category-{notice.category.value}"),
        title=parts.title(words, notice.place),
        around=parts.around_text(words, notice.place),
        counts=", ".join(words.plain(f"entries-{kind}", n=count) for kind, count in notice.counts),
        can_write="unnamed" if notice.can_write and not notice.officers else yes_no(notice.can_write),
        officers=parts.officer_names(words, notice.officers),
    )


def _report_kept(notice: n.ReportKept, words: Words) -> str:
    return words.html(
        "report-kept",
        number=parts.number(notice, Side.RESIDENT),
        named=yes_no(notice.officers),
        officers=parts.officer_names(words, notice.officers),
    )


def _entry_added(notice: n.EntryAdded, words: Words) -> str:
    number = parts.number(notice, Side.RESIDENT)
    added = words.html("entry-added", number=number, unheard=yes_no(notice.unheard))
    return paragraphs(added, words.html("file-tells") if notice.file else "")


def _report_moved(notice: n.ReportMoved, words: Words) -> str:
    officer = parts.officer_name(words, notice.officer) if notice.officer else words.plain("quiet-officer")
    return words.html(
        f"report-moved-{notice.status.value}",
        number=parts.number(notice, Side.RESIDENT),
        officer=officer,
        named=yes_no(notice.officer),
    )


def _officer_back(notice: n.OfficerBack, words: Words) -> str:
    officer = parts.officer_name(words, notice.officer) if notice.officer else words.plain("quiet-officer")
    return words.html("officer-back", number=parts.number(notice, Side.RESIDENT), officer=officer)


def _report_unread(notice: n.ReportUnread, words: Words) -> str:
    return words.html("report-unread", number=parts.number(notice, Side.RESIDENT))


def _my_reports(notice: n.MyReports, words: Words) -> str:
    if not notice.items:
        return words.html("my-reports-none")
    listed = (
        words.html(
            "my-reports-line",
            number=parts.number(item, Side.RESIDENT),
            category=words.plain(f"category-{item.category.value}"),
            status=words.plain(f"status-{item.status.value}"),
        )
        for item in notice.items
    )
    return paragraphs(words.html("my-reports"), parts.lines(listed), parts.page_line(notice, words))


def _entry_lost(notice: n.EntryLost, words: Words) -> str:
    return words.html("entry-lost", number=parts.number(notice, Side.RESIDENT))


def relayed(notice: n.Relayed, words: Words) -> str:
    """The line above what somebody wrote: whose it is."""
    number = str(notice.number)
    if notice.unnamed:
        return words.plain("quiet-sender", number=number)
    if (sender := notice.sender) is None:
        return words.plain("relayed-resident", number=number)
    name = parts.officer_name(words, sender) if sender.name else ""
    role = "" if name and sender.role is Role.DUTY else words.plain(f"role-short-{sender.role.value}")
    return words.plain("relayed-sender", role=" ".join((role, name)).strip(), number=number)


SPEECH: Final[Speech] = {
    n.AskCategory: _ask_category,
    n.AskDanger: _ask_danger,
    n.AskEntries: _ask_entries,
    n.DraftPanel: _draft_panel,
    n.Summary: _summary,
    n.DraftDropped: simple("draft-dropped"),
    n.DraftWaits: simple("draft-waits"),
    n.ReportKept: _report_kept,
    n.EntryAdded: _entry_added,
    n.ReportMoved: _report_moved,
    n.OfficerBack: _officer_back,
    n.ReportUnread: _report_unread,
    n.MyReports: _my_reports,
    n.EntryLost: _entry_lost,
    n.Relayed: relayed,
}
