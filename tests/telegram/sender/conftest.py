"""Ten residents, and a sender who can speak to them."""

import pytest

from db.engine import Database
from tests.country import TOWN, VILLAGE, Country
from tests.telegram.sender.sending import Sending


@pytest.fixture
async def country(database: Database) -> Country:
    found = await Country(database).settle()
    await found.move_in({"chat_id": chat, "place": TOWN if chat % 2 else VILLAGE} for chat in range(1, 11))
    return found


@pytest.fixture
def sending(country: Country) -> Sending:
    return Sending(country)
