"""What of a message may be kept and passed on in a silent place."""

from bot.domain.errors import NoLocationsHere
from bot.domain.reports import Draft, EntryKind
from bot.domain.silence import Silence, keeps_locations, relays
from bot.places.locating import tells_a_point


def locates(draft: Draft) -> bool:
    """It tells where somebody is. Telegram passes a file on as it is, with the place a camera wrote into it; a photo it
    makes anew."""
    exact = draft.point is not None or draft.kind in {EntryKind.LOCATION, EntryKind.DOCUMENT}
    quoted = draft.quote is not None and tells_a_point(draft.quote.text)
    return exact or quoted or tells_a_point(draft.text, draft.entities)


def carries(level: Silence | None, draft: Draft) -> bool:
    """Whether this message goes on at a place of this level."""
    return relays(level) and (keeps_locations(level) or not locates(draft))


def check_locates(level: Silence | None, draft: Draft) -> None:
    """Raises `NoLocationsHere`."""
    if not keeps_locations(level) and locates(draft):
        raise NoLocationsHere
