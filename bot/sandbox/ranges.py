"""Numbers that must lie in a range; aiogram's types do not look."""

from collections.abc import Mapping
from typing import Any, Final

from bot.sandbox.errors import bad

# field -> (least, most), as in the Bot API documentation
LOCATION: Final[Mapping[str, tuple[float, float]]] = {
    "latitude": (-90, 90),
    "longitude": (-180, 180),
    "horizontal_accuracy": (0, 1500),
    "heading": (1, 360),
    "proximity_alert_radius": (1, 100_000),
}
LIVE_PERIOD: Final = (60, 86_400)
LIVE_FOREVER: Final = 0x7FFFFFFF


def check_location(method: Any) -> None:
    """Raises ApiError 400 for a point, accuracy, heading or live period that cannot be."""
    for name, (least, most) in LOCATION.items():
        value = getattr(method, name, None)
        if value is not None and not least <= value <= most:
            raise bad(f"invalid {name} specified: it must be from {least} to {most}")
    period = getattr(method, "live_period", None)
    if period and period != LIVE_FOREVER and not LIVE_PERIOD[0] <= period <= LIVE_PERIOD[1]:
        raise bad("invalid live location period specified")
