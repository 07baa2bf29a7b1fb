"""What a file from outside may cost: as numbers, with the words of a sentence."""

from dataclasses import asdict, dataclass
from typing import Any, Final

MB: Final = 1_000_000
LAST_ROW: Final = 1_048_576
"""Of a sheet, in the programs that write workbooks."""


@dataclass(frozen=True, slots=True)
class FileLimits:
    """`file`, `unpacked`, `memory`, `answer` in bytes (`memory`: address space of the child), `cpu` and `wall` in
    seconds; `rows` and `columns` as the sheet numbers them; `cells`: of the rectangle around what is written; `cell`
    and `line` in characters; `depth`: brackets within brackets."""

    file: int
    unpacked: int
    memory: int
    cpu: int
    wall: int
    rows: int
    cells: int
    answer: int
    columns: int = 1_000
    cell: int = 32_767
    line: int = 1_000_000
    entries: int = 1_000
    sheets: int = 100
    depth: int = 100

    def plain(self) -> dict[str, Any]:
        return asdict(self)


SENT: Final = FileLimits(
    file=20 * MB,
    unpacked=200 * MB,
    memory=512 * MB,
    cpu=30,
    wall=60,
    rows=100_000,
    cells=500_000,
    answer=15 * MB,
)
"""What somebody sends to the bot. A registry of the whole country has about 60,000 lines in all."""

OFFICIAL: Final = FileLimits(
    file=200 * MB,
    unpacked=500 * MB,
    memory=2_000 * MB,
    cpu=180,
    wall=300,
    rows=500_000,
    cells=10_000_000,
    answer=300 * MB,
)
"""What an operator loads from the command line: editions of the codifier have 32,000 lines, polygons 6 to 150 MB."""


def counted(number: int) -> str:
    """«1 048 576», for a sentence."""
    return f"{number:,}".replace(",", "\u00a0")


def megabytes(number: int) -> str:
    return counted(number // MB)
