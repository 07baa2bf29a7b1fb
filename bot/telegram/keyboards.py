"""The keyboard of each notice: a table from kind to the function that lays it out."""

from typing import Final

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.domain import notices as n
from bot.domain.moves import CaseStep, steps
from bot.domain.places import Choice
from bot.domain.reports import Category
from bot.telegram import (
    addressing_keyboards,
    admin_keyboards,
    directory_keyboards,
    figures_keyboards,
    intake_keyboards,
    news_keyboards,
    newsroom_keyboards,
    paper_keyboards,
    registry_keyboards,
    silent_keyboards,
)
from bot.telegram.buttons import Layouts, Markup, button, inline, turning
from bot.telegram.callbacks import (
    CaseAct,
    DraftAct,
    DraftStep,
    Forget,
    Go,
    Language,
    MyPage,
    Page,
    PickCategory,
    PickPlace,
    QueuePage,
    Step,
)
from bot.texts import parts
from bot.texts.place_speech import numbered
from bot.texts.words import LANGUAGES, Words


def keyboard(notice: n.Notice, words: Words) -> Markup | None:
    """What goes under the message; None: nothing."""
    layout = LAYOUTS.get(type(notice))
    return layout(notice, words) if layout else None


def _welcome(_notice: n.Welcome, words: Words) -> Markup:
    other = next(each for each in LANGUAGES if each != words.locale)
    return inline(
        [button(words, "agree", Go(step=Step.AGREE_WITH_NEWS))],
        [button(words, "agree-without-news", Go(step=Step.AGREE_WITHOUT_NEWS))],
        [button(words, "decline", Go(step=Step.DECLINE)), button(words, "other-language", Language(locale=other))],
    )


def _share_location(notice: n.Hushable, words: Words) -> Markup:
    """Not to people in a silent place: a stray tap would put the point into the chat."""
    if notice.hushed:
        return ReplyKeyboardRemove()
    share = KeyboardButton(text=words.plain("button-share-location"), request_location=True)
    hint = words.plain("placeholder-place")
    return ReplyKeyboardMarkup(keyboard=[[share]], resize_keyboard=True, input_field_placeholder=hint)


def _place_choices(notice: n.PlaceChoices, words: Words) -> Markup:
    make = _border_button if notice.why is Choice.BORDER else _place_button
    rows = [[_numbered(number, make(place, words))] for number, place in numbered(notice)]
    turn = turning(notice, words, lambda page: Page(number=page, asked=notice.asked))
    return inline(*rows, turn, [button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _numbered(number: int, made: InlineKeyboardButton) -> InlineKeyboardButton:
    """As in the list above it: a narrow screen cuts a button before it tells two villages apart."""
    return made.model_copy(update={"text": f"{number}. {made.text}"})


def _place_button(place: n.PlaceWords, words: Words, *, around: bool = True) -> InlineKeyboardButton:
    """Type, name, hromada, raion, oblast: two villages of one name must not look alike."""
    name = parts.short_title(words, place)
    label = ", ".join([name, *(parts.around(words, place, short=True) if around else ())])
    return InlineKeyboardButton(text=label, callback_data=PickPlace(katottg=place.katottg).pack())


def _border_button(place: n.PlaceWords, words: Words) -> InlineKeyboardButton:
    name, above = parts.short_title(words, place), parts.around(words, place, short=True)
    label = f"{above[0]}, {name}" if place.hromada and above else name
    return InlineKeyboardButton(text=label, callback_data=PickPlace(katottg=place.katottg).pack())


def _confirm_place(notice: n.ConfirmPlace, words: Words) -> Markup:
    return inline(
        [button(words, "yes", PickPlace(katottg=notice.place.katottg))],
        [button(words, "other-place", Go(step=Step.OTHER_PLACE))],
    )


def _officer_card(notice: n.OfficerCard, words: Words) -> Markup:
    write = [button(words, "write", Go(step=Step.WRITE))] if notice.can_write else []
    districts = [[_place_button(each, words, around=False)] for each in notice.districts]
    return inline(write, *districts, [button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _quiet_place(notice: n.QuietPlace, words: Words) -> Markup:
    write = [button(words, "write", Go(step=Step.WRITE))] if notice.can_write else []
    return inline(write, [button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _other_place(_notice: n.Notice, words: Words) -> Markup:
    return inline([button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _categories(notice: n.AskCategory, words: Words) -> Markup:
    buttons = [
        InlineKeyboardButton(
            text=words.plain(f"category-{each.value}"), callback_data=PickCategory(category=each.value).pack()
        )
        for each in Category
    ]
    pairs = [buttons[index : index + 2] for index in range(0, len(buttons), 2)]
    named = [button(words, "place-named", Go(step=Step.PLACE_NAMED))] if notice.named else []
    other = [button(words, "other-place", Go(step=Step.OTHER_PLACE))] if notice.place else []
    return inline(named, *pairs, [*other, button(words, "cancel", Go(step=Step.DROP))])


def _danger(_notice: n.AskDanger, words: Words) -> Markup:
    return inline(
        [button(words, "danger", Go(step=Step.DANGER))],
        [button(words, "no-danger", Go(step=Step.NO_DANGER))],
        [button(words, "cancel", Go(step=Step.DROP))],
    )


def _emergency(notice: n.EmergencyNumbers, words: Words) -> Markup | None:
    if not notice.asking:
        return None
    return inline([button(words, "can-wait", Go(step=Step.CAN_WAIT))], [button(words, "cancel", Go(step=Step.DROP))])


def _ask_entries(notice: n.AskEntries, words: Words) -> Markup:
    return inline([button(words, "cancel", DraftAct(ref=notice.ref, step=DraftStep.CANCEL))])


def _draft(notice: n.DraftPanel | n.DraftWaits, words: Words) -> Markup:
    """Either leads to the summary; who comes back later is told so."""
    ref, on = notice.ref, "review" if isinstance(notice, n.DraftWaits) else "done"
    return inline(
        [button(words, on, DraftAct(ref=ref, step=DraftStep.DONE))],
        [button(words, "cancel", DraftAct(ref=ref, step=DraftStep.CANCEL))],
    )


def _summary(notice: n.Summary, words: Words) -> Markup:
    ref = notice.ref
    send = [button(words, "send", DraftAct(ref=ref, step=DraftStep.SEND))] if notice.can_write else []
    asks = notice.point is n.PointGoes.ASKED
    point = [button(words, "add-point", DraftAct(ref=ref, step=DraftStep.POINT))] if asks else []
    return inline(
        send,
        point,
        [button(words, "add-more", DraftAct(ref=ref, step=DraftStep.MORE))],
        [button(words, "cancel", DraftAct(ref=ref, step=DraftStep.CANCEL))],
    )


def _report_card(notice: n.ReportCard, words: Words) -> Markup | None:
    offered = steps(notice.status, mine=notice.mine)
    row = [button(words, step.value, CaseAct(ref=notice.ref, step=step)) for step in offered]
    return inline(row) if row else None


def _answer_here(_notice: n.AnswerHere, words: Words) -> Markup:
    return ForceReply(input_field_placeholder=words.plain("placeholder-answer"))


def _queue(notice: n.Queue, words: Words) -> Markup | None:
    buttons = [
        InlineKeyboardButton(
            text=words.plain("button-show", number=str(item.number)),
            callback_data=CaseAct(ref=item.ref, step=CaseStep.SHOW).pack(),
        )
        for item in notice.items
        if item.ref
    ]
    rows = [buttons[index : index + 4] for index in range(0, len(buttons), 4)]
    return inline(*rows, turning(notice, words, lambda page: QueuePage(number=page))) if rows else None


def _my_reports(notice: n.MyReports, words: Words) -> Markup | None:
    turn = turning(notice, words, lambda page: MyPage(number=page))
    return inline(turn) if turn else None


def _languages(_notice: n.AskLanguage, words: Words) -> Markup:
    return inline(
        *(
            [InlineKeyboardButton(text=words.plain(f"language-{each}"), callback_data=Language(locale=each).pack())]
            for each in LANGUAGES
        )
    )


def _forget(notice: n.ConfirmForget, words: Words) -> Markup:
    return inline(
        [button(words, "forget", Forget(agreement=notice.agreement))],
        [button(words, "keep", Go(step=Step.KEEP))],
    )


def _none(_notice: n.Notice, _words: Words) -> Markup:
    return ReplyKeyboardRemove()


LAYOUTS: Final[Layouts] = {
    n.Welcome: _welcome,
    n.AskPlace: _share_location,
    n.PlaceUnknown: _share_location,
    n.AskSettlement: _share_location,
    n.PlaceChoices: _place_choices,
    n.ConfirmPlace: _confirm_place,
    n.OfficerCard: _officer_card,
    n.NobodyHere: _other_place,
    n.NobodyToWrite: _other_place,
    n.QuietPlace: _quiet_place,
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
    n.MyReports: _my_reports,
    n.AskLanguage: _languages,
    n.ConfirmForget: _forget,
    n.StationPin: _none,
    n.PlaceClear: _none,
    n.WithoutConsent: _none,
    n.Forgotten: _none,
    **addressing_keyboards.LAYOUTS,
    **admin_keyboards.LAYOUTS,
    **registry_keyboards.LAYOUTS,
    **directory_keyboards.LAYOUTS,
    **news_keyboards.LAYOUTS,
    **newsroom_keyboards.LAYOUTS,
    **figures_keyboards.LAYOUTS,
    **silent_keyboards.LAYOUTS,
    **intake_keyboards.LAYOUTS,
    **paper_keyboards.LAYOUTS,
}
