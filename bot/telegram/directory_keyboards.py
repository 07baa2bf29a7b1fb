"""Keyboards of the directory: lists, entries, choices."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import registry_notices as r
from bot.domain.clock import shown_day
from bot.domain.people import Role, Visibility
from bot.domain.registry import Kind
from bot.telegram.buttons import Layouts, Markup, Row, button, inline, turning
from bot.telegram.registry_callbacks import (
    BeatPage,
    DirGo,
    DirList,
    DirStep,
    EntryAct,
    EntryPick,
    NewBeatArea,
    mark_of,
)
from bot.texts.directory_speech import area_name
from bot.texts.words import Words


def _home(_notice: r.DirectoryHome, words: Words) -> Markup:
    lists = [[_titled(words.plain(f"registry-kind-{kind.value}"), DirList(kind=kind, page=0))] for kind in Kind]
    new = button(words, "new-beat", DirGo(step=DirStep.NEW_BEAT))
    return inline(*lists, [new, button(words, "whole-file", DirGo(step=DirStep.FILE))])


def _titled(text: str, data: EntryAct | EntryPick | DirList | NewBeatArea) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data.pack())


def _list(notice: r.DirectoryList, words: Words) -> Markup:
    rows = [[_titled(_label(each, notice, words), _target(each, notice.beat))] for each in notice.items]
    turn = turning(notice, words, lambda page: _page(notice, page))
    return inline(*rows, turn, *_below(notice, words))


def _label(entry: r.EntryWords, notice: r.DirectoryList, words: Words) -> str:
    """What was found by a word may be any kind of entry."""
    return entry.name if notice.kind else words.plain("button-found", kind=entry.kind.value, name=entry.name)


def _target(entry: r.EntryWords, beat: int | None) -> EntryAct | EntryPick:
    if beat is None:
        return EntryAct(kind=entry.kind, id=entry.id, act="open")
    act = "station" if entry.kind is Kind.STATIONS else "appoint"
    return EntryPick(kind=Kind.BEATS, id=beat, act=act, choice=str(entry.id))


def _page(notice: r.DirectoryList, page: int) -> DirList:
    return DirList(kind=notice.kind, page=page, beat=notice.beat, mark=mark_of(notice.query))


def _below(notice: r.DirectoryList, words: Words) -> list[Row]:
    """A list one chooses from for a beat offers a new entry, and the way back to the beat."""
    if notice.beat is None:
        return [[button(words, "to-directory", DirGo(step=DirStep.HOME))]]
    beat = notice.beat
    if notice.kind is Kind.OFFICERS:
        return [[button(words, "new-officer", _act(Kind.BEATS, beat, "new-officer"))], _cancel(Kind.BEATS, beat, words)]
    none = EntryPick(kind=Kind.BEATS, id=beat, act="station", choice="0")
    new = button(words, "new-station", _act(Kind.BEATS, beat, "new-station"))
    return [[new, button(words, "no-station", none)], _cancel(Kind.BEATS, beat, words)]


def _act(kind: Kind, id_: int, act: str) -> EntryAct:
    return EntryAct(kind=kind, id=id_, act=act)


def _cancel(kind: Kind, id_: int, words: Words) -> Row:
    """Back to the entry; whatever was asked is over."""
    back = _act(kind, id_, "open") if id_ else DirGo(step=DirStep.HOME)
    return [button(words, "cancel", back)]


def _fields(kind: Kind, id_: int, words: Words, *fields: str) -> list[Row]:
    """Two in a row."""
    made = [_titled(words.plain(f"field-{field}", kind=kind.value), _act(kind, id_, field)) for field in fields]
    return [made[index : index + 2] for index in range(0, len(made), 2)]


def _station(notice: r.StationPanel, words: Words) -> Markup:
    kind, id_ = Kind.STATIONS, notice.id
    return inline(
        *_fields(kind, id_, words, "name", "address", "point", "hours", "phone", "photo"),
        *_fields(kind, id_, words, "address_seen", "phone_seen"),
        [button(words, "retire", _act(kind, id_, "retire"))],
        [button(words, "to-directory", DirGo(step=DirStep.HOME))],
    )


def _officer(notice: r.OfficerPanel, words: Words) -> Markup:
    kind, id_ = Kind.OFFICERS, notice.id
    invite = [button(words, "invite", _act(kind, id_, "invite"))]
    asked = notice.state == "pending" and not notice.own  # nobody confirms oneself
    confirm = [button(words, "confirm", _act(kind, id_, "confirm"))] if asked else []
    if notice.state != "waiting":
        invite.append(button(words, "unbind", _act(kind, id_, "unbind")))
    return inline(
        *_fields(kind, id_, words, "name", "rank", "role", "phone", "photo"),
        *_fields(kind, id_, words, "name_seen", "phone_seen", "photo_seen"),
        confirm,
        invite,
        [button(words, "retire", _act(kind, id_, "retire"))],
        [button(words, "to-directory", DirGo(step=DirStep.HOME))],
    )


def _to_confirm(notice: r.OfficerToConfirm, words: Words) -> Markup:
    confirm = button(words, "confirm", _act(Kind.OFFICERS, notice.id, "confirm"))
    return inline([confirm], [button(words, "not-them", _act(Kind.OFFICERS, notice.id, "unbind"))])


def _beat(notice: r.BeatPanel, words: Words) -> Markup:
    kind, id_ = Kind.BEATS, notice.id
    areas = [button(words, "area-add", _act(kind, id_, "area-add"))]
    if len(notice.areas) > 1:
        areas.append(button(words, "area-remove", _act(kind, id_, "area-remove")))
    posts = [button(words, "appoint", _act(kind, id_, "appoint"))]
    if notice.posts:
        posts.append(button(words, "end-post", _act(kind, id_, "end-post")))
    return inline(
        *_fields(kind, id_, words, "name", "station"),
        areas,
        posts,
        [button(words, "retire", _act(kind, id_, "retire"))],
        [button(words, "to-directory", DirGo(step=DirStep.HOME))],
    )


def _ask_field(notice: r.AskField, words: Words) -> Markup:
    empty = (notice.empties and notice.now) or notice.field == "photo"
    rows = [[button(words, "empty", _act(notice.kind, notice.id, "empty"))]] if empty and notice.id else []
    return inline(*rows, _cancel(notice.kind, notice.id, words))


def _ask_choice(notice: r.AskChoice, words: Words) -> Markup:
    """For a new officer the role is a question of the beat."""
    if notice.field == "role":
        act = "new-role" if notice.kind is Kind.BEATS else "role"
        texts = {each.value: words.plain(f"role-{each.value}") for each in Role}
    else:
        act, texts = notice.field, {each.value: words.plain(f"seen-{each.value}") for each in Visibility}
    rows = [
        [_titled(text, EntryPick(kind=notice.kind, id=notice.id, act=act, choice=value))]
        for value, text in texts.items()
    ]
    return inline(*rows, _cancel(notice.kind, notice.id, words))


def _ask_area(notice: r.AskArea, words: Words) -> Markup:
    act = "no-area" if notice.removing else "area"

    def data(area: r.AreaWords) -> EntryPick | NewBeatArea:
        if not notice.beat:
            return NewBeatArea(katottg=area.katottg)
        return EntryPick(kind=Kind.BEATS, id=notice.beat, act=act, choice=area.katottg)

    def page(number: int) -> BeatPage:
        return BeatPage(beat=notice.beat, act=act, number=number, mark=mark_of(notice.query))

    rows = [[_titled(area_name(area, words), data(area))] for area in notice.areas]
    return inline(*rows, turning(notice, words, page), _cancel(Kind.BEATS, notice.beat, words))


def _ask_post_end(notice: r.AskPostEnd, words: Words) -> Markup:
    rows = [
        [
            _titled(
                f"{each.officer}, {shown_day(each.since)}",
                EntryPick(
                    kind=Kind.BEATS,
                    id=notice.beat,
                    act="end-post",
                    choice=f"{each.officer_id}.{each.since.toordinal()}",
                ),
            )
        ]
        for each in notice.posts
    ]
    turn = turning(notice, words, lambda page: BeatPage(beat=notice.beat, act="end-post", number=page))
    return inline(*rows, turn, _cancel(Kind.BEATS, notice.beat, words))


def _ask_post_day(notice: r.AskPostDay, words: Words) -> Markup:
    today = EntryPick(kind=Kind.BEATS, id=notice.beat, act="today", choice="")
    return inline([button(words, "today", today)], _cancel(Kind.BEATS, notice.beat, words))


def _confirm(notice: r.ConfirmEntry, words: Words) -> Markup:
    really = _act(notice.kind, notice.id, f"{notice.what}-really")
    return inline([button(words, f"{notice.what}-really", really)], _cancel(notice.kind, notice.id, words))


def _to_directory(_notice: object, words: Words) -> Markup:
    return inline([button(words, "to-directory", DirGo(step=DirStep.HOME))])


LAYOUTS: Final[Layouts] = {
    r.DirectoryHome: _home,
    r.DirectoryList: _list,
    r.StationPanel: _station,
    r.OfficerPanel: _officer,
    r.OfficerToConfirm: _to_confirm,
    r.OfficerAdmitted: _to_directory,
    r.BeatPanel: _beat,
    r.AskField: _ask_field,
    r.AskChoice: _ask_choice,
    r.AskArea: _ask_area,
    r.AskPostEnd: _ask_post_end,
    r.AskPostDay: _ask_post_day,
    r.ConfirmEntry: _confirm,
    r.EntryRetired: _to_directory,
    r.OfficerUnbound: _to_directory,
}
