"""Where a conversation can stand, a resident's or an admin's. Officers' have no states: a reply says it all."""

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


class Writing(StatesGroup):
    """A report is being started; `entries`: its draft is open."""

    category = State()
    danger = State()
    entries = State()
