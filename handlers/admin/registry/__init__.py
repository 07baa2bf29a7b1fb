"""The directory in the chat: files, going back, single entries."""

from aiogram import Router

from handlers.admin.registry import beats, entries, fields, files, past


def router() -> Router:
    found = Router(name="admin-registry")
    found.include_routers(past.router(), files.router(), beats.router(), entries.router(), fields.router())
    return found
