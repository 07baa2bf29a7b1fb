"""Troubles on order: which call is hit, by what, how often."""

import random
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from itertools import count
from typing import Any, Final

from bot.sandbox.errors import ApiError, ControlError, bad, conflict, forbidden, too_many

Json = dict[str, Any]

# The faults that are an answer; the others cut the connection or leave it hanging.
ANSWERS: Final[Mapping[str, Callable[["Fault"], ApiError]]] = {
    "429": lambda fault: too_many(fault.retry_after),
    "500": lambda fault: ApiError(500, fault.description or "Internal Server Error"),
    "502": lambda fault: ApiError(502, fault.description or "Bad Gateway"),
    "400": lambda fault: _own(fault, 400) or bad("chat not found"),
    "403": lambda fault: _own(fault, 403) or forbidden("bot was blocked by the user"),
    "409": lambda fault: (
        _own(fault, 409)
        or conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
    ),
}
CUTS: Final = frozenset({"timeout", "drop", "lost_answer"})


@dataclass(slots=True)
class Fault:
    """One order; `times` None is for ever, `method` and `chat` None is any."""

    id: int
    kind: str
    method: str | None = None
    chat: int | None = None
    times: int | None = None
    probability: float = 1.0
    retry_after: int = 1
    description: str | None = None

    def hits(self, method: str, chat: int | None) -> bool:
        """This call is meant, and the dice say so."""
        meant = (self.method is None or self.method.lower() == method.lower()) and self.chat in (None, chat)
        return meant and self.times != 0 and (self.probability >= 1 or random.random() < self.probability)  # noqa: S311


def _own(fault: Fault, code: int) -> ApiError | None:
    return ApiError(code, fault.description) if fault.description else None


@dataclass(slots=True)
class Faults:
    """The orders in force, oldest first."""

    orders: list[Fault] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def order(self, wanted: Json) -> int:
        """Add one from the control API's JSON; returns its id. Raises ControlError."""
        kind = str(wanted.get("kind"))
        if kind not in ANSWERS and kind not in CUTS:
            raise ControlError(f"unknown fault {kind!r}; known: {sorted({*ANSWERS, *CUTS})}")
        fields = {key: value for key, value in wanted.items() if value is not None and key != "id"}
        try:
            fault = Fault(id=next(self.numbers), **{**fields, "kind": kind})
        except TypeError as wrong:
            raise ControlError(f"unknown field in a fault: {wrong}") from wrong
        self.orders.append(fault)
        return fault.id

    def clear(self, fault_id: int | None = None) -> None:
        """Take back one or all; an unknown id is a ControlError 404."""
        if fault_id is None:
            self.orders.clear()
            return
        kept = [fault for fault in self.orders if fault.id != fault_id]
        if len(kept) == len(self.orders):
            raise ControlError(f"no fault {fault_id}", 404)
        self.orders = kept

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """The fault that hits this call, if any; used up ones disappear."""
        hit = next((fault for fault in self.orders if fault.hits(method, chat)), None)
        if hit is not None and hit.times is not None:
            hit.times -= 1
            if hit.times <= 0:
                self.orders.remove(hit)
        return hit

    def json(self) -> list[Json]:
        """The orders as the control API shows them."""
        return [asdict(fault) for fault in self.orders]
