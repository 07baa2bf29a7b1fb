"""What is wrong with a file, as data. The words for each code live in locales/ under `registry-error-<code>`."""

from dataclasses import dataclass, field

from bot.domain.errors import FileRefused

SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct, where it stands (names as in the file), and the variables of its sentence."""

    code: str
    sheet: str = ""
    line: int | None = None
    column: str = ""
    fields: dict[str, str] = field(default_factory=dict)


class WrongCell(Exception):
    """A cell that its column cannot accept."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields


def of_file(refused: FileRefused) -> Fault:
    """The file as a whole could not be read."""
    return Fault(refused.code, fields={name: str(value) for name, value in refused.fields.items()})


def shown(value: object) -> str:
    """A value as a fault quotes it: one line, not too long."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
