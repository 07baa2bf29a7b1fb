"""`import registry`, `import template` and `registry`: the registry of officers, stations and beats."""

import re
from argparse import ArgumentParser, Namespace
from html import unescape
from pathlib import Path
from typing import Any, Final

from bot.commands.opened import opened
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.domain.errors import DeskError
from bot.domain.registry import Changes
from bot.places.load import fill
from bot.services.registry.faults import Fault
from bot.services.registry.history import go_back
from bot.services.registry.importing import ImportAccepted, ImportRefused, import_registry
from bot.services.registry.past import latest
from bot.services.registry.planning import Plan
from bot.services.registry.report import Say, report
from bot.services.registry.template import template_workbook
from bot.texts.directory.files import past
from bot.texts.words import words
from db.engine import Database
from db.history import KEPT
from db.registry import unit_names

REFUSED: Final = 2


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="an .xlsx workbook, or CSV files in a folder or .zip")
    parser.add_argument("--check", action="store_true", help="only say what would change")
    parser.add_argument("--report", type=Path, metavar="OUT.xlsx", help="every change and fault as a workbook")


def add_template_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="FILE.xlsx", help="where to write it")


async def load(args: Namespace, settings: Settings) -> int:
    """Load the registry at `args.path`; print the summary, or every fault there is."""
    say = words(settings.default_locale).plain
    async with opened(settings, checking=args.check) as database:
        await fill(database, now=utc_now())  # a first command on an empty database: codes need the codifier
        outcome = await import_registry(database, utc_now, args.path, dry_run=args.check)
        names = await _names(database, outcome) if args.report else {}
    if args.report and not _written(args.report, report(outcome.plan, say, lambda code: names.get(code, "")), say):
        return REFUSED
    if isinstance(outcome, ImportRefused):
        print(*(worded(fault, say) for fault in outcome.faults), sep="\n")
        print(say("registry-refused", count=str(len(outcome.faults))))
        return REFUSED
    print(summary(outcome, say))
    return 0


async def template(args: Namespace, settings: Settings) -> int:
    """Write the empty workbook to `args.path`."""
    say = words(settings.default_locale).plain
    if not _written(args.path, template_workbook(), say):
        return REFUSED
    print(say("registry-template-written", file=str(args.path)))
    return 0


async def _names(database: Database, outcome: ImportAccepted | ImportRefused) -> dict[str, str]:
    """Of the KATOTTG codes the report may name."""
    editions = (outcome.plan.old, outcome.plan.new)
    codes = {area for edition in editions for beat in edition.beats.values() for area in beat.areas}
    async with database.read():
        return await unit_names(codes)


def _written(path: Path, content: bytes, say: Say) -> bool:
    """Whether it could be; says why not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        print(say("registry-template-failed", file=str(path), reason=error.strerror or str(error)))
        return False
    return True


def add_parser(subparsers: Any) -> None:
    """Add `registry` to what `ArgumentParser.add_subparsers()` returned."""
    parser = subparsers.add_parser("registry", help="the latest changes of the registry, and going back")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    actions.add_parser("history", help="the latest changes").set_defaults(main=history)
    back = actions.add_parser("rollback", help="the registry as it was before the latest change")
    back.add_argument("--before", type=int, metavar="N", help="before change N instead")
    back.set_defaults(main=rollback)


async def history(_args: Namespace, settings: Settings) -> int:
    """Print the changes that can be undone, the latest first."""
    texts = words(settings.default_locale)
    async with opened(settings) as database, database.read():
        listed = await latest(KEPT)
    for each in listed.items:
        print(unescape(re.sub(r"<[^>]+>", "", past(each, texts))))
    if not listed.items:
        print(texts.plain("directory-history-none"))
    return 0


async def rollback(args: Namespace, settings: Settings) -> int:
    """Go back before the latest change, or before `args.before`."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database, database.write():
        listed = await latest(1)
        generation = args.before or (listed.items[0].generation if listed.items else 0)
        try:
            found, _ = await go_back(generation, None, seen=listed.newest, now=utc_now())
        except DeskError:
            print(say("registry-no-such-change", number=str(generation)))
            return REFUSED
    print(say("registry-rolled-back", number=str(generation)))
    print(counts(found.changes, say))
    return 0


def worded(fault: Fault, say: Say) -> str:
    """One line for one fault: where, and why."""
    reason = say(f"registry-error-{fault.code}", **fault.fields)
    where = {"sheet": fault.sheet, "line": str(fault.line or ""), "column": fault.column}
    depth = sum(bool(part) for part in where.values())
    message_id = ("registry-at-file", "registry-at-sheet", "registry-at-line", "registry-at-cell")[depth]
    return say(message_id, reason=reason, **where)


def summary(outcome: ImportAccepted, say: Say) -> str:
    """What was added, changed and retired, whether it was written, and which codes the codifier has withdrawn."""
    return "\n".join([_head(outcome, say), *_withdrawn(outcome.plan, say)])


def _head(outcome: ImportAccepted, say: Say) -> str:
    if not outcome.changes.size:
        return say("registry-same")
    head = say("registry-checked" if outcome.generation is None else "registry-applied")
    return f"{head}\n{counts(outcome.changes, say)}"


def _withdrawn(plan: Plan, say: Say) -> list[str]:
    if not plan.withdrawn:
        return []
    listed = (f"  {code} {name}" for code, name in plan.withdrawn.items())
    return [say("registry-withdrawn", count=str(len(plan.withdrawn))), *listed]


def counts(changes: Changes, say: Say) -> str:
    """A line for each kind."""
    return "\n".join(
        say(
            "registry-counts",
            kind=say(f"registry-kind-{kind.value}"),
            added=str(len(difference.added)),
            changed=str(len(difference.changed)),
            retired=str(len(difference.retired)),
        )
        for kind, difference in changes.by_kind()
    )
