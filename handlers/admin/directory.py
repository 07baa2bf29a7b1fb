"""The directory kept right: admins, imports, single edits, the audit log."""

from aiogram import Router


def router() -> Router:
    return Router(name="admin-directory")
