"""A town with one superadmin, as stories of the directory find it."""

import pytest

from tests.journeys.admins import IRYNA, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person


@pytest.fixture
async def town(open_town: OpenTown) -> Town:
    return await open_town(superadmins=(IRYNA,))


@pytest.fixture
async def iryna(town: Town) -> Person:
    return await superadmin(town)
