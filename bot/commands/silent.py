"""`import silent`: the list of silent hromadas."""

from argparse import Namespace

from bot.commands.official import worded
from bot.commands.opened import opened
from bot.commands.registry import REFUSED
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.places.gazetteer import Gazetteer
from bot.places.importing import silent
from bot.places.load import load_gazetteer
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.silence import replace_list
from bot.services.territories import AdminTerritories
from bot.services.turns import Turns
from bot.texts.words import words
from db.engine import Database


async def load(args: Namespace, settings: Settings) -> int:
    """Replace the list by the file at `args.path`; print what changed, what waits for a yes, or every fault."""
    say = words(settings.default_locale).plain
    async with opened(settings, checking=args.check) as database:
        gazetteer = await load_gazetteer(database)  # a first command on an empty database: codes need the codifier
        found = await silent.read(args.path, {unit.katottg: unit for unit in gazetteer.units})
        if found.faults:
            print(*(worded(fault, say) for fault in found.faults), sep="\n")
            print(say("places-refused", count=str(len(found.faults))))
            return REFUSED
        async with Turns(database, utc_now, lambda: None).open() as turn:
            territories = _territories(database, gazetteer)
            label = args.path.name
            replaced = await replace_list(turn, found.areas, territories, label=label, dry_run=args.check)
    if not replaced.changed and not replaced.asked:
        print(say("places-same"))
        return 0
    print(say("places-checked" if args.check else "silent-applied"))
    levels = {area.katottg: str(int(area.level)) for area in found.areas}
    for text, codes in (("silent-line", replaced.changed), ("silent-line-asked", replaced.asked)):
        for code in codes:
            print(say(text, code=code, name=gazetteer.unit(code).name, level=levels.get(code, "none")))
    return 0


def _territories(database: Database, gazetteer: Gazetteer) -> AdminTerritories:
    directory = DirectoryService(database, utc_now, lambda: gazetteer)
    return AdminTerritories(lambda: gazetteer, Lookup(lambda: gazetteer, directory))
