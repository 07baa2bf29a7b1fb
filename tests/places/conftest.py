"""The embedded gazetteer, built once for all tests."""

from collections.abc import Callable

import pytest

from bot.domain.places import Answer, Candidate, candidates
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer

Offered = Callable[[Answer], tuple[Candidate, ...]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(files.read_units(), files.read_aliases())


@pytest.fixture(scope="session")
def offered() -> Offered:
    """All candidates of an answer, best first."""
    return candidates
