"""Notices: what we owe to somebody, as an intent with fields, not yet words and not yet Telegram.

Each kind is a frozen dataclass of plain values, so that it can wait in the outbox as JSON and be put into words in
the reader's language when it is sent. `kind` is derived from the class name (`ReportCard` -> `report-card`).
"""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import ClassVar

from bot.domain.emergency import Danger
from bot.domain.keeping import REMEMBER_SILENT, Keeping
from bot.domain.people import Role
from bot.domain.places import Choice
from bot.domain.reports import Category, ReportStatus
from bot.domain.silence import Reveals, Silence

# --- what a kind declares about itself --------------------------------------------------------------------------------


class Priority(IntEnum):
    """Who goes first when many wait; the same for what comes in (db/inbox.py)."""

    EMERGENCY = 0  # numbers of 102 and 112
    RELAY = 1  # what people write to each other, and the cards of it
    ANSWER = 2  # answers to whoever just wrote or tapped
    REST = 3  # what nobody waits for: edits of cards, signs, menus, progress


# --- parts ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PlaceWords:
    """A place with the names of what it lies in; `former` is its earlier name, when it was found by that; `city` is
    that of a city district."""

    katottg: str
    category: str
    name: str
    hromada: str | None
    raion: str | None
    oblast: str | None
    former: str | None = None
    distance_km: float | None = None
    city: str | None = None


@dataclass(frozen=True)
class OfficerWords:
    role: Role
    rank: str
    name: str
    """Empty when the reader may not know it."""
    phone: str | None
    """None unless the reader may know it."""


@dataclass(frozen=True)
class StationWords:
    name: str
    address: str
    hours: str
    phone: str
    distance_km: float | None = None
    lat: float | None = None
    lon: float | None = None
    photo: str | None = None


@dataclass(frozen=True)
class Activity:
    """What everybody may know of a hromada's last `days`: how many reports, and within how many seconds half of all
    were answered (None: not half of them, or too few answers to tell)."""

    days: int
    reports: int
    answer_seconds: float | None = None


@dataclass(frozen=True)
class QueueItem:
    number: int
    category: Category
    status: ReportStatus
    place: str
    since: datetime
    mine: bool
    ref: str = ""


# --- to a resident ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Notice:
    """The base of all kinds. Whatever hangs on a kind is declared with it, nowhere else."""

    priority: ClassVar[Priority] = Priority.ANSWER
    reveals: ClassVar[Reveals] = Reveals.NOTHING

    def without(self, unsaid: Reveals, _hromada: PlaceWords | None = None, /) -> "Notice | None":
        """What may still be told of it, once its place has become silent. `hromada` stands for a narrower place. None:
        nothing, and nobody waits for it; `RulesChanged` where somebody does."""
        if not self.reveals & unsaid:
            return self
        return RulesChanged() if self.priority is Priority.ANSWER else None


@dataclass(frozen=True)
class AboutReport(Notice):
    """The base of kinds that can be replied to: `ref` (domain/refs.py) is the report's address in the message itself,
    so that a reply finds its way whatever became of the database. Empty: filled in when it is sent."""

    ref: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Paged(Notice):
    """The base of lists that turn pages (domain/pages.py): `page` counts from 0."""

    page: int = field(default=0, kw_only=True)
    pages: int = field(default=1, kw_only=True)


@dataclass(frozen=True)
class Hushable(Notice):
    """The base of kinds that name 102 and 112, unless the reader is `hushed`: these may be answered by the occupier
    there (domain/silence.py, level 3). Who tells one need not know: `Turn.tell` minds it."""

    hushed: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class Asked(Hushable):
    """The base of questions and receipts to residents: a line of 102 and 112 ends them."""


@dataclass(frozen=True)
class Attached(Notice):
    """The base of kinds that carry a file of ours (`domain/attachments.py`); their words are its caption."""

    upload_id: int


class Waiting(StrEnum):
    """What words do that can go nowhere yet: the question of consent is open, or nobody would read them."""

    NOTHING = "nothing"  # there are none
    WORDS = "words"  # they are kept for the answer
    FULL = "full"  # these are not: no more are kept


@dataclass(frozen=True)
class RulesChanged(Notice):
    """Instead of an answer that may not be given any more: what is silent has changed while it waited."""


@dataclass(frozen=True)
class Welcome(Notice):
    """Greeting, what the bot is and is not, what is kept and how long, who runs it (`operator`, empty: that is not
    told), and the question of consent."""

    retention_days: int
    waiting: Waiting = Waiting.NOTHING
    unresolved_days: int = REMEMBER_SILENT.days
    operator: str = ""


@dataclass(frozen=True)
class WithoutConsent(Notice):
    """The person said no, or has not said yes: what still helps."""


@dataclass(frozen=True)
class Privacy(Asked):
    """Who runs the bot, what is kept for what and how long, who sees it, and what one can ask for."""

    keeping: Keeping


@dataclass(frozen=True)
class AskPlace(Asked):
    """Share a location or type a name. `again`: the person wants another place than the one shown; `kept`: what
    they wrote waits until it is clear where it belongs."""

    again: bool = False
    kept: bool = False


@dataclass(frozen=True)
class PlaceUnknown(Asked):
    """No such name; how to try otherwise. `outside`: the place is not in Ukraine; `oblast`: nothing else was named;
    `code`: what sort of code was sent instead of a name."""

    outside: bool = False
    oblast: bool = False
    code: str = ""


@dataclass(frozen=True)
class AskSettlement(Asked):
    """A street was named, and no city or village."""


@dataclass(frozen=True)
class AddressSought(Notice):
    """The address is being looked for on a map: the answer comes in a moment."""


@dataclass(frozen=True)
class AddressUnused(Notice):
    """What follows is about the settlement of an address. `why`: `never` looked for here, `not-found`, or the map is
    `away`."""

    why: str


@dataclass(frozen=True)
class PlaceChoices(Paged, Asked):
    """Several places may be meant, for the reason in `why`; `asked` tells one question's pages from another's."""

    reveals: ClassVar = Reveals.PLACE

    options: tuple[PlaceWords, ...]
    total: int
    why: Choice = Choice.NAMESAKES
    asked: str = ""


@dataclass(frozen=True)
class ConfirmPlace(Asked):
    """One place fits: is it this one? `kept`: it is named in words that wait for their place."""

    reveals: ClassVar = Reveals.PLACE

    place: PlaceWords
    by_point: bool
    kept: bool = False


@dataclass(frozen=True)
class OfficerCard(Notice):
    """Who answers for the place, why, and where the station is. `stand_in` gets the reports when nobody
    of those named has joined the bot yet; `can_write`: somebody will get a report now."""

    reveals: ClassVar = Reveals.OFFICER | Reveals.STATION | Reveals.PLACE

    place: PlaceWords
    officers: tuple[OfficerWords, ...]
    why: str
    station: StationWords | None
    can_write: bool
    stand_in: OfficerWords | None = None
    photo: str | None = None
    districts: tuple[PlaceWords, ...] = ()
    """Districts of this city that have officers of their own."""
    activity: Activity | None = None


@dataclass(frozen=True)
class StationPin(Notice):
    reveals: ClassVar = Reveals.STATION

    station: StationWords


@dataclass(frozen=True)
class StationPhoto(Notice):
    """What the station looks like; comes before its pin."""

    reveals: ClassVar = Reveals.STATION

    station: StationWords


@dataclass(frozen=True)
class PlaceClear(Notice):
    """Before what is known of a place when no pin follows that would do it: takes the location button away, which a
    message with buttons of its own cannot."""


@dataclass(frozen=True)
class NobodyHere(Notice):
    """No officer answers for the place yet."""

    reveals: ClassVar = Reveals.PLACE

    place: PlaceWords


@dataclass(frozen=True)
class NobodyToWrite(Asked):
    """No report is taken for a place where nobody would read it. Its card stands above: whom to call instead."""

    waiting: Waiting = Waiting.NOTHING


@dataclass(frozen=True)
class QuietPlace(Notice):
    """A silent hromada: nobody is shown. `level`: domain/silence.py; `can_write`: somebody gets a report now;
    `dropped`: words that waited for a place were not kept."""

    reveals: ClassVar = Reveals.PLACE

    place: PlaceWords
    level: int
    can_write: bool
    dropped: bool = False

    def without(self, unsaid: Reveals, hromada: PlaceWords | None = None, /) -> Notice | None:
        place = hromada if unsaid & Reveals.PLACE else self.place
        told = self.level >= Silence.RELAY or not unsaid & Reveals.WORDS
        return replace(self, place=place) if place and told else RulesChanged()


@dataclass(frozen=True)
class AskCategory(Asked):
    """What is it about? `place` is where the report will go; `kept`: words came already, and the last of them may be
    another place's name (`named`)."""

    reveals: ClassVar = Reveals.PLACE

    place: PlaceWords | None = None
    kept: bool = False
    named: bool = False

    def without(self, unsaid: Reveals, hromada: PlaceWords | None = None, /) -> Notice | None:
        return replace(self, place=hromada) if unsaid & Reveals.PLACE else self


@dataclass(frozen=True)
class AskDanger(Hushable):
    """Is anyone in danger now? The numbers stand beside the question. `offence`: who registers crimes is said; `kept`:
    words wait for the report."""

    offence: bool
    kept: bool = False


@dataclass(frozen=True)
class EmergencyNumbers(Hushable):
    """The numbers. `asking`: a report is being written and waits for "it can wait"."""

    priority: ClassVar = Priority.EMERGENCY

    asking: bool = False


@dataclass(frozen=True)
class FirstAid(Hushable):
    """To anybody whose words speak of danger, before all else: numbers and what to do. `kinds`: the most urgent first,
    none for a bare call; `child`: a child seems to write; `hushed`: official lines stand instead."""

    priority: ClassVar = Priority.EMERGENCY

    kinds: tuple[Danger, ...] = ()
    child: bool = False


@dataclass(frozen=True)
class AskEntries(AboutReport, Asked):
    """Tell what happened. `locations`: they may be sent too; `watched`: somebody else may look at the phone."""

    reveals: ClassVar = Reveals.WORDS

    report_id: int
    locations: bool = True
    watched: bool = False


@dataclass(frozen=True)
class DraftPanel(AboutReport, Asked):
    """What is in the draft so far."""

    reveals: ClassVar = Reveals.WORDS

    report_id: int
    entries: int


class PointGoes(StrEnum):
    """Whether the point that the place was found by goes along with the report."""

    NO = "no"  # there is none
    ASKED = "asked"  # not unless the resident says so
    YES = "yes"


@dataclass(frozen=True)
class Summary(AboutReport, Asked):
    """Before sending: `counts` are (entry kind, how many)."""

    reveals: ClassVar = Reveals.OFFICER | Reveals.PLACE | Reveals.WORDS

    report_id: int
    category: Category
    place: PlaceWords
    counts: tuple[tuple[str, int], ...]
    officers: tuple[OfficerWords, ...]
    can_write: bool
    """With no `officers`: somebody gets it who is not shown."""
    point: PointGoes = PointGoes.NO

    def without(self, unsaid: Reveals, hromada: PlaceWords | None = None, /) -> Notice | None:
        if unsaid & Reveals.WORDS:
            return RulesChanged()
        place = hromada if unsaid & Reveals.PLACE else self.place
        unnamed = () if unsaid & Reveals.OFFICER else self.officers
        point = PointGoes.NO if unsaid & Reveals.PLACE else self.point
        return replace(self, officers=unnamed, place=place, point=point) if place else RulesChanged()


@dataclass(frozen=True)
class DraftDropped(Asked):
    """The resident cancelled."""


@dataclass(frozen=True)
class DraftWaits(AboutReport, Asked):
    """There is an unsent report; the person asked for something else."""

    reveals: ClassVar = Reveals.WORDS

    report_id: int


@dataclass(frozen=True)
class ReportKept(AboutReport):
    """Sent: the number and who got it; `unnamed`: whoever got it is not shown."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.OFFICER | Reveals.WORDS

    number: int
    officers: tuple[OfficerWords, ...]
    unnamed: bool = False

    def without(self, unsaid: Reveals, _hromada: PlaceWords | None = None, /) -> Notice | None:
        if unsaid & Reveals.WORDS:
            return RulesChanged()
        named = bool(unsaid & Reveals.OFFICER and self.officers)
        return replace(self, officers=(), unnamed=True) if named else self


@dataclass(frozen=True)
class EntryAdded(AboutReport, Asked):
    """`unheard`: nobody can read it at present; `file`: a file went on by itself, and what it can tell beside what it
    was sent for is said."""

    reveals: ClassVar = Reveals.WORDS

    number: int
    unheard: bool = False
    file: bool = False


@dataclass(frozen=True)
class ReportMoved(AboutReport, Asked):
    """To the resident: the report was accepted or resolved, or (new) went to another officer. `officer` None: they are
    not shown."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.OFFICER | Reveals.WORDS

    number: int
    status: ReportStatus
    officer: OfficerWords | None

    def without(self, unsaid: Reveals, _hromada: PlaceWords | None = None, /) -> Notice | None:
        if unsaid & Reveals.WORDS:
            return None
        return replace(self, officer=None) if unsaid & Reveals.OFFICER else self


@dataclass(frozen=True)
class ReportUnread(AboutReport, Asked):
    """To the resident: whoever had the report left, and nobody has it now."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.WORDS

    number: int


@dataclass(frozen=True)
class OfficerBack(AboutReport, Asked):
    """To the resident, who was told that whoever had the report is away: they read it again. `officer` None: they are
    not shown."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.OFFICER | Reveals.WORDS

    number: int
    officer: OfficerWords | None

    def without(self, unsaid: Reveals, _hromada: PlaceWords | None = None, /) -> Notice | None:
        if unsaid & Reveals.WORDS:
            return None
        return replace(self, officer=None) if unsaid & Reveals.OFFICER else self


@dataclass(frozen=True)
class MyReports(Paged, Asked):
    """Newest first."""

    reveals: ClassVar = Reveals.PLACE

    items: tuple[QueueItem, ...]


@dataclass(frozen=True)
class EntryLost(AboutReport, Asked):
    """An entry could not be handed to the officer: the resident should send it again."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.WORDS

    number: int


@dataclass(frozen=True)
class WriteHow(Asked):
    """Words came at a time when nothing was asked."""


# --- to an officer ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OfficerJoined(Notice):
    """`pending`: somebody has to make sure first that it is them."""

    priority: ClassVar = Priority.RELAY

    name: str
    already: bool = False
    pending: bool = False


@dataclass(frozen=True)
class OfficerConfirmed(Notice):
    """To the officer: from now on reports come here. It goes before those that waited."""

    priority: ClassVar = Priority.RELAY

    name: str


@dataclass(frozen=True)
class OfficerElsewhere(Notice):
    """To an account that was an officer's: another one has joined in its place."""

    name: str


@dataclass(frozen=True)
class OfficerCutOff(Notice):
    """To an account that was an officer's and is nobody's now."""

    priority: ClassVar = Priority.RELAY

    name: str


@dataclass(frozen=True)
class NotOfficers(Notice):
    """To such an account, which wrote something: nobody gets it."""


@dataclass(frozen=True)
class CardErased(AboutReport):
    """What a card becomes when its resident has erased what the bot knew of them."""

    priority: ClassVar = Priority.REST

    number: int


@dataclass(frozen=True)
class ReportCard(AboutReport):
    """The report's own message at an officer; edited when the report moves. `owner` None: nobody took it; `dangers`,
    `danger_declared`, `aid_hushed` and `by_child`: as in the report."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.PLACE | Reveals.POINT | Reveals.WORDS

    number: int
    category: Category
    status: ReportStatus
    place: PlaceWords
    entries: int
    since: datetime
    first_report: bool
    owner: str | None
    mine: bool
    lat: float | None = None
    lon: float | None = None
    owner_phone: str | None = None
    """What colleagues may know of the one who took it."""
    dangers: tuple[Danger, ...] = ()
    danger_declared: bool = False
    aid_hushed: bool = False
    by_child: bool = False

    def without(self, unsaid: Reveals, hromada: PlaceWords | None = None, /) -> Notice | None:
        place = hromada if unsaid & Reveals.PLACE else self.place
        if unsaid & Reveals.WORDS or place is None:
            return None
        return replace(self, place=place, lat=None, lon=None) if unsaid & Reveals.POINT else self


@dataclass(frozen=True)
class AnswerHere(AboutReport):
    """A prompt: the reply to it goes to the resident of this report."""

    number: int


@dataclass(frozen=True)
class AnswerPassed(AboutReport):
    """An officer's first answer to a report goes on: in words what `Seen` says of the later ones by a sign alone."""

    number: int


@dataclass(frozen=True)
class AnswerHow(Notice):
    """A message that is not a reply: how to answer."""


@dataclass(frozen=True)
class Queue(Paged):
    """What waits, oldest first; `total` on all pages (0: on this one alone)."""

    reveals: ClassVar = Reveals.PLACE

    items: tuple[QueueItem, ...]
    total: int = 0


@dataclass(frozen=True)
class NotDelivered(AboutReport):
    """To an officer: an answer did not reach the resident. `gone`: nothing will any more."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.WORDS

    number: int
    gone: bool = True


# --- to both ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Relayed(AboutReport):
    """An entry, or the whole album it belongs to; its content stays in `entries`. `sender` is None towards officers:
    the resident is anonymous; `unnamed`: an officer's answer to a resident who is not shown whose."""

    priority: ClassVar = Priority.RELAY
    reveals: ClassVar = Reveals.OFFICER | Reveals.WORDS

    number: int
    sender: OfficerWords | None = None
    unnamed: bool = False

    def without(self, unsaid: Reveals, _hromada: PlaceWords | None = None, /) -> Notice | None:
        if unsaid & Reveals.WORDS:
            return None
        named = bool(unsaid & Reveals.OFFICER and self.sender)
        return replace(self, sender=None, unnamed=True) if named else self


@dataclass(frozen=True)
class Seen(Notice):
    """A quiet sign on somebody's own message that it was kept and goes on."""

    priority: ClassVar = Priority.REST

    message_id: int


@dataclass(frozen=True)
class PartUnread(Notice):
    """Of what was just sent only the words could be read, or not all files: what lacks should come by itself."""


@dataclass(frozen=True)
class LivePoint(Notice):
    """A live location was just sent: it is taken as the point it shows now."""


@dataclass(frozen=True)
class ReactionUnseen(Notice):
    """A reaction goes nowhere: whoever meant it as an answer should write it."""


@dataclass(frozen=True)
class Help(Hushable):
    """`resident`: an officer who is one too."""

    officer: bool = False
    resident: bool = False


@dataclass(frozen=True)
class AskLanguage(Asked):
    """Which language?"""


@dataclass(frozen=True)
class LanguageSet(Notice):
    """Said in the new language."""


@dataclass(frozen=True)
class CommandMenu(Notice):
    """The commands this chat's menu shows. Not a message. `resident`: an officer who is one too."""

    priority: ClassVar = Priority.REST

    officer: bool = False
    admin: bool = False
    resident: bool = False


@dataclass(frozen=True)
class Refused(Notice):
    """A `DeskError` as a sentence."""

    code: str
    fields: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True)
class SlowDown(Hushable):
    """Somebody writes faster than we pass it on: all is kept; when to go on."""

    until: datetime


@dataclass(frozen=True)
class NotTaken(Asked):
    """Something of ours broke again and again: the message was set aside, and its author should know."""


@dataclass(frozen=True)
class NotShown(Notice):
    """Telegram refused a message to this reader, in its plain form too."""


@dataclass(frozen=True)
class Forgotten(Asked):
    """Everything about the resident was erased."""


@dataclass(frozen=True)
class ConfirmForget(Asked):
    """`agreement`: which one ends by it (`Resident.agreement`)."""

    reports: int
    agreement: int


def kind_of(notice: type[Notice]) -> str:
    """`ReportCard` -> `report-card`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", notice.__name__).lower()
