"""The same places are put in order once for all tests: commands, bots and importers build them from a database anew."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Final

import pytest

from bot.domain.places import Alias, Unit
from bot.places import load
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer
from bot.places.polygons import Area

MOST: Final = 3
"""So many are kept: one of the whole country takes some memory."""


@contextmanager
def built_once() -> Iterator[None]:
    """What is read from a database is compared row by row; equal rows have one gazetteer, which nobody can change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "Gazetteer", _of_rows)
        patch.setattr(files, "read_units", cache(files.read_units))
        patch.setattr(files, "read_aliases", cache(files.read_aliases))
        yield


def _of_rows(units: Iterable[Unit], aliases: Sequence[Alias], areas: Iterable[Area], *, generation: int) -> Gazetteer:
    return _built(tuple(units), tuple(aliases), tuple(areas), generation)


@lru_cache(MOST)
def _built(units: tuple[Unit, ...], aliases: tuple[Alias, ...], areas: tuple[Area, ...], generation: int) -> Gazetteer:
    return Gazetteer(units, aliases, areas, generation=generation)
