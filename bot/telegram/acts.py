"""Acts as the data of a button: `sign:field:field`, at most 64 bytes, and back again, checked.

Whoever writes to Telegram can send any data. What is of no act of ours, or has a value that the act does not allow, is
refused as a whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from bot.domain.acts.base import Act
from bot.domain.acts.catalogue import ACTS

MOST_BYTES: Final = 64
BETWEEN: Final = ":"


def pack(act: Act) -> str:
    """Raises ValueError when it does not fit: an act with a field that has no limit, a fault of ours."""
    values = [_packed(getattr(act, name)) for name, _read in _fields(act.sign)]
    data = BETWEEN.join((act.sign, *values))
    if len(data.encode()) > MOST_BYTES or any(BETWEEN in each for each in values):
        raise ValueError(f"{type(act).__name__} does not fit into a button")
    return data


def unpack(data: str) -> Act | None:
    """None: no act of ours, or one with a value that it does not allow."""
    sign, *values = data.split(BETWEEN)
    kind = ACTS.get(sign)
    if kind is None or len(values) != len(_fields(sign)):
        return None
    try:
        return kind(*(read(value) for (_name, read), value in zip(_fields(sign), values, strict=True)))
    except (ValueError, KeyError):
        return None


def _packed(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return str(value.value) if isinstance(value, Enum) else str(value)


@cache
def _fields(sign: str) -> tuple[tuple[str, Callable[[str], Any]], ...]:
    """Each field's name, and what reads it."""
    kind = ACTS[sign]
    hints = get_type_hints(kind, include_extras=True)
    return tuple((each.name, _reader(hints[each.name])) for each in fields(kind))


def _reader(hint: Any) -> Callable[[str], Any]:
    """What reads a field of this type; raises ValueError or KeyError."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _ruled(_reader(inside[0]), inside[1])
    if origin in (Union, UnionType):
        read = _reader(next(each for each in inside if each is not NoneType))
        return lambda value: read(value) if value else None
    return _READERS.get(hint, hint)


def _ruled(read: Callable[[str], Any], rule: Any) -> Callable[[str], Any]:
    def ruled(value: str) -> Any:
        found = read(value)
        if not rule.allows(found):
            raise ValueError
        return found

    return ruled


def _as_written(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Only as we write it: no spaces, signs, other digits, other ways to name a day."""

    def strict(value: str) -> Any:
        found = read(value)
        if str(found) != value:
            raise ValueError
        return found

    return strict


_READERS: Final[Mapping[type, Callable[[str], Any]]] = {
    bool: {"1": True, "0": False}.__getitem__,
    int: _as_written(int),
    date: _as_written(date.fromisoformat),
}
"""Of other types, texts and `StrEnum`s, each reads its own values."""
