"""A file of ours that is sent: a chart, a workbook, a poster. Its bytes wait in the database until they were sent."""

from dataclasses import dataclass
from enum import StrEnum


class UploadMedia(StrEnum):
    """How Telegram shows it."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Upload:
    """`file_id`: what Telegram called it when it was sent first; from then on it is not uploaded again."""

    id: int
    name: str
    media: UploadMedia
    content: bytes
    file_id: str | None
