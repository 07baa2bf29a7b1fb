"""Where a conversation can stand, a resident's or an admin's. Officers' have no states: a reply says it all."""

from typing import Final

from aiogram.fsm.state import State, StatesGroup


class Editing(StatesGroup):
    """An admin is asked something about the directory; what, stands in the dialogue's data under `editing`."""

    searching = State()
    typing = State()
    area = State()
    day = State()


class Finding(StatesGroup):
    """A place is being looked for."""

    asking = State()
    choosing = State()


class Postering(StatesGroup):
    """An admin chooses whom a poster is for."""

    asking = State()


class Writing(StatesGroup):
    """A report is being started; `entries`: its draft is open."""

    category = State()
    danger = State()
    entries = State()


RESIDENTS: Final = (Finding, Writing)
"""What an officer says in these is said as a resident."""


class Announcing(StatesGroup):
    """An admin is asked for something about an announcement; which one is in the dialogue's data."""

    stations = State()  # a file of codes, or a date
    words = State()
    media = State()
    audience = State()
    place = State()  # for another preview
    reason = State()  # for a no


class Holding(StatesGroup):
    """An admin is asked why an oblast must wait."""

    reason = State()


class Tending(StatesGroup):
    """An admin looks after the directory: which area is meant."""

    invite_area = State()
    silent_area = State()
    intake_area = State()
