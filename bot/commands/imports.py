"""`python -m bot import …`: one table of everything that can be loaded."""

from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from bot.commands import official, registry, silent
from bot.config import Settings
from bot.places.importing import aliases, coordinates, polygons, population


@dataclass(frozen=True, slots=True)
class Importer:
    """`run` returns the exit code: 0, or 2 when the file was refused."""

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Settings], Awaitable[int]]


IMPORTERS: Final = (
    Importer("registry", "officers, stations and beats from a workbook or CSV", registry.add_arguments, registry.load),
    Importer("template", "write an empty registry workbook", registry.add_template_arguments, registry.template),
    Importer(
        "codifier",
        "an edition of the codifier (KATOTTG), xlsx or csv",
        official.add_codifier_arguments,
        official.load_codifier,
    ),
    Importer(
        "coordinates",
        "points of settlements by p-code: COD-AB xlsx, csv or GeoJSON",
        official.add_arguments,
        official.loader(coordinates.read),
    ),
    Importer(
        "polygons",
        "polygons of hromadas and city districts: GeoJSON with katottg",
        official.add_arguments,
        official.loader(polygons.read),
    ),
    Importer(
        "population",
        "population: tables 5 and 6 of the State Statistics Service, xlsx",
        official.add_arguments,
        official.loader(population.read),
    ),
    Importer(
        "aliases",
        "former and other names: csv or xlsx with katottg and old_name_uk",
        official.add_arguments,
        official.loader(aliases.read),
    ),
    Importer(
        "silent", "the list of silent hromadas: csv or xlsx with katottg and level", official.add_arguments, silent.load
    ),
)


def add_parser(subparsers: Any) -> None:
    """Add `import` to what `ArgumentParser.add_subparsers()` returned."""
    parser = subparsers.add_parser("import", help="load a registry or an official file, or write a template")
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    for importer in IMPORTERS:
        kind = kinds.add_parser(importer.name, help=importer.help)
        importer.add_arguments(kind)
        kind.set_defaults(main=main, importer=importer)


async def main(args: Namespace, settings: Settings) -> int:
    importer: Importer = args.importer
    return await importer.run(args, settings)
