"""Routers of admins. Whoever looks after the directory may be a resident or an officer too: what is not an admin's
command, button or answer goes on to the other counters."""

from aiogram import Router

from handlers.admin import admins, announcements, audit, directory, figures, home, intake, posters, registry, silent
from handlers.filters import FromAdmin


def router() -> Router:
    found = Router(name="admin")
    found.include_routers(
        home.router(),
        admins.router(),
        audit.router(),
        announcements.router(),  # before the registry: a file that was asked for is no registry
        registry.router(),
        directory.router(),
        figures.router(),
        posters.router(),
        silent.router(),
        intake.router(),
    )
    for observer in (found.message, found.callback_query):
        observer.filter(FromAdmin())
    return found
