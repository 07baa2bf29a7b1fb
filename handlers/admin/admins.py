"""/admins: who looks after what; inviting and removing. And joining, which is everybody's."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain import admin_notices as notices
from bot.domain.acts.admins import AdminAct, AdminPage, AdminStep, InviteAct, InviteArea, InviteStep
from bot.domain.admins import COUNTRY, Admin
from bot.domain.errors import OutOfScope, StaleButton, TooManyAreas
from bot.domain.pages import one_page
from bot.domain.reports import Recipient
from bot.services import menus
from bot.services.admin_office import MOST_AREAS, AdminOffice
from bot.services.bot_name import BotName
from bot.services.territories import AdminTerritories, Offered
from bot.services.turns import Turn
from handlers.admin.shared import CHOSEN, find_area, leave
from handlers.buttons import message_of
from handlers.filters import On, PlainText
from handlers.states import Tending

PAGE: Final = 8


async def join(
    message: Message,
    command: CommandObject,
    turn: Turn,
    recipient: Recipient,
    admin_office: AdminOffice,
    territories: AdminTerritories,
) -> None:
    """Somebody opens the link."""
    name = message.from_user.full_name if message.from_user else ""
    joined = await admin_office.accept(turn, command.args or "", recipient, name)
    await turn.tell(recipient, notices.AdminJoined(territories.of(joined.admin.scope), joined.again))
    await menus.show(turn, recipient)


# --- the list ---------------------------------------------------------------------------------------------------------


async def show(
    _message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    admin_office: AdminOffice,
    territories: AdminTerritories,
) -> None:
    """/admins"""
    await leave(state)
    await turn.tell(recipient, await _page(0, admin, admin_office, territories))


async def turn_page(
    query: CallbackQuery,
    act: AdminPage,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    admin_office: AdminOffice,
    territories: AdminTerritories,
) -> None:
    page = await _page(act.number, admin, admin_office, territories)
    await turn.tell(recipient, page, edits=message_of(query))


async def _page(
    number: int, admin: Admin, admin_office: AdminOffice, territories: AdminTerritories
) -> notices.AdminList:
    listed = await admin_office.listed(admin)
    page = one_page(listed, number, size=PAGE)
    items = tuple(_item(each, admin, admin_office, territories) for each in page.shown)
    return notices.AdminList(items, page=page.number, pages=page.pages)


def _item(each: Admin, by: Admin, admin_office: AdminOffice, territories: AdminTerritories) -> notices.AdminItem:
    removable = admin_office.may_remove(by, each)
    return notices.AdminItem(each.id, each.name, territories.of(each.scope), each.superadmin, removable)


async def take_step(
    _query: CallbackQuery,
    act: AdminAct,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    admin_office: AdminOffice,
    territories: AdminTerritories,
) -> None:
    """Remove somebody: asked first, then done."""
    if act.step is AdminStep.REMOVE:
        gone = await admin_office.remove(turn, admin, act.admin_id)
        await turn.tell(recipient, notices.AdminGone(gone.name))
        return
    found = await admin_office.find(admin, act.admin_id)
    await turn.tell(recipient, notices.ConfirmAdminRemoval(_item(found, admin, admin_office, territories)))


# --- inviting ---------------------------------------------------------------------------------------------------------


async def invite(
    _query: CallbackQuery,
    act: InviteAct,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    admin_office: AdminOffice,
    territories: AdminTerritories,
    bot_name: BotName,
) -> None:
    """Begin, take the whole country, make the link of what was chosen, or leave it."""
    chosen = _chosen(await state.get_data())
    match act.step:
        case InviteStep.BEGIN:
            await leave(state)
            await state.set_state(Tending.invite_area)
            await turn.tell(recipient, notices.AskAdminArea(country=admin.scope.is_country))
            return
        case InviteStep.CANCEL:
            await leave(state)
            await turn.tell(recipient, await _page(0, admin, admin_office, territories))
            return
        case InviteStep.COUNTRY:
            chosen = [COUNTRY]
        case InviteStep.DONE:
            pass
    payload = await admin_office.invite(turn, admin, chosen)
    await leave(state)
    until = turn.now + admin_office.lifetime
    place = territories.names(chosen)
    await turn.tell(recipient, notices.AdminInvitation(payload, bot_name.username, place, until))


def _chosen(data: dict[str, list[str]]) -> list[str]:
    return list(data.get(CHOSEN, []))


async def find(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, territories: AdminTerritories
) -> None:
    """A typed name: one area is taken at once, several are offered."""
    chosen = territories.names(_chosen(await state.get_data()))

    def which(offered: Offered) -> notices.AskAdminArea:
        return notices.AskAdminArea(chosen, offered.options, more=offered.more, unknown=not offered.options)

    found = await find_area(message, turn, recipient, admin, territories, which)
    if found.only is not None:
        await _take(found.only, turn, recipient, state, admin, territories)


async def pick(
    _query: CallbackQuery,
    act: InviteArea,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    territories: AdminTerritories,
) -> None:
    if await state.get_state() != Tending.invite_area.state:
        raise StaleButton
    await _take(act.katottg, turn, recipient, state, admin, territories)


async def _take(
    code: str, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, territories: AdminTerritories
) -> None:
    if not territories.inside(admin.scope, [code]):
        raise OutOfScope
    chosen = list(dict.fromkeys([*_chosen(await state.get_data()), territories.area(code, admin.scope).katottg]))
    if len(chosen) > MOST_AREAS:
        raise TooManyAreas(most=MOST_AREAS)
    await state.update_data({CHOSEN: chosen})
    await turn.tell(recipient, notices.AskAdminArea(territories.names(chosen)))


def router() -> Router:
    found = Router(name="admins")
    found.message.register(show, Command("admins"))
    found.callback_query.register(turn_page, On(AdminPage))
    found.callback_query.register(take_step, On(AdminAct))
    found.callback_query.register(invite, On(InviteAct))
    found.callback_query.register(pick, On(InviteArea))
    found.message.register(find, StateFilter(Tending.invite_area), PlainText())
    return found
