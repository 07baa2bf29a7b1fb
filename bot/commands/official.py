"""`import codifier|coordinates|population|aliases|polygons`: official files into the gazetteer."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Final

from bot.commands.opened import opened
from bot.commands.registry import REFUSED
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.places.importing import codifier
from bot.places.importing.faults import FileFault
from bot.places.importing.plan import ImportPlan
from bot.places.importing.run import PlacesAccepted, PlacesRefused, Reader, import_file
from bot.places.load import fill
from bot.services.registry.report import Say
from bot.texts.words import words

BAR: Final = 30  # characters


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="FILE", help="the file as it was downloaded")
    parser.add_argument("--check", action="store_true", help="only say what would change")


def add_codifier_arguments(parser: ArgumentParser) -> None:
    add_arguments(parser)
    parser.add_argument("--edition", metavar="DATE", help="the edition's date (2026-07-07), if the file does not tell")
    parser.add_argument("--shrink", action="store_true", help="the file is whole, though it withdraws a lot")


async def load_codifier(args: Namespace, settings: Settings) -> int:
    """As `loader`, for an edition of the codifier."""
    return await _load(partial(codifier.read, shrink=args.shrink), args, settings)


def loader(read: Reader) -> Callable[[Namespace, Settings], Awaitable[int]]:
    """The command that loads what `read` reads."""
    return partial(_load, read)


async def _load(read: Reader, args: Namespace, settings: Settings) -> int:
    say = words(settings.default_locale).plain
    async with opened(settings, checking=args.check) as database:
        await fill(database, now=utc_now())  # a first command on an empty database: codes need the codifier
        outcome = await import_file(
            database,
            read,
            args.path,
            now=utc_now(),
            edition=getattr(args, "edition", None),
            dry_run=args.check,
            progress=_show_progress,
        )
    if isinstance(outcome, PlacesRefused):
        print(*(worded(fault, say) for fault in outcome.faults), sep="\n")
        print(say("places-refused", count=str(len(outcome.faults))))
        return REFUSED
    print(*summary(outcome, say), sep="\n")
    return 0


def worded(fault: FileFault, say: Say) -> str:
    """One line for one fault: where, and why."""
    reason = say(f"places-error-{fault.code}", **fault.fields)
    if fault.line is None:
        return reason
    number = str(fault.line)
    if fault.in_feature:
        return say("places-at-feature", number=number, reason=f"{fault.column}: {reason}" if fault.column else reason)
    if not fault.column:
        return say("places-at-line", line=number, reason=reason)
    return say("places-at-field", line=number, field=fault.column, reason=reason)


def summary(outcome: PlacesAccepted, say: Say) -> list[str]:
    """What was written or would be, what was left out, and whether anything was written."""
    plan = outcome.plan
    counted = ", ".join(say(f"places-count-{word}", n=str(count)) for word, count in plan.counts.items())
    return [_head(outcome, say), f"{plan.label}: {counted}", *_older(plan, say), *_left_out(plan, say)]


def _head(outcome: PlacesAccepted, say: Say) -> str:
    if not outcome.plan.size:
        return say("places-same")
    return say("places-checked" if outcome.generation is None else "places-applied")


def _older(plan: ImportPlan, say: Say) -> list[str]:
    return [say("places-older", edition=plan.older_than)] if plan.older_than else []


def _left_out(plan: ImportPlan, say: Say) -> list[str]:
    if not plan.unmatched:
        return []
    head = "places-withdrawn" if plan.counts.get("withdrawn") else "places-unmatched"
    return [say(head, count=str(len(plan.unmatched))), *(f"  {line}" for line in plan.unmatched)]


def _show_progress(done: int, total: int) -> None:
    """A bar that fills, on the side of what is printed."""
    filled = BAR * done // max(total, 1)
    bar = "█" * filled + "·" * (BAR - filled)
    print(f"\r{bar} {done:,} / {total:,}", end="\n" if done >= total else "", file=sys.stderr, flush=True)
