"""Words of a report to its resident, from the first question to the officer's answers."""

from typing import Final

from bot.domain import notices as n
from bot.domain.acts.people import DraftAct, DraftStep, Go, MyPage, PickCategory, Step
from bot.domain.addressing import Side
from bot.domain.people import Role
from bot.domain.reports import Category, EntryKind
from bot.texts import parts
from bot.texts.buttons import Button, Face, Faces, Offer, button, keyboard, turning
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Words


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


def _categories_offer(notice: n.AskCategory, words: Words) -> Offer:
    buttons = [Button(words.plain(f"category-{each.value}"), PickCategory(category=each)) for each in Category]
    pairs = [buttons[index : index + 2] for index in range(0, len(buttons), 2)]
    named = [button(words, "place-named", Go(step=Step.PLACE_NAMED))] if notice.named else []
    other = [button(words, "other-place", Go(step=Step.OTHER_PLACE))] if notice.place else []
    return keyboard(named, *pairs, [*other, button(words, "cancel", Go(step=Step.DROP))])


def _danger_offer(_notice: n.AskDanger, words: Words) -> Offer:
    return keyboard(
        [button(words, "danger", Go(step=Step.DANGER))],
        [button(words, "no-danger", Go(step=Step.NO_DANGER))],
        [button(words, "cancel", Go(step=Step.DROP))],
    )


def _ask_entries_offer(notice: n.AskEntries, words: Words) -> Offer:
    return keyboard([button(words, "cancel", DraftAct(ref=notice.ref, step=DraftStep.CANCEL))])


def _draft_offer(notice: n.DraftPanel | n.DraftWaits, words: Words) -> Offer:
    """Either leads to the summary; who comes back later is told so."""
    ref, on = notice.ref, "review" if isinstance(notice, n.DraftWaits) else "done"
    return keyboard(
        [button(words, on, DraftAct(ref=ref, step=DraftStep.DONE))],
        [button(words, "cancel", DraftAct(ref=ref, step=DraftStep.CANCEL))],
    )


def _summary_offer(notice: n.Summary, words: Words) -> Offer:
    ref = notice.ref
    send = [button(words, "send", DraftAct(ref=ref, step=DraftStep.SEND))] if notice.can_write else []
    asks = notice.point is n.PointGoes.ASKED
    point = [button(words, "add-point", DraftAct(ref=ref, step=DraftStep.POINT))] if asks else []
    return keyboard(
        send,
        point,
        [button(words, "add-more", DraftAct(ref=ref, step=DraftStep.MORE))],
        [button(words, "cancel", DraftAct(ref=ref, step=DraftStep.CANCEL))],
    )


def _my_reports_offer(notice: n.MyReports, words: Words) -> Offer | None:
    turn = turning(notice, words, lambda page: MyPage(number=page))
    return keyboard(turn) if turn else None


FACES: Final[Faces] = {
    n.AskCategory: Face(_ask_category, _categories_offer),
    n.AskDanger: Face(_ask_danger, _danger_offer),
    n.AskEntries: Face(_ask_entries, _ask_entries_offer),
    n.DraftPanel: Face(_draft_panel, _draft_offer),
    n.Summary: Face(_summary, _summary_offer),
    n.DraftDropped: Face(simple("draft-dropped")),
    n.DraftWaits: Face(simple("draft-waits"), _draft_offer),
    n.ReportKept: Face(_report_kept),
    n.EntryAdded: Face(_entry_added),
    n.ReportMoved: Face(_report_moved),
    n.OfficerBack: Face(_officer_back),
    n.ReportUnread: Face(_report_unread),
    n.MyReports: Face(_my_reports, _my_reports_offer),
    n.EntryLost: Face(_entry_lost),
    n.Relayed: Face(relayed),
}
