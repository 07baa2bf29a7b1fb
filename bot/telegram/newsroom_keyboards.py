"""Keyboards of announcements: composing, approving, watching, holding oblasts."""

from collections.abc import Sequence
from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import newsroom_notices as r
from bot.domain.broadcasts import Button, Kind, Status
from bot.domain.notices import PlaceWords
from bot.telegram.buttons import Layouts, Markup, Row, button, inline
from bot.telegram.newsroom_callbacks import (
    HoldAct,
    HoldStep,
    NewsAct,
    NewsApprove,
    NewsArea,
    NewsButton,
    NewsKind,
    NewsLanguage,
    NewsStation,
    NewsStep,
    NewsTime,
    NewsWords,
    Picks,
)
from bot.texts import parts
from bot.texts.newsroom_speech import area_name, day_name
from bot.texts.words import LANGUAGES, Words

COUNTRY: Final = "UA"
IN_A_ROW: Final = 4
CHOSEN: Final = "✓ "
AWAY: Final = "✕ "


def _act(words: Words, label: str, number: int, step: NewsStep) -> InlineKeyboardButton:
    return button(words, label, NewsAct(broadcast_id=number, step=step))


def _back(words: Words, number: int, label: str = "news-done") -> Row:
    return [_act(words, label, number, NewsStep.PANEL)]


def _rows(buttons: Sequence[InlineKeyboardButton], wide: int) -> list[Row]:
    return [list(buttons[at : at + wide]) for at in range(0, len(buttons), wide)]


def _kinds(notice: r.NewsKinds, words: Words) -> Markup:
    kinds = [[button(words, f"news-{kind.value}", NewsKind(kind=kind.value))] for kind in Kind]
    drafts = [
        InlineKeyboardButton(
            text=words.plain("button-news-draft", number=str(each)),
            callback_data=NewsAct(broadcast_id=each, step=NewsStep.PANEL).pack(),
        )
        for each in notice.drafts
    ]
    return inline(*kinds, *_rows(drafts, 2))


def _panel(notice: r.NewsPanel, words: Words) -> Markup:
    number = notice.outline.id
    opening = notice.outline.kind is Kind.OPENING
    return inline(
        [
            *([_act(words, "news-stations", number, NewsStep.STATIONS)] if opening else []),
            _act(words, "news-words", number, NewsStep.WORDS),
        ],
        [
            _act(words, "news-media", number, NewsStep.MEDIA),
            *([_act(words, "news-button", number, NewsStep.BUTTON)] if opening else []),
        ],
        [_act(words, "news-audience", number, NewsStep.AUDIENCE)],
        *(() if notice.missing else _ready(words, number)),
        [_act(words, "news-drop", number, NewsStep.DROP)],
    )


def _ready(words: Words, number: int) -> tuple[Row, ...]:
    return (
        [_act(words, "news-preview", number, NewsStep.PREVIEW), _act(words, "news-trial", number, NewsStep.TRIAL)],
        [_act(words, "news-when", number, NewsStep.WHEN)],
    )


def _stations(notice: r.NewsStations, words: Words) -> Markup:
    number, page = notice.broadcast_id, notice.page

    def pick(label: str, how: Picks, to: int = page) -> InlineKeyboardButton:
        return button(words, label, NewsStation(broadcast_id=number, how=how, page=to))

    listed = [[_station(notice, each)] for each in notice.items]
    turn = [pick("previous", Picks.PAGE, page - 1)] if page > 0 else []
    turn += [pick("next", Picks.PAGE, page + 1)] if page + 1 < notice.pages else []
    everything = InlineKeyboardButton(
        text=words.plain("button-news-all", n=notice.total),
        callback_data=NewsStation(broadcast_id=number, how=Picks.ALL, page=page).pack(),
    )
    some = [pick("news-week", Picks.WEEK), pick("news-month", Picks.MONTH)] if notice.total else []
    rest = [everything, *([pick("news-none", Picks.NONE)] if notice.chosen else [])] if notice.total else []
    return inline(*listed, turn, some, rest, _back(words, number))


def _station(notice: r.NewsStations, item: r.StationItem) -> InlineKeyboardButton:
    data = NewsStation(broadcast_id=notice.broadcast_id, how=Picks.ONE, page=notice.page, value=item.id)
    return InlineKeyboardButton(text=(CHOSEN if item.chosen else "") + item.name, callback_data=data.pack())


def _ask_words(notice: r.NewsAskWords, words: Words) -> Markup:
    number = notice.broadcast_id
    ready = NewsWords(broadcast_id=number, language=notice.language, ready=True)
    others = [_in_language(words, number, each) for each in LANGUAGES if each != notice.language]
    return inline([button(words, "news-ready", ready)] if notice.ready else [], others, _back(words, number))


def _in_language(words: Words, number: int, language: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=words.plain("button-news-in", language=words.plain(f"news-language-{language}")),
        callback_data=NewsWords(broadcast_id=number, language=language).pack(),
    )


def _ask_media(notice: r.NewsAskMedia, words: Words) -> Markup:
    number = notice.broadcast_id
    none = [_act(words, "news-no-media", number, NewsStep.NO_MEDIA)] if notice.count else []
    return inline(none, _back(words, number))


def _ask_button(notice: r.NewsAskButton, words: Words) -> Markup:
    number = notice.broadcast_id
    options = [
        [button(words, f"news-{each.value}", NewsButton(broadcast_id=number, button=each.value))] for each in Button
    ]
    none = button(words, "news-no-button", NewsButton(broadcast_id=number, button=""))
    return inline(*options, [none], _back(words, number, "news-back"))


def _ask_audience(notice: r.NewsAskAudience, words: Words) -> Markup:
    number = notice.broadcast_id
    options = [[_option(words, number, each)] for each in notice.options]
    if options:
        return inline(*options, _back(words, number, "news-back"))
    chosen = [] if notice.by_stations else [[_chosen(words, number, each)] for each in notice.areas]
    return inline(*chosen, *_wide(notice, words), _tongues(notice, words), _back(words, number))


def _wide(notice: r.NewsAskAudience, words: Words) -> list[Row]:
    number = notice.broadcast_id
    beats = [_act(words, "news-beats", number, NewsStep.BEATS)] if notice.beats and not notice.by_stations else []
    whole = button(words, "news-country", NewsArea(broadcast_id=number, code=COUNTRY, chosen=True))
    return [beats, [whole] if notice.country else []]


def _option(words: Words, number: int, place: PlaceWords) -> InlineKeyboardButton:
    name = words.plain(f"place-short-{place.category}", name=words.name(place.name))
    label = ", ".join([name, *parts.around(words, place, short=True)])
    data = NewsArea(broadcast_id=number, code=place.katottg, chosen=True)
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def _chosen(words: Words, number: int, area: r.AreaWords) -> InlineKeyboardButton:
    data = NewsArea(broadcast_id=number, code=area.code, chosen=False)
    return InlineKeyboardButton(text=AWAY + area_name(words, area), callback_data=data.pack())


def _tongues(notice: r.NewsAskAudience, words: Words) -> Row:
    return [
        InlineKeyboardButton(
            text=(CHOSEN if each in notice.languages or not notice.languages else "") + words.plain(f"language-{each}"),
            callback_data=NewsLanguage(broadcast_id=notice.broadcast_id, language=each).pack(),
        )
        for each in LANGUAGES
    ]


def _ask_time(notice: r.NewsAskTime, words: Words) -> Markup:
    number = notice.broadcast_id
    days = [
        InlineKeyboardButton(
            text=day_name(words, day), callback_data=NewsTime(broadcast_id=number, day=day.isoformat()).pack()
        )
        for day in notice.days
    ]
    now = [_act(words, "news-now", number, NewsStep.NOW)]
    return inline(now, *_rows(days, IN_A_ROW), _back(words, number, "news-back"))


def _ask_hour(notice: r.NewsAskHour, words: Words) -> Markup:
    number, day = notice.broadcast_id, notice.day.isoformat()
    hours = [
        InlineKeyboardButton(
            text=f"{hour:02}:00", callback_data=NewsTime(broadcast_id=number, day=day, hour=hour).pack()
        )
        for hour in notice.hours
    ]
    return inline(*_rows(hours, IN_A_ROW), [_act(words, "news-back", number, NewsStep.WHEN)])


def _submitted(notice: r.NewsSubmitted, words: Words) -> Markup | None:
    number = notice.broadcast_id
    if not notice.approval or notice.status is not Status.WAITING:
        return None
    back = _act(words, "news-withdraw", number, NewsStep.WITHDRAW)
    return inline([back], [_act(words, "news-drop", number, NewsStep.DROP)])


def _approval(notice: r.NewsApproval, words: Words) -> Markup | None:
    number = notice.outline.id
    if notice.outline.status is not Status.WAITING:
        return None
    approve = button(words, "news-approve", NewsApprove(broadcast_id=number, seen=notice.seen))
    return inline([approve, _act(words, "news-reject", number, NewsStep.REJECT)])


def _ask_reason(notice: r.NewsAskReason, words: Words) -> Markup:
    return inline([_act(words, "news-no-reason", notice.broadcast_id, NewsStep.NO_REASON)])


def _decided(notice: r.NewsDecided, words: Words) -> Markup | None:
    return (
        None
        if notice.approved or notice.own
        else inline([_act(words, "news-open", notice.broadcast_id, NewsStep.PANEL)])
    )


PROGRESS_STEPS: Final = {
    Status.SCHEDULED: (("news-cancel", NewsStep.CANCEL),),
    Status.RUNNING: (("news-pause", NewsStep.PAUSE), ("news-cancel", NewsStep.CANCEL)),
    Status.PAUSED: (("news-resume", NewsStep.RESUME), ("news-cancel", NewsStep.CANCEL)),
}


def _progress(notice: r.NewsProgress, words: Words) -> Markup | None:
    steps = PROGRESS_STEPS.get(notice.progress.status, ())
    return inline([_act(words, label, notice.broadcast_id, step) for label, step in steps]) if steps else None


def _report(notice: r.NewsReport, words: Words) -> Markup:
    number, end = notice.broadcast_id, notice.progress
    again = end.status is Status.DONE and end.failed
    return inline(
        [_act(words, "news-retry", number, NewsStep.RETRY)] if again else [],
        [_act(words, "news-table", number, NewsStep.TABLE)],
    )


def _list(notice: r.NewsList, words: Words) -> Markup | None:
    buttons = [
        InlineKeyboardButton(
            text=words.plain("button-news-show", number=str(each.id)),
            callback_data=NewsAct(broadcast_id=each.id, step=NewsStep.SHOW).pack(),
        )
        for each in notice.items
    ]
    return inline(*_rows(buttons, IN_A_ROW)) if buttons else None


def _holds(notice: r.Holds, words: Words) -> Markup:
    release = [
        [
            InlineKeyboardButton(
                text=words.plain("button-hold-release", oblast=parts.oblast(words, each.oblast)),
                callback_data=HoldAct(step=HoldStep.RELEASE, code=each.oblast.katottg).pack(),
            )
        ]
        for each in notice.items
        if each.oblast.katottg in notice.mine
    ]
    return inline(*release, [button(words, "hold-add", HoldAct(step=HoldStep.WHERE))])


def _hold_where(notice: r.HoldWhere, words: Words) -> Markup:
    buttons = [
        InlineKeyboardButton(
            text=parts.oblast(words, each, short=True),
            callback_data=HoldAct(step=HoldStep.WHY, code=each.katottg).pack(),
        )
        for each in notice.oblasts
    ]
    return inline(*_rows(buttons, 2), [button(words, "news-back", HoldAct(step=HoldStep.LIST))])


def _hold_why(notice: r.HoldWhy, words: Words) -> Markup | None:
    back = [button(words, "news-back", HoldAct(step=HoldStep.LIST))]
    if notice.words:
        return inline(back)
    steps = (HoldStep.ALERT, HoldStep.POWER, HoldStep.WORDS)
    return inline(
        *([button(words, f"hold-{step.value}", HoldAct(step=step, code=notice.oblast.katottg))] for step in steps),
        back,
    )


LAYOUTS: Final[Layouts] = {
    r.NewsKinds: _kinds,
    r.NewsPanel: _panel,
    r.NewsStations: _stations,
    r.NewsAskWords: _ask_words,
    r.NewsAskMedia: _ask_media,
    r.NewsAskButton: _ask_button,
    r.NewsAskAudience: _ask_audience,
    r.NewsAskTime: _ask_time,
    r.NewsAskHour: _ask_hour,
    r.NewsSubmitted: _submitted,
    r.NewsApproval: _approval,
    r.NewsAskReason: _ask_reason,
    r.NewsDecided: _decided,
    r.NewsProgress: _progress,
    r.NewsReport: _report,
    r.NewsList: _list,
    r.Holds: _holds,
    r.HoldWhere: _hold_where,
    r.HoldWhy: _hold_why,
}
