"""Rows held against each other and against the codifier; and, once nothing is wrong, the edition they make."""

from collections import defaultdict
from collections.abc import Mapping

from bot.domain.people import Role
from bot.domain.places import PlaceCategory, Point
from bot.domain.registry import BeatEntry, DirectoryKind, Edition, OfficerEntry, PostEntry, StationEntry
from bot.services.registry.faults import shown
from bot.services.registry.parsing import Parsed, SheetRow
from bot.services.registry.sheets import SHEET, SHEETS, Sheet

NOTHING = Edition()
WIDE = frozenset({PlaceCategory.OBLAST, PlaceCategory.RAION})


def named_codes(parsed: Parsed) -> set[str]:
    """All KATOTTG codes of the file, for asking the codifier once."""
    return {row.values["katottg"] for row in parsed.rows["areas"] if row.has("katottg")}


def check(parsed: Parsed, categories: Mapping[str, PlaceCategory], beside: Edition = NOTHING) -> None:
    """Add what is wrong between rows to the faults. `categories`: of those of `named_codes` that the
    codifier lists or once listed; `beside`:
    the part of the registry that a file for a territory need not repeat."""
    for sheet in SHEETS:
        _check_repeats(parsed, sheet)
        _check_references(parsed, sheet, beside)
    _check_points(parsed)
    _check_dates(parsed)
    _check_codes(parsed, categories)
    _check_widths(parsed, categories, beside)


def _check_repeats(parsed: Parsed, sheet: Sheet) -> None:
    first: dict[tuple[object, ...], int] = {}
    for row in parsed.rows[sheet.key]:
        if row.has(*sheet.identity):
            identity = tuple(row.values[key] for key in sheet.identity)
            earlier = first.setdefault(identity, row.line)
            if earlier != row.line:
                parsed.fault(
                    "repeated",
                    sheet,
                    line=row.line,
                    column=sheet.identity[-1],
                    value=shown(", ".join(map(str, identity))),
                    first=str(earlier),
                )


def _check_references(parsed: Parsed, sheet: Sheet, beside: Edition) -> None:
    for column in sheet.columns:
        if column.refers_to is None:
            continue
        target = SHEET[column.refers_to]
        codes = {row.values["code"] for row in parsed.rows[target.key] if row.has("code")}
        codes.update(beside.of(DirectoryKind(target.key)))
        for row in parsed.rows[sheet.key]:
            code = row.values.get(column.key)
            if code and code not in codes:
                parsed.fault(
                    "unknown-reference",
                    sheet,
                    line=row.line,
                    column=column.key,
                    value=shown(code),
                    target=parsed.names.get(target.key, target.title),
                )


def _check_points(parsed: Parsed) -> None:
    for row in parsed.rows["stations"]:
        if row.has("lat", "lon") and (row.values["lat"] is None) != (row.values["lon"] is None):
            missing = "lat" if row.values["lat"] is None else "lon"
            parsed.fault("half-a-point", SHEET["stations"], line=row.line, column=missing)


def _check_dates(parsed: Parsed) -> None:
    for row in parsed.rows["posts"]:
        if row.has("since", "until") and row.values["until"] and row.values["until"] < row.values["since"]:
            parsed.fault("dates-out-of-order", SHEET["posts"], line=row.line, column="until")


def _check_codes(parsed: Parsed, categories: Mapping[str, PlaceCategory]) -> None:
    for row in parsed.rows["areas"]:
        if row.has("katottg") and row.values["katottg"] not in categories:
            parsed.fault(
                "unknown-katottg", SHEET["areas"], line=row.line, column="katottg", value=row.values["katottg"]
            )


def _check_widths(parsed: Parsed, categories: Mapping[str, PlaceCategory], beside: Edition) -> None:
    """Only duty units answer for a whole raion or oblast."""
    roles = {code: officer.role for code, officer in beside.officers.items()}
    roles |= {row.values["code"]: row.values["role"] for row in parsed.rows["officers"] if row.has("code", "role")}
    wide = {
        row.values["beat"]: row.values["katottg"]
        for row in parsed.rows["areas"]
        if row.has("beat", "katottg") and categories.get(row.values["katottg"]) in WIDE
    }
    for row in parsed.rows["posts"]:
        area = wide.get(row.values.get("beat"))
        if area and roles.get(row.values.get("officer", ""), Role.DUTY) is not Role.DUTY:
            parsed.fault("area-too-wide", SHEET["posts"], line=row.line, column="beat", value=area)


def edition_of(parsed: Parsed) -> Edition:
    """The registry of a file without faults."""
    areas: defaultdict[str, set[str]] = defaultdict(set)
    for row in parsed.rows["areas"]:
        areas[row.values["beat"]].add(row.values["katottg"])
    posts: defaultdict[str, set[PostEntry]] = defaultdict(set)
    for row in parsed.rows["posts"]:
        posts[row.values["beat"]].add(
            PostEntry(row.values["officer"], row.values["since"], row.values["until"]),
        )
    beats = [
        BeatEntry(**row.values, areas=frozenset(areas[code]), posts=frozenset(posts[code]))
        for row in parsed.rows["beats"]
        for code in (row.values["code"],)
    ]
    return Edition(
        stations={row.values["code"]: _station(row) for row in parsed.rows["stations"]},
        officers={row.values["code"]: OfficerEntry(**row.values) for row in parsed.rows["officers"]},
        beats={beat.code: beat for beat in beats},
    )


def _station(row: SheetRow) -> StationEntry:
    values = dict(row.values)
    lat, lon = values.pop("lat"), values.pop("lon")
    return StationEntry(**values, point=None if lat is None else Point(lat, lon))
