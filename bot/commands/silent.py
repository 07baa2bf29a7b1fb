"""`import silent`: the list of silent hromadas."""

from argparse import Namespace

from bot.commands.official import worded
from bot.commands.opened import opened
from bot.commands.registry import REFUSED
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.places.importing import silent
from bot.places.load import load_gazetteer
from bot.services.silence import replace_list
from bot.texts.words import words


async def load(args: Namespace, settings: Settings) -> int:
    """Replace the list by the file at `args.path`; print what changed, or every fault there is."""
    say = words(settings.default_locale).plain
    async with opened(settings, checking=args.check) as database:
        gazetteer = await load_gazetteer(database)  # a first command on an empty database: codes need the codifier
        found = silent.read(args.path, {unit.katottg: unit for unit in gazetteer.units})
        if found.faults:
            print(*(worded(fault, say) for fault in found.faults), sep="\n")
            print(say("places-refused", count=str(len(found.faults))))
            return REFUSED
        async with database.write():
            touched = await replace_list(found.areas, label=args.path.name, now=utc_now(), dry_run=args.check)
    if not touched:
        print(say("places-same"))
        return 0
    print(say("places-checked" if args.check else "silent-applied"))
    for code in touched:
        unit = gazetteer.unit(code)
        level = next((str(int(area.level)) for area in found.areas if area.katottg == code), "none")
        print(say("silent-line", code=code, name=unit.name, level=level))
    return 0
