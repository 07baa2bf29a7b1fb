"""`places`: ask the gazetteer by name, by point or by what somebody typed, one question or a whole file; see what is
loaded.

For operators: kinds of places are in Ukrainian as in the codifier, the rest is English.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from bot.commands import places_score
from bot.commands.opened import opened
from bot.commands.places_batch import BadFile, LocatedAnswer, NamedAnswer, Question, point, read_names, read_points
from bot.commands.places_status import show_status
from bot.commands.places_words import as_json, as_lines
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.domain.places import Answer, Point
from bot.places.gazetteer import Gazetteer
from bot.places.load import load_gazetteer
from bot.places.reader import Read, read

BAD_INPUT: Final = 2
LIMIT: Final = 20
_ASKED: Final = ("find", "read", "at")


def add_parser(subparsers: Any) -> None:
    """Add `places` to what `ArgumentParser.add_subparsers()` returned."""
    parser: ArgumentParser = subparsers.add_parser("places", help="search places by name or point, see what is loaded")
    actions = parser.add_subparsers(required=True, metavar="ACTION", dest="action")
    found = actions.add_parser("find", help="places of a name")
    found.add_argument("query", nargs="*", help="a name as people write it")
    _add_output(found, "query")
    typed = actions.add_parser("read", help="what somebody typed: coordinates, an address, a name or a story")
    typed.add_argument("query", nargs="*", metavar="TEXT", help="a message as people write it")
    _add_output(typed, "query")
    at = actions.add_parser("at", help="places around a point")
    at.add_argument("point", nargs="*", metavar="LAT LON", help="degrees, WGS 84")
    _add_output(at, "lat,lon")
    scored = actions.add_parser("score", help="how often the search is right, by kind of question")
    scored.add_argument("file", type=Path, metavar="FILE.csv", help="columns query, katottg, kind")
    scored.add_argument("--missed", type=Path, metavar="OUT.csv", help="write what was not answered first")
    actions.add_parser("status", help="editions loaded, counts by category, gaps")
    parser.set_defaults(main=main)


def _add_output(parser: ArgumentParser, columns: str) -> None:
    parser.add_argument("--batch", type=Path, metavar="FILE.csv", help=f"answer a whole file (columns {columns})")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"most candidates of an answer ({LIMIT}; 0: all)")


async def main(args: Namespace, settings: Settings) -> int:
    """Run one action; 2 when the input cannot be used."""
    try:
        questions = list(await _questions(args)) if args.action in _ASKED else []
        async with opened(settings) as database:
            gazetteer = await load_gazetteer(database, progress=_show_progress)
            if args.action == "status":
                await show_status(database, gazetteer, utc_now())
            elif args.action == "score":
                await _show_score(gazetteer, args.file, args.missed)
            else:
                _answer_all(gazetteer, questions, args)
    except BadFile as bad:
        for fault in bad.faults:
            print(fault, file=sys.stderr)
        return BAD_INPUT
    return 0


async def _questions(args: Namespace) -> Iterable[Question]:
    if args.batch is not None:
        return await (read_points(args.batch) if args.action == "at" else read_names(args.batch))
    if args.action != "at":
        if not args.query:
            what = "a name" if args.action == "find" else "a text"
            raise BadFile([f"nothing to look for: give {what} or --batch FILE.csv"])
        return [NamedAnswer(query) for query in args.query]
    if len(args.point) != 2:
        raise BadFile(["a point is two numbers, LAT LON; or give --batch FILE.csv"])
    return [point(*args.point)]


def _answer_all(gazetteer: Gazetteer, questions: Iterable[Question], args: Namespace) -> None:
    for question in questions:
        answer = _answer(gazetteer, question, args.action)
        if args.json:
            print(as_json(gazetteer, question, answer, limit=args.limit))
        else:
            print(*as_lines(gazetteer, question, answer, limit=args.limit), sep="\n")


def _answer(gazetteer: Gazetteer, question: Question, action: str) -> Answer | Read:
    match question:
        case NamedAnswer(query):
            return read(gazetteer, query) if action == "read" else gazetteer.find(query)
        case LocatedAnswer(lat, lon):
            return gazetteer.at(Point(lat, lon))


async def _show_score(gazetteer: Gazetteer, file: Path, missed: Path | None) -> None:
    scored = places_score.score(gazetteer, await places_score.read(file, gazetteer))
    print(*places_score.as_table(places_score.lines(scored)), sep="\n")
    if missed is not None:
        try:
            places_score.write_missed(missed, gazetteer, scored)
        except OSError as error:
            raise BadFile([f"{missed}: cannot be written: {error.strerror}"]) from error


def _show_progress(done: int, total: int) -> None:
    print(f"\rLoading places: {done:,} of {total:,}", end="\n" if done == total else "", file=sys.stderr, flush=True)
