"""`audit export`: the whole audit log as a workbook."""

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from bot.commands.opened import opened
from bot.commands.registry import REFUSED
from bot.config import Settings
from bot.domain.admins import EVERYWHERE
from bot.domain.clock import utc_now
from bot.places.load import load_gazetteer
from bot.services.audit_log import AuditLog
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.territories import AdminTerritories
from bot.texts.audit_words import workbook
from bot.texts.words import words


def add_parser(subparsers: Any) -> None:
    """Add `audit` to what `ArgumentParser.add_subparsers()` returned."""
    parser: ArgumentParser = subparsers.add_parser("audit", help="who changed what, as a workbook")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    exported = actions.add_parser("export", help="write the whole audit log")
    exported.add_argument("path", type=Path, metavar="FILE.xlsx", help="where to write it")
    exported.set_defaults(main=export)


async def export(args: Namespace, settings: Settings) -> int:
    """Write every record to `args.path`."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database:
        gazetteer = await load_gazetteer(database)
        lookup = Lookup(lambda: gazetteer, DirectoryService(database, utc_now, lambda: gazetteer))
        async with database.read():
            records = await AuditLog(AdminTerritories(lambda: gazetteer, lookup)).all(EVERYWHERE)
    try:
        await asyncio.to_thread(args.path.write_bytes, workbook(records, settings.default_locale))
    except OSError as error:
        print(say("audit-not-written", file=str(args.path), reason=error.strerror or str(error)))
        return REFUSED
    print(say("audit-written", file=str(args.path), count=len(records)))
    return 0
