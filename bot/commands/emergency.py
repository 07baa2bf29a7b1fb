"""`emergency`: what a file of texts says of danger, and how often the recogniser is right about it.

For operators, in English. Reads no database.
"""

import asyncio
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bot.commands.emergency_learning import Lesson, learned
from bot.commands.places_batch import BadFile, read_texts
from bot.config import Settings
from bot.domain.emergency import Danger, alarm_of
from bot.domain.emergency.recogniser import studied
from bot.domain.emergency_score import EITHER, NONE, Judged, Score, score

BAD_INPUT: Final = 2
WRITTEN: Final = '''"""The weights of `weighing`. Written by `python -m bot emergency FILE --learn EXAMPLES`.

For each piece of a word («_» is its edge), neighbours («a+b», «a-b» with a word between) and what the tables find (in
capitals): what it adds, in twentieths, to: harmless, suicide, ordnance, fire, medical, violence_home, missing, danger.
"""

from typing import Final
'''


def add_parser(subparsers: Any) -> None:
    """Add `emergency` to what `ArgumentParser.add_subparsers()` returned."""
    parser: ArgumentParser = subparsers.add_parser(
        "emergency", help="what texts say of danger, and how often it is right"
    )
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="column text, optional kind; several kinds with |")
    parser.add_argument("--json", action="store_true", help="one JSON object a text, instead of the table")
    parser.add_argument(
        "--learn",
        nargs="+",
        type=Path,
        metavar="FILE.csv",
        help="write the weights that these judged texts teach to FILE",
    )
    parser.set_defaults(main=main)


async def main(args: Namespace, _settings: Settings) -> int:
    """Print the table, or a line a text; 2 when the file cannot be used."""
    if args.learn:
        return await learn(args.learn, args.file)
    try:
        texts = await read_texts(args.file)
        judged = [Judged(text, kinds, kind_of(text)) for text, kinds in texts]
    except (BadFile, ValueError) as bad:
        print(bad, file=sys.stderr)
        return BAD_INPUT
    if args.json:
        for each in judged:
            print(json.dumps({"text": each.text, "kind": each.found}, ensure_ascii=False))
    else:
        print(table(score(judged)))
    return 0


async def learn(examples: Sequence[Path], file: Path) -> int:
    """Write the module of the weights."""
    try:
        judged = [each for path in examples for each in await read_texts(path)]
    except (BadFile, ValueError) as bad:
        print(bad, file=sys.stderr)
        return BAD_INPUT
    rows = learned([Lesson(*studied(text), kind) for text, kinds in judged for kind in _taught(kinds)])
    await asyncio.to_thread(file.write_text, module(rows), "utf-8")
    print(f"{len(judged)} texts, {len(rows)} pieces")
    return 0


def module(rows: Mapping[str, Sequence[int]]) -> str:
    """The weights as Python."""
    lines = "\n".join(f"{piece} {' '.join(map(str, row))}" for piece, row in rows.items())
    return f'{WRITTEN}\nWEIGHTS: Final = """\\\n{lines}\n"""\n'


def _taught(kinds: frozenset[str]) -> Sequence[Danger | None]:
    """The kind to learn: none, the first of several; nothing of what was judged either way."""
    if not kinds or EITHER in kinds:
        return ()
    return [next((kind for kind in Danger if kind.value in kinds), None)]


def kind_of(text: str) -> Danger | None:
    """The most urgent kind whose numbers the writer would get."""
    alarm = alarm_of(text)
    return alarm.kinds[0] if alarm and alarm.kinds else None


def table(found: Score) -> str:
    """Texts, shown numbers, and of the right kind, by kind; then false alarms."""
    rows: list[Sequence[str]] = [("kind", "texts", "shown", "", "right kind", "")]
    rows += [_row(kind, *counts) for kind, counts in found.kinds.items()]
    rows.append(_row("all emergencies", *found.emergencies))
    n, alarms = found.harmless
    rows.append((NONE, str(n), str(alarms), _share(alarms, n), "false alarms", ""))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([*lines, f"{found.uncounted} texts of no kind or judged either way are not counted"])


def _row(name: str, n: int, shown: int, right: int) -> Sequence[str]:
    return name, str(n), str(shown), _share(shown, n), str(right), _share(right, n)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"
