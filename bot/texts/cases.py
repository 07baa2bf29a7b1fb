"""Words of reports to officers."""

from typing import Final

from bot.domain import notices as n
from bot.domain.acts.cases import CaseAct, QueuePage
from bot.domain.addressing import Side
from bot.domain.moves import CaseStep, steps
from bot.domain.reports import OFFENCES
from bot.texts import parts
from bot.texts.aid import numbers_shown
from bot.texts.buttons import AnswerField, Button, Face, Faces, Offer, button, keyboard, turning
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Words


def _confirmed(notice: n.OfficerConfirmed, words: Words) -> str:
    return words.html("officer-joined", name=notice.name, already="no")


def _elsewhere(notice: n.OfficerElsewhere, words: Words) -> str:
    return words.html("officer-elsewhere", name=notice.name)


def _cut_off(notice: n.OfficerCutOff, words: Words) -> str:
    return words.html("account-cut-off", name=notice.name)


def _card_erased(notice: n.CardErased, words: Words) -> str:
    return words.html("card-erased", number=parts.number(notice, Side.OFFICER))


def _officer_joined(notice: n.OfficerJoined, words: Words) -> str:
    if notice.pending:
        return words.html("officer-pending", name=notice.name)
    return words.html("officer-joined", name=notice.name, already=yes_no(notice.already))


def _report_card(notice: n.ReportCard, words: Words) -> str:
    point = ""
    if notice.lat is not None and notice.lon is not None:
        point = words.html("report-card-point", lat=f"{notice.lat:.5f}", lon=f"{notice.lon:.5f}")
    card = words.html(
        "report-card",
        number=parts.number(notice, Side.OFFICER),
        status=notice.status.value,
        mine=yes_no(notice.mine),
        owner=_owner(notice, words),
        category=words.plain(f"category-{notice.category.value}"),
        title=parts.title(words, notice.place),
        around=parts.around_text(words, notice.place),
        point=point,
        entries=notice.entries,
        since=parts.moment(notice.since),
    )
    first = words.html("report-card-first") if notice.first_report else ""
    offence = words.html("report-card-offence") if notice.category in OFFENCES else ""
    return paragraphs(card, _danger(notice, words), first, offence)


def _danger(notice: n.ReportCard, words: Words) -> str:
    """What the words tell or the resident said, and what they were shown."""
    kinds = ", ".join(words.plain(f"danger-{kind.value}") for kind in notice.dangers)
    said = words.html("report-card-danger", kinds=kinds, child=yes_no(notice.by_child)) if kinds else ""
    declared = words.html("report-card-declared") if notice.danger_declared else ""
    if not said and not declared:
        return ""
    numbers = numbers_shown(notice.dangers, words, declared=notice.danger_declared, child=notice.by_child)
    shown = words.html("report-card-shown", hushed=yes_no(notice.aid_hushed), numbers=", ".join(numbers))
    return parts.lines((said, declared, shown))


def _owner(notice: n.ReportCard, words: Words) -> str:
    """With the phone, where colleagues may know it."""
    named = notice.owner or words.plain("report-card-colleague")
    return f"{named}, {notice.owner_phone}" if notice.owner_phone else named


def _answer_here(notice: n.AnswerHere, words: Words) -> str:
    return words.html("answer-here", number=parts.number(notice, Side.OFFICER))


def _answer_passed(notice: n.AnswerPassed, words: Words) -> str:
    return words.html("answer-passed", number=parts.number(notice, Side.OFFICER))


def _queue(notice: n.Queue, words: Words) -> str:
    listed = (
        words.html(
            "queue-line",
            number=parts.number(item, Side.OFFICER),
            category=words.plain(f"category-{item.category.value}"),
            place=words.name(item.place),
            since=parts.moment(item.since),
            status=item.status.value,
        )
        for item in notice.items
    )
    return paragraphs(
        words.html("queue", count=notice.total or len(notice.items)),
        parts.lines(listed),
        parts.page_line(notice, words),
    )


def _not_delivered(notice: n.NotDelivered, words: Words) -> str:
    return words.html("not-delivered", number=parts.number(notice, Side.OFFICER), gone=yes_no(notice.gone))


def _report_card_offer(notice: n.ReportCard, words: Words) -> Offer | None:
    offered = steps(notice.status, mine=notice.mine)
    row = [button(words, step.value, CaseAct(ref=notice.ref, step=step)) for step in offered]
    return keyboard(row) if row else None


def _answer_here_offer(_notice: n.AnswerHere, words: Words) -> Offer:
    return AnswerField(words.plain("placeholder-answer"))


def _queue_offer(notice: n.Queue, words: Words) -> Offer | None:
    buttons = [
        Button(words.plain("button-show", number=str(item.number)), CaseAct(ref=item.ref, step=CaseStep.SHOW))
        for item in notice.items
        if item.ref
    ]
    rows = [buttons[index : index + 4] for index in range(0, len(buttons), 4)]
    return keyboard(*rows, turning(notice, words, lambda page: QueuePage(number=page))) if rows else None


FACES: Final[Faces] = {
    n.OfficerJoined: Face(_officer_joined),
    n.OfficerConfirmed: Face(_confirmed),
    n.OfficerElsewhere: Face(_elsewhere),
    n.OfficerCutOff: Face(_cut_off),
    n.NotOfficers: Face(simple("not-officers")),
    n.CardErased: Face(_card_erased),
    n.ReportCard: Face(_report_card, _report_card_offer),
    n.AnswerHere: Face(_answer_here, _answer_here_offer),
    n.AnswerPassed: Face(_answer_passed),
    n.AnswerHow: Face(simple("answer-how")),
    n.Queue: Face(_queue, _queue_offer),
    n.NotDelivered: Face(_not_delivered),
}
