"""What people's words say of danger. The numbers are told before anything else, and the officer's card names the kinds
later: each text is looked through once for both."""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Final

import structlog

from bot.domain.emergency import LONGEST, Alarm, alarm_of

log = structlog.get_logger(__name__)

MOST_TEXT: Final = 8 * LONGEST
"""Characters of a text that are looked through at all."""
MOST_KNOWN: Final = 5000
"""So many texts are known again before all are forgotten: who floods the bot mostly repeats the same."""
OVERLAP: Final = 200
"""Characters that two pieces of a long text share."""


class Alarms:
    """Each text is known again by its digest; no words are kept."""

    def __init__(self, recognise: Callable[[str], Alarm | None] = alarm_of) -> None:
        self._recognise = recognise
        self._known: dict[bytes, Alarm | None] = {}

    def of(self, *texts: str) -> Alarm | None:
        """What all of them speak of together. Never raises: what came in must be kept, whatever its words do to us."""
        pieces = (piece for text in texts for piece in _pieces(text))
        return _together([alarm for piece in pieces if (alarm := self._heard_in(piece))])

    def _heard_in(self, piece: str) -> Alarm | None:
        key = blake2b(piece.encode(errors="surrogatepass"), digest_size=16).digest()
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._tried(piece)
        return self._known[key]

    def _tried(self, piece: str) -> Alarm | None:
        try:
            return self._recognise(piece)
        except Exception as error:
            log.error("alarm-failed", error=type(error).__name__)
            return None


def _together(alarms: list[Alarm]) -> Alarm | None:
    """A bare call beside something that says more is no call."""
    telling = [alarm for alarm in alarms if not alarm.call] or alarms
    kinds = dict.fromkeys(kind for alarm in telling for kind in alarm.kinds)
    child, call = any(alarm.child for alarm in alarms), all(alarm.call for alarm in alarms)
    return Alarm(tuple(kinds), child=child, call=call) if alarms else None


def _pieces(text: str) -> Iterable[str]:
    """Long texts in pieces that overlap: each is looked through as a whole."""
    step = LONGEST - OVERLAP
    return (text[start : start + LONGEST] for start in range(0, min(max(len(text) - OVERLAP, 1), MOST_TEXT), step))
