"""The command line: `python -m bot --help`."""

import asyncio
import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from pydantic import ValidationError

from bot.commands import (
    admins,
    audit,
    box,
    emergency,
    figures,
    imports,
    inbox,
    officers,
    papers,
    places,
    registry,
    restored,
    service,
)
from bot.config import Settings, SettingsUnusable
from bot.logs import configure
from db.engine import DatabaseAway

UNUSABLE = 2


def parser() -> ArgumentParser:
    """Every command with its options."""
    found = ArgumentParser(prog="python -m bot", description="The bot of the community officer.")
    commands = found.add_subparsers(required=True, metavar="COMMAND")
    staff = (registry, officers, admins, audit)
    for module in (service, box, imports, *staff, places, emergency, figures, papers, inbox, restored):
        module.add_parser(commands)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    args = parser().parse_args(argv)
    try:
        settings = Settings()
        configure(settings)
        return int(asyncio.run(args.main(args, settings)) or 0)
    except (SettingsUnusable, DatabaseAway) as sentence:
        print(sentence, file=sys.stderr)
    except ValidationError as error:
        for each in error.errors():
            name = "_".join(str(part) for part in each["loc"]).upper()
            print(f"{name}: {each['msg']} (see .env.example).", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
