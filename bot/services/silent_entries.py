"""What of a message may be kept and passed on in a silent place."""

from bot.domain.errors import NoLocationsHere
from bot.domain.reports import EntryKind, Incoming
from bot.domain.silence import Silence, keeps_locations, relays
from bot.places.locating import tells_a_point


def locates(incoming: Incoming) -> bool:
    """It tells where somebody is. Telegram passes a file on as it is, with the place a camera wrote into it; a photo it
    makes anew."""
    exact = incoming.point is not None or incoming.kind in {EntryKind.LOCATION, EntryKind.DOCUMENT}
    quoted = incoming.quote is not None and tells_a_point(incoming.quote.text)
    return exact or quoted or tells_a_point(incoming.text, incoming.entities)


def carries(level: Silence | None, incoming: Incoming) -> bool:
    """Whether this message goes on at a place of this level."""
    return relays(level) and (keeps_locations(level) or not locates(incoming))


def check_locates(level: Silence | None, incoming: Incoming) -> None:
    """Raises `NoLocationsHere`."""
    if not keeps_locations(level) and locates(incoming):
        raise NoLocationsHere
