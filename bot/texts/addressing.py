"""Words about where words belong."""

from typing import Final

from bot.domain import addressing_notices as a
from bot.domain.acts.cases import CaseAct, Whose
from bot.domain.acts.people import Go, OwnAct, Step
from bot.domain.addressing import Side
from bot.domain.moves import CaseStep
from bot.domain.notices import QueueItem
from bot.domain.reports import ReportStatus
from bot.texts import parts
from bot.texts.buttons import FOUR, Button, Face, Faces, Offer, Row, button, in_rows, keyboard
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Words


def _which_report(notice: a.WhichReport, words: Words) -> str:
    why = words.html("which-report-why", why=notice.why.value, copied=notice.copied)
    more = words.html("list-more", n=notice.more) if notice.more else ""
    return paragraphs(why, words.html("which-report", officer=yes_no(notice.cases)), more)


def _report_here(notice: a.ReportHere, words: Words) -> str:
    return words.html(
        "report-here",
        number=parts.number(notice, Side.RESIDENT),
        category=words.plain(f"category-{notice.category.value}"),
        place=words.name(notice.place),
        status=words.plain(f"status-{notice.status.value}"),
    )


def _copy_put_back(notice: a.CopyPutBack, words: Words) -> str:
    return words.html("copy-put-back", copied=notice.copied, restored=notice.restored)


def _which_report_offer(notice: a.WhichReport, words: Words) -> Offer:
    """Whoever is both must see in each button who will read the words."""
    rows = [_row(item, "own", Side.RESIDENT, words) for item in notice.own]
    rows += [_row(item, "case", Side.OFFICER, words) for item in notice.cases]
    fresh = [button(words, "new-report", Go(step=Step.NEW_REPORT))] if notice.fresh else []
    return keyboard(*rows, fresh, [button(words, "nowhere", Go(step=Step.NOWHERE))])


def _row(item: QueueItem, whose: str, side: Side, words: Words) -> Row:
    which = "draft" if item.status is ReportStatus.DRAFT else whose
    label = words.plain(
        f"button-which-{which}",
        number=str(item.number),
        category=words.plain(f"category-{item.category.value}"),
        place=words.name(item.place),
    )
    return [Button(label, Whose(ref=item.ref, side=side))]


def _acts_over_offer(notice: a.ActsOver, words: Words) -> Offer:
    """Without a row all buttons go. The ways beside them are the channel's own."""
    numbers = [_opens(each, words) for each in notice.reports]
    return keyboard(*in_rows(numbers, FOUR))


def _opens(report: a.Numbered, words: Words) -> Button:
    own = report.side is Side.RESIDENT
    data = OwnAct(ref=report.ref) if own else CaseAct(ref=report.ref, step=CaseStep.SHOW)
    return Button(words.plain("button-show", number=str(report.number)), data)


FACES: Final[Faces] = {
    a.ActsOver: Face(lambda _notice, _words: "", _acts_over_offer),
    a.WhichReport: Face(_which_report, _which_report_offer),
    a.WordsDropped: Face(simple("words-dropped")),
    a.ReportHere: Face(_report_here),
    a.CopyPutBack: Face(_copy_put_back),
}
