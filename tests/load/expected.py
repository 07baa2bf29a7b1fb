"""What each resident must have got on the day the stations opened, worked out from the registry by itself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.commands.crowd_of_demo import Generated
from bot.domain.routing import Directory
from bot.sandbox.world import World
from bot.texts.words import words

OPENED = (
    "відкрилася поліцейська станція",
    "відкрилися поліцейські станції",
    "police station has opened",
    "Police stations have opened",
)


@dataclass
class Audit:
    """`faults` are sentences; none: everybody got exactly what concerns them. `twice`: how many messages came again,
    and `again`: to whom."""

    right: int = 0
    nothing: int = 0
    twice: int = 0
    faults: list[str] = field(default_factory=list)
    again: set[int] = field(default_factory=set)


def stations_of(directory: Directory, areas: Iterable[str]) -> set[str]:
    """Names of the stations whose beats lie around a place."""
    beats = [beat for area in areas for beat in directory.beats.get(area, ())]
    known = (directory.stations.get(beat.station_id) for beat in beats if beat.station_id is not None)
    return {station.name for station in known if station is not None}


def announcements(world: World, bot: int, chat: int) -> list[str]:
    """The words of the announcements in a chat."""
    dialog = world.dialogs.get((bot, chat))
    said = [str(each.message.get("text", "")) for each in dialog.records.values() if each.bot] if dialog else []
    return [text for text in said if any(sign in text for sign in OPENED)]


def audit(
    world: World, bot: int, people: Sequence[Generated], directory: Directory, *, left_out: Collection[int]
) -> Audit:
    """`left_out`: chats that must not have got anything (said no, blocked the bot, gone)."""
    found = Audit()
    names = {name: station.name for station in directory.stations.values() for name in _written(station.name)}
    for each in people:
        got = announcements(world, bot, each.chat_id)
        wanted = set() if each.chat_id in left_out else stations_of(directory, each.home.areas)
        _compare(found, each, got, wanted, names)
    return found


def _written(name: str) -> tuple[str, str]:
    """A station's name as Ukrainian and English announcements write it."""
    return name, words("en").name(name)


def _compare(found: Audit, who: Generated, got: list[str], wanted: set[str], names: Mapping[str, str]) -> None:
    if not wanted:
        found.nothing += not got
        if got:
            found.faults.append(f"{who.chat_id} in {who.home.name} should have got nothing, got {len(got)}")
        return
    named = [{name for written, name in names.items() if written in text} for text in got]
    if not got:
        found.faults.append(f"{who.chat_id} in {who.home.name} got nothing, wanted {wanted}")
    elif any(each != wanted for each in named):
        found.faults.append(f"{who.chat_id} in {who.home.name} got {named}, wanted {wanted}")
    else:
        found.right += 1
    if len(got) > 1:
        found.twice += len(got) - 1
        found.again.add(who.chat_id)
