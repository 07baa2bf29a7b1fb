"""`import registry` and `import template`: the registry of officers, stations and beats."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from bot.commands.opened import opened
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.places.load import fill
from bot.services.registry.faults import Fault
from bot.services.registry.importing import Accepted, Refused, import_registry
from bot.services.registry.template import write_template
from bot.texts.words import words

REFUSED: Final = 2

Say: TypeAlias = Callable[..., str]
"""`say(text_id, **variables)`: the sentence, plain."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="an .xlsx workbook, or a folder of CSV files")
    parser.add_argument("--check", action="store_true", help="only say what would change")


def add_template_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="FILE.xlsx", help="where to write it")


async def load(args: Namespace, settings: Settings) -> int:
    """Load the registry at `args.path`; print the summary, or every fault there is."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database:
        await fill(database, now=utc_now())  # a first command on an empty database: codes need the codifier
        outcome = await import_registry(database, utc_now, args.path, dry_run=args.check)
    if isinstance(outcome, Refused):
        print(*(worded(fault, say) for fault in outcome.faults), sep="\n")
        print(say("registry-refused", count=str(len(outcome.faults))))
        return REFUSED
    print(summary(outcome, say))
    return 0


async def template(args: Namespace, settings: Settings) -> int:
    """Write the empty workbook to `args.path`."""
    say = words(settings.default_locale).plain
    try:
        args.path.parent.mkdir(parents=True, exist_ok=True)
        write_template(args.path)
    except OSError as error:
        print(say("registry-template-failed", file=str(args.path), reason=error.strerror or str(error)))
        return REFUSED
    print(say("registry-template-written", file=str(args.path)))
    return 0


def worded(fault: Fault, say: Say) -> str:
    """One line for one fault: where, and why."""
    reason = say(f"registry-error-{fault.code}", **fault.fields)
    where = {"sheet": fault.sheet, "line": str(fault.line or ""), "column": fault.column}
    depth = sum(bool(part) for part in where.values())
    message_id = ("registry-at-file", "registry-at-sheet", "registry-at-line", "registry-at-cell")[depth]
    return say(message_id, reason=reason, **where)


def summary(outcome: Accepted, say: Say) -> str:
    """What was added, changed and retired, and whether it was written."""
    if not outcome.changes.size:
        return say("registry-same")
    counts = [
        say(
            "registry-counts",
            kind=say(f"registry-kind-{kind}"),
            added=str(len(difference.added)),
            changed=str(len(difference.changed)),
            retired=str(len(difference.retired)),
        )
        for kind, difference in outcome.changes.by_kind()
    ]
    head = say("registry-checked" if outcome.generation is None else "registry-applied")
    return "\n".join((head, *counts))
