"""Where a resident's conversation can stand. Officers' conversations have no states: a reply says it all."""

from aiogram.fsm.state import State, StatesGroup


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
