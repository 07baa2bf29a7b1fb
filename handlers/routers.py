"""The root router: all others in the order they are asked."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.domain.errors import StaleButton
from handlers import addressed, admin, common, deep_links, officer, resident, staff
from handlers.officer import aside
from handlers.resident import news


async def stale(_query: CallbackQuery) -> None:
    """A button nobody knows any more gets an answer, never silence."""
    raise StaleButton


def root_router() -> Router:
    """Built anew each time: a router belongs to one dispatcher."""
    last = Router(name="stale")
    last.callback_query.register(stale)
    found = Router(name="root")
    found.include_routers(
        common.router(),
        deep_links.router(),
        addressed.router(),
        staff.router(),
        news.router(),
        admin.router(),
        officer.router(),
        aside.router(),
        resident.router(),
        last,
    )
    return found
