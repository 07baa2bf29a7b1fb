"""The directory as lists: what there is, what was found, what to choose from for a beat."""

from typing import Final

from bot.domain import registry_notices as r
from bot.domain.acts.base import mark_of
from bot.domain.acts.directory import DirGo, DirList, DirStep, EntryAct, EntryStep, PickBeatOfficer, PickBeatStation
from bot.domain.registry import DirectoryKind
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, keyboard, turning
from bot.texts.directory.steps import act_on, cancel, to_directory
from bot.texts.parts import lines, page_line, paragraphs, yes_no
from bot.texts.words import Words


def _home(notice: r.DirectoryHome, words: Words) -> str:
    return words.html("directory-home", stations=notice.stations, officers=notice.officers, beats=notice.beats)


def _home_offer(_notice: r.DirectoryHome, words: Words) -> Offer:
    lists = [[Button(words.plain(f"registry-kind-{kind.value}"), DirList(kind=kind, page=0))] for kind in DirectoryKind]
    new = button(words, "new-beat", DirGo(step=DirStep.NEW_BEAT))
    return keyboard(*lists, [new, button(words, "whole-file", DirGo(step=DirStep.FILE))])


def _list(notice: r.DirectoryList, words: Words) -> str:
    kind = notice.kind.value if notice.kind else "all"
    giving = yes_no(notice.beat)
    head = words.html("directory-list", kind=kind, query=notice.query or "none", giving=giving, n=notice.total)
    first = notice.page * len(notice.items) if notice.page + 1 < notice.pages else notice.total - len(notice.items)
    listed = (
        words.html("directory-list-line", number=str(first + place), name=each.name, code=each.code)
        for place, each in enumerate(notice.items, start=1)
    )
    return paragraphs(head, lines(listed), page_line(notice, words))


def _list_offer(notice: r.DirectoryList, words: Words) -> Offer:
    rows = [[Button(_label(each, notice, words), _target(each, notice.beat))] for each in notice.items]
    turn = turning(notice, words, lambda page: _page(notice, page))
    return keyboard(*rows, turn, *_below(notice, words))


def _label(entry: r.EntryWords, notice: r.DirectoryList, words: Words) -> str:
    """What was found by a word may be any kind of entry."""
    return entry.name if notice.kind else words.plain("button-found", kind=entry.kind.value, name=entry.name)


def _target(entry: r.EntryWords, beat: int | None) -> EntryAct | PickBeatStation | PickBeatOfficer:
    if beat is None:
        return EntryAct(kind=entry.kind, id=entry.id, step=EntryStep.OPEN)
    if entry.kind is DirectoryKind.STATIONS:
        return PickBeatStation(beat=beat, station=entry.id)
    return PickBeatOfficer(beat=beat, officer=entry.id)


def _page(notice: r.DirectoryList, page: int) -> DirList:
    return DirList(kind=notice.kind, page=page, beat=notice.beat, mark=mark_of(notice.query))


def _below(notice: r.DirectoryList, words: Words) -> list[Row]:
    """A list one chooses from for a beat offers a new entry, and the way back to the beat."""
    if notice.beat is None:
        return [to_directory(words)]
    beat = notice.beat
    if notice.kind is DirectoryKind.OFFICERS:
        return [
            [button(words, "new-officer", act_on(DirectoryKind.BEATS, beat, "new-officer"))],
            cancel(DirectoryKind.BEATS, beat, words),
        ]
    none = PickBeatStation(beat=beat, station=0)
    new = button(words, "new-station", act_on(DirectoryKind.BEATS, beat, "new-station"))
    return [[new, button(words, "no-station", none)], cancel(DirectoryKind.BEATS, beat, words)]


FACES: Final[Faces] = {
    r.DirectoryHome: Face(_home, _home_offer),
    r.DirectoryList: Face(_list, _list_offer),
}
