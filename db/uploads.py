"""Files of ours on their way to Telegram."""

from datetime import datetime

import sqlalchemy as sa

from bot.domain.attachments import Upload, UploadMedia
from db.engine import execute
from db.schema import uploads


async def add(*, name: str, media: UploadMedia, content: bytes, now: datetime) -> int:
    row = {"name": name[:200], "media": media.value, "content": content, "created_at": now}
    return int((await execute(sa.insert(uploads).values(row).returning(uploads.c.id))).scalar_one())


async def get(upload_id: int) -> Upload | None:
    row = (await execute(sa.select(uploads).where(uploads.c.id == upload_id))).one_or_none()
    return row and Upload(row.id, row.name, UploadMedia(row.media), row.content, row.file_id)


async def note_file_id(upload_id: int, file_id: str) -> None:
    await execute(sa.update(uploads).where(uploads.c.id == upload_id).values(file_id=file_id))


async def purge(before: datetime) -> int:
    return (await execute(sa.delete(uploads).where(uploads.c.created_at < before))).rowcount
