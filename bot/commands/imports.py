"""`python -m bot import …`: one table of everything that can be loaded."""

from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from bot.commands import registry
from bot.config import Settings


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
)


def add_parser(subparsers: Any) -> None:
    """Add `import` to what `ArgumentParser.add_subparsers()` returned."""
    parser = subparsers.add_parser("import", help="load a registry, or write its template")
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    for importer in IMPORTERS:
        kind = kinds.add_parser(importer.name, help=importer.help)
        importer.add_arguments(kind)
        kind.set_defaults(main=main, importer=importer)


async def main(args: Namespace, settings: Settings) -> int:
    importer: Importer = args.importer
    return await importer.run(args, settings)
