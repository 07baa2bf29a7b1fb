"""Tells superadmins what nobody else would notice."""

from collections.abc import Collection

from bot.domain.alerts import Alert, AlertKind
from bot.domain.reports import Recipient
from bot.services.turns import Turn
from db import admins


class Alerts:
    """`superadmins`: chat ids from the settings; they hear of it also before their first word."""

    def __init__(self, superadmins: Collection[int], default_locale: str) -> None:
        self._superadmins = sorted(superadmins)
        self._default_locale = default_locale

    async def tell(self, turn: Turn, kind: AlertKind, **fields: str | int) -> None:
        """One waiting alert of the same kind and fields a superadmin; never somebody's words in `fields`."""
        alert = Alert(kind, tuple(fields.items()))
        for chat_id in self._superadmins:
            known = await admins.by_chat(chat_id)
            recipient = Recipient(chat_id, known.locale if known else self._default_locale)
            await turn.tell(recipient, alert, key=_key(chat_id, alert))


def _key(chat_id: int, alert: Alert) -> str:
    said = ",".join(str(value) for _, value in alert.fields)
    return f"alert:{chat_id}:{alert.kind.value}:{said}"[:64]
