"""An entry's fields, one at a time: asked, answered, chosen; invitations; out of the directory."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.directory import EntryAct, EntryStep, PickLevel, PickRole, SeenField
from bot.domain.errors import StaleButton
from bot.domain.registry import DirectoryKind
from bot.domain.registry_notices import AskArea, AskChoice, AskField, ConfirmEntry, EditFaulty, FaultWords
from bot.services.registry.membership import OfficerMembership
from handlers.admin.registry import beats
from handlers.admin.registry.here import DirectoryHere, at_the_directory
from handlers.entries import point_of
from handlers.filters import NewWords, On
from handlers.states import Editing

TYPED: Final = {
    DirectoryKind.STATIONS: ("name", "address", "point", "hours", "phone", "photo"),
    DirectoryKind.OFFICERS: ("name", "rank", "phone", "photo"),
    DirectoryKind.BEATS: ("name",),
}
CHOSEN: Final = (*SeenField, EntryStep.ROLE)
NOT_EMPTY: Final = ("name", "address")


async def take_step(_query: CallbackQuery, act: EntryAct, here: DirectoryHere, membership: OfficerMembership) -> None:
    """The buttons of a panel."""
    kind, id_, name = act.kind, act.id, act.step.value
    if name in TYPED[kind]:
        now = await here.book.shown(here.admin, kind, id_, name)
        question = AskField(kind, id_, name, now, empties=name not in NOT_EMPTY)
        await here.ask(question, Editing.typing, kind=kind.value, id=id_, field=name)
    elif name in CHOSEN:
        await here.tell(AskChoice(kind, id_, name, await here.book.shown(here.admin, kind, id_, name)))
    elif kind is DirectoryKind.BEATS and name in beats.ACTS:
        await beats.ACTS[name](here, id_)
    elif name in ACTS:
        await ACTS[name](here, kind, id_, membership)
    else:
        raise StaleButton


async def _open(here: DirectoryHere, kind: DirectoryKind, id_: int, _membership: OfficerMembership) -> None:
    await here.panel(kind, id_)


async def _empty(here: DirectoryHere, kind: DirectoryKind, id_: int, _membership: OfficerMembership) -> None:
    """Nothing should stand there any more."""
    about = await here.asked()
    if (about.get("kind"), about.get("id")) != (kind.value, id_):
        raise StaleButton
    fault = await here.edits.set_text(here.turn, here.admin, kind, id_, field=about["field"], text="")
    await here.done(fault, kind, id_)


async def _retire(here: DirectoryHere, kind: DirectoryKind, id_: int, _membership: OfficerMembership) -> None:
    name = await here.book.shown(here.admin, kind, id_, "name")
    await here.tell(ConfirmEntry(kind, id_, "retire", name))


async def _retire_really(here: DirectoryHere, kind: DirectoryKind, id_: int, _membership: OfficerMembership) -> None:
    name = await here.book.shown(here.admin, kind, id_, "name")
    fault = await here.edits.retire(here.turn, here.admin, kind, id_)
    await here.tell(beats.retired(kind, name, fault))


async def _unbind(here: DirectoryHere, kind: DirectoryKind, id_: int, _membership: OfficerMembership) -> None:
    name = await here.book.shown(here.admin, kind, id_, "name")
    await here.tell(ConfirmEntry(kind, id_, "unbind", name))


async def _unbind_really(here: DirectoryHere, kind: DirectoryKind, id_: int, membership: OfficerMembership) -> None:
    _officers_only(kind)
    await here.tell(await membership.unbind(here.turn, here.admin, id_))


async def _invite(here: DirectoryHere, kind: DirectoryKind, id_: int, membership: OfficerMembership) -> None:
    """A message of its own, to be sent on."""
    _officers_only(kind)
    await here.tell_below(await membership.invite(here.turn, here.admin, id_))


async def _confirm(here: DirectoryHere, kind: DirectoryKind, id_: int, membership: OfficerMembership) -> None:
    """Whoever joined is who was meant."""
    _officers_only(kind)
    await here.tell(await membership.confirm(here.turn, here.admin, id_))


def _officers_only(kind: DirectoryKind) -> None:
    if kind is not DirectoryKind.OFFICERS:
        raise StaleButton


ACTS: Final[dict[str, Callable[[DirectoryHere, DirectoryKind, int, OfficerMembership], Awaitable[None]]]] = {
    "open": _open,
    "empty": _empty,
    "retire": _retire,
    "retire-really": _retire_really,
    "unbind": _unbind,
    "unbind-really": _unbind_really,
    "invite": _invite,
    "confirm": _confirm,
}


async def pick_level(_query: CallbackQuery, act: PickLevel, here: DirectoryHere) -> None:
    """Who sees the field."""
    field, level = act.field.value, act.level
    fault = await here.edits.set_value(here.turn, here.admin, act.kind, act.id, field=field, value=level)
    await here.done(fault, act.kind, act.id)


async def pick_role(_query: CallbackQuery, act: PickRole, here: DirectoryHere) -> None:
    kind = DirectoryKind.OFFICERS
    fault = await here.edits.set_value(here.turn, here.admin, kind, act.officer, field="role", value=act.role)
    await here.done(fault, kind, act.officer)


async def take(message: Message, here: DirectoryHere) -> None:
    """The answer: words, a location, a photo."""
    about = await here.asked()
    if "new" in about:
        await _take_new(here, about, message.text or "")
        return
    kind, id_, field = DirectoryKind(about["kind"]), int(about["id"]), str(about["field"])
    if field == "photo":
        await _take_photo(here, kind, id_, message)
    elif field == "point" and (point := point_of(message)):
        fault = await here.edits.set_value(here.turn, here.admin, kind, id_, field="point", value=point)
        await here.done(fault, kind, id_)
    elif message.text:
        fault = await here.edits.set_text(here.turn, here.admin, kind, id_, field=field, text=message.text)
        await here.done(fault, kind, id_)
    else:
        await here.tell(EditFaulty(FaultWords("not-that", "", None, "", ())))


async def _take_photo(here: DirectoryHere, kind: DirectoryKind, id_: int, message: Message) -> None:
    if not message.photo:
        await here.tell(EditFaulty(FaultWords("not-a-photo", "", None, "", ())))
        return
    file_id = message.photo[-1].file_id
    fault = await here.edits.set_value(here.turn, here.admin, kind, id_, field="photo", value=file_id)
    await here.done(fault, kind, id_)


async def _take_new(here: DirectoryHere, about: dict[str, object], text: str) -> None:
    """What a new entry needs, one answer after the other."""
    kind, beat, given = DirectoryKind(str(about["new"])), int(str(about["beat"])), text.strip()
    if not given:
        await here.tell(EditFaulty(FaultWords("required", "", None, "", ())))
    elif kind is DirectoryKind.OFFICERS:
        role = str(about["role"])
        await here.done(
            await here.edits.new_officer(here.turn, here.admin, beat, name=given, role=role), kind.BEATS, beat
        )
    elif kind is DirectoryKind.BEATS:
        await here.ask(AskArea(0, ()), Editing.area, new=kind.value, beat=0, name=given)
    elif "name" not in about:
        question = AskField(kind, 0, "address", "", empties=False)
        await here.ask(question, Editing.typing, **{**about, "name": given})
    else:
        name = str(about["name"])
        fault = await here.edits.new_station(here.turn, here.admin, beat, name=name, address=given)
        await here.done(fault, DirectoryKind.BEATS, beat)


def router() -> Router:
    found = Router(name="admin-fields")
    at_the_directory(found)
    found.callback_query.register(take_step, On(EntryAct))
    found.callback_query.register(pick_level, On(PickLevel))
    found.callback_query.register(pick_role, On(PickRole))
    found.message.register(take, StateFilter(Editing.typing), NewWords())
    return found
