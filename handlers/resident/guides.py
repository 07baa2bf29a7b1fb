"""Whom the dialogue about a place asks on its way."""

from dataclasses import dataclass

from bot.services.addresses import Addresses
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.lookup import Lookup
from bot.services.people import People


@dataclass(frozen=True, slots=True)
class Guides:
    """Services handed to handlers in one piece: where a place is, who lives there, and what they may want to hear."""

    lookup: Lookup
    people: People
    subscriptions: Subscriptions
    addresses: Addresses
