"""The directory in the chat: files, going back, single entries."""

from aiogram import Router

from handlers.admin.registry import beats, choosing, entries, fields, files, past


def router() -> Router:
    found = Router(name="admin-registry")
    found.include_routers(*(each.router() for each in (past, files, beats, choosing, entries, fields)))
    return found
