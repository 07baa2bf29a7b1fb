"""The desk of the two admins, as most stories of announcements find it."""

import pytest

from tests.journeys.announcements.steps import Desk, opened
from tests.journeys.conftest import OpenTown


@pytest.fixture
async def desk(open_town: OpenTown) -> Desk:
    return await opened(open_town)
