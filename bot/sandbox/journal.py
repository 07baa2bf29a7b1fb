"""Which calls were made and how they ended; never what was said in them."""

from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

Json = dict[str, Any]

KEPT: Final = 200_000


@dataclass(slots=True)
class Journal:
    """The last calls, numbered from 1."""

    entries: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT))
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def note(self, entry: Json) -> None:
        """Add `{"time", "bot", "method", "chat", "ok", "code", …}`; the number is given here."""
        self.entries.append({"n": next(self.numbers), **entry})

    def forget(self) -> None:
        """No call is remembered; numbers go on."""
        self.entries.clear()

    def after(self, number: int, method: str | None) -> list[Json]:
        """The calls numbered above `number`, of one method or of all."""
        wanted = method.lower() if method else None
        return [
            entry
            for entry in self.entries
            if entry["n"] > number and (wanted is None or entry["method"].lower() == wanted)
        ]
