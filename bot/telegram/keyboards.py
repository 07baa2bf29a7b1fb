"""The keyboard of each notice: a table from kind to the function that lays it out."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.domain import notices as n
from bot.domain.reports import Category, Status
from bot.telegram.callbacks import (
    CaseAct,
    CaseStep,
    DraftAct,
    DraftStep,
    Go,
    Language,
    Page,
    PickCategory,
    PickPlace,
    Step,
)
from bot.texts import parts
from bot.texts.words import LANGUAGES, Words

Markup: TypeAlias = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
Row: TypeAlias = list[InlineKeyboardButton]


def keyboard(notice: n.Notice, words: Words) -> Markup | None:
    """What goes under the message; None: nothing."""
    layout = LAYOUTS.get(type(notice))
    return layout(notice, words) if layout else None


def _button(words: Words, label: str, data: Any) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=words.plain(f"button-{label}"), callback_data=data.pack())


def _inline(*rows: Row) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])


def _welcome(_notice: n.Welcome, words: Words) -> Markup:
    other = next(each for each in LANGUAGES if each != words.locale)
    return _inline(
        [_button(words, "agree", Go(step=Step.AGREE)), _button(words, "decline", Go(step=Step.DECLINE))],
        [_button(words, "other-language", Language(locale=other))],
    )


def _share_location(_notice: n.Notice, words: Words) -> Markup:
    share = KeyboardButton(text=words.plain("button-share-location"), request_location=True)
    hint = words.plain("placeholder-place")
    return ReplyKeyboardMarkup(keyboard=[[share]], resize_keyboard=True, input_field_placeholder=hint)


def _place_choices(notice: n.PlaceChoices, words: Words) -> Markup:
    button = _border_button if notice.border else _place_button
    rows = [[button(place, words)] for place in notice.options]
    turn: Row = []
    if notice.page > 0:
        turn.append(_button(words, "previous", Page(number=notice.page - 1, asked=notice.asked)))
    if notice.page + 1 < notice.pages:
        turn.append(_button(words, "next", Page(number=notice.page + 1, asked=notice.asked)))
    return _inline(*rows, turn, [_button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _place_button(place: n.PlaceWords, words: Words, *, around: bool = True) -> InlineKeyboardButton:
    """Type, name, hromada, raion, oblast: two villages of one name must not look alike."""
    name = words.plain(f"place-short-{place.category}", name=words.name(place.name))
    label = ", ".join([name, *(parts.around(words, place, short=True) if around else ())])
    return InlineKeyboardButton(text=label, callback_data=PickPlace(katottg=place.katottg).pack())


def _border_button(place: n.PlaceWords, words: Words) -> InlineKeyboardButton:
    label = "".join(parts.hromada_first(words, place, short=True))
    return InlineKeyboardButton(text=label, callback_data=PickPlace(katottg=place.katottg).pack())


def _confirm_place(notice: n.ConfirmPlace, words: Words) -> Markup:
    return _inline(
        [_button(words, "yes", PickPlace(katottg=notice.place.katottg))],
        [_button(words, "other-place", Go(step=Step.OTHER_PLACE))],
    )


def _officer_card(notice: n.OfficerCard, words: Words) -> Markup:
    write = [_button(words, "write", Go(step=Step.WRITE))] if notice.can_write else []
    districts = [[_place_button(each, words, around=False)] for each in notice.districts]
    return _inline(write, *districts, [_button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _other_place(_notice: n.Notice, words: Words) -> Markup:
    return _inline([_button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _categories(_notice: n.AskCategory, words: Words) -> Markup:
    buttons = [
        InlineKeyboardButton(
            text=words.plain(f"category-{each.value}"), callback_data=PickCategory(category=each.value).pack()
        )
        for each in Category
    ]
    pairs = [buttons[index : index + 2] for index in range(0, len(buttons), 2)]
    return _inline(*pairs, [_button(words, "cancel", Go(step=Step.DROP))])


def _danger(_notice: n.AskDanger, words: Words) -> Markup:
    return _inline(
        [_button(words, "danger", Go(step=Step.DANGER))],
        [_button(words, "no-danger", Go(step=Step.NO_DANGER))],
        [_button(words, "cancel", Go(step=Step.DROP))],
    )


def _emergency(notice: n.EmergencyNumbers, words: Words) -> Markup | None:
    if not notice.asking:
        return None
    return _inline([_button(words, "can-wait", Go(step=Step.CAN_WAIT))], [_button(words, "cancel", Go(step=Step.DROP))])


def _ask_entries(notice: n.AskEntries, words: Words) -> Markup:
    return _inline([_button(words, "cancel", DraftAct(report_id=notice.report_id, step=DraftStep.CANCEL))])


def _draft(notice: n.DraftPanel | n.DraftWaits, words: Words) -> Markup:
    number = notice.report_id
    return _inline(
        [_button(words, "done", DraftAct(report_id=number, step=DraftStep.DONE))],
        [_button(words, "cancel", DraftAct(report_id=number, step=DraftStep.CANCEL))],
    )


def _summary(notice: n.Summary, words: Words) -> Markup:
    number = notice.report_id
    return _inline(
        [_button(words, "send", DraftAct(report_id=number, step=DraftStep.SEND))],
        [_button(words, "add-more", DraftAct(report_id=number, step=DraftStep.MORE))],
        [_button(words, "cancel", DraftAct(report_id=number, step=DraftStep.CANCEL))],
    )


def _report_card(notice: n.ReportCard, words: Words) -> Markup | None:
    number = notice.number
    accept = _button(words, "accept", CaseAct(report_id=number, step=CaseStep.ACCEPT))
    reply = _button(words, "reply", CaseAct(report_id=number, step=CaseStep.REPLY))
    resolve = _button(words, "resolve", CaseAct(report_id=number, step=CaseStep.RESOLVE))
    rows = {
        (Status.NEW, False): [[accept, reply]],
        (Status.ACCEPTED, True): [[reply, resolve]],
        (Status.RESOLVED, True): [[reply]],
    }
    found = rows.get((notice.status, notice.mine))
    return _inline(*found) if found else None


def _answer_here(_notice: n.AnswerHere, words: Words) -> Markup:
    return ForceReply(input_field_placeholder=words.plain("placeholder-answer"))


def _queue(notice: n.Queue, words: Words) -> Markup | None:
    buttons = [
        InlineKeyboardButton(
            text=words.plain("button-show", number=str(item.number)),
            callback_data=CaseAct(report_id=item.number, step=CaseStep.SHOW).pack(),
        )
        for item in notice.items
    ]
    rows = [buttons[index : index + 4] for index in range(0, len(buttons), 4)]
    return _inline(*rows) if rows else None


def _languages(_notice: n.AskLanguage, words: Words) -> Markup:
    return _inline(
        *(
            [InlineKeyboardButton(text=words.plain(f"language-{each}"), callback_data=Language(locale=each).pack())]
            for each in LANGUAGES
        )
    )


def _forget(_notice: n.ConfirmForget, words: Words) -> Markup:
    return _inline(
        [_button(words, "forget", Go(step=Step.FORGET))],
        [_button(words, "keep", Go(step=Step.KEEP))],
    )


def _none(_notice: n.Notice, _words: Words) -> Markup:
    return ReplyKeyboardRemove()


LAYOUTS: Final[dict[type[n.Notice], Callable[[Any, Words], Markup | None]]] = {
    n.Welcome: _welcome,
    n.AskPlace: _share_location,
    n.PlaceUnknown: _share_location,
    n.AskSettlement: _share_location,
    n.PlaceChoices: _place_choices,
    n.ConfirmPlace: _confirm_place,
    n.OfficerCard: _officer_card,
    n.NobodyHere: _other_place,
    n.AskCategory: _categories,
    n.AskDanger: _danger,
    n.EmergencyNumbers: _emergency,
    n.AskEntries: _ask_entries,
    n.DraftPanel: _draft,
    n.DraftWaits: _draft,
    n.Summary: _summary,
    n.ReportCard: _report_card,
    n.AnswerHere: _answer_here,
    n.Queue: _queue,
    n.AskLanguage: _languages,
    n.ConfirmForget: _forget,
    n.StationPin: _none,
    n.WithoutConsent: _none,
    n.Forgotten: _none,
}
