"""Refusals: what the desk says no to, and why. The words for each live in locales/ under `refused-<code>`."""

from typing import ClassVar


class DeskError(Exception):
    """A refusal a person should hear about: the turn is rolled back and the sentence for `code` is sent instead.

    `fields` are the variables of that sentence; they never hold what somebody wrote.
    """

    code: ClassVar[str] = ""

    def __init__(self, **fields: str | int) -> None:
        super().__init__(self.code)
        self.fields = fields


class StaleButton(DeskError):
    """The button belongs to a question that is over."""

    code = "stale-button"


class ReportGone(StaleButton):
    """The database does not know this report (any more). `copied`: the moment of the copy that was put back last, as
    people read it, or `no`."""

    code = "report-gone"


class ReportErased(ReportGone):
    """Its resident has erased what the bot knew of them."""

    code = "report-erased"


class OwnErased(ReportErased):
    """The same, told to that resident."""

    code = "own-erased"


class NotAnOfficer(DeskError):
    """What only an officer can do, from an account that is none, or is none any more."""

    code = "not-an-officer"


class AlreadySent(StaleButton):
    """The draft is a report already."""

    code = "already-sent"


class InviteRefused(DeskError):
    """The join link cannot be used; the subclasses say why."""

    code = "invite-unknown"


class InviteUsed(InviteRefused):
    code = "invite-used"


class InviteExpired(InviteRefused):
    code = "invite-expired"


class InviteForeign(InviteRefused):
    """This Telegram account already belongs to another officer."""

    code = "invite-foreign"


class NotYourReport(DeskError):
    """The officer has no part in this report."""

    code = "not-your-report"


class MoveNotAllowed(DeskError):
    """The report is not in a status that allows this step (domain/moves.py)."""

    code = "move-not-allowed"


class ReportTaken(DeskError):
    """A colleague accepted the report first."""

    code = "report-taken"


class CannotCarry(DeskError):
    """A kind of message that cannot be relayed. `what`: Telegram's name of it."""

    code = "cannot-carry"

    def __init__(self, what: str = "other") -> None:
        super().__init__(what=what)


class NothingSeen(DeskError):
    """A text of characters that nobody sees."""

    code = "nothing-seen"


class CannotCarryContact(CannotCarry):
    """Somebody's contact: a copy would give a person away."""

    code = "cannot-carry-contact"


class NoCorrections(DeskError):
    """An edit of something the other side already has."""

    code = "no-corrections"


class NotKept(DeskError):
    """An edit of something that was never kept, or is no longer."""

    code = "not-kept"


class TooMuch(DeskError):
    """A limit that keeps the relay usable was reached (entries in one report)."""

    code = "too-much"


class TooMuchSent(DeskError):
    """The same of a report that is sent already: what is new needs another one."""

    code = "too-much-sent"


class RelayStopped(DeskError):
    """The place is silent altogether (domain/silence.py): nothing is passed on."""

    code = "relay-stopped"


class AnswerStopped(DeskError):
    """The same towards an officer: an answer could harm whoever gets it."""

    code = "answer-stopped"


class NoLocationsHere(DeskError):
    """The place is silent: no location is kept or passed on."""

    code = "no-locations-here"


class NothingToSend(DeskError):
    """A report without entries."""

    code = "nothing-to-send"


class OutOfScope(DeskError):
    """An admin asked for something outside their territory."""

    code = "out-of-scope"


class AdminKept(DeskError):
    """A superadmin is removed in the settings, and nobody removes oneself."""

    code = "admin-kept"


class TooManyAreas(DeskError):
    """An admin's scope has a bound: whoever looks after more has a raion or an oblast."""

    code = "too-many-areas"


class DirectoryMoved(DeskError):
    """The directory changed between the question and the answer: what was agreed to is not what would happen."""

    code = "directory-moved"


class BotNameless(DeskError):
    """Telegram has not said yet what the bot is called: no link can be made."""

    code = "bot-nameless"


class ImportDecided(StaleButton):
    """This file was applied, discarded, or waited for too long."""

    code = "import-decided"


class FileTooBig(DeskError):
    """Telegram gives bots files of up to 20 MB."""

    code = "file-too-big"


class FileRefused(DeskError):
    """A file from outside could not be read within its limits. `what` (a variant of the text `file-trouble`), `limit`
    and `at` (a cell, a line), both for people, and `file`, its name."""

    code = "file"


class FileGone(DeskError):
    """Telegram no longer has the file."""

    code = "file-gone"


class AnnouncementElsewhere(DeskError):
    """The announcement is not in a status that allows this step (domain/announcements.py: MOVES)."""

    code = "announcement-elsewhere"


class AnnouncementChanged(DeskError):
    """It is not what the second admin saw any more: the author took it back and changed it meanwhile."""

    code = "announcement-changed"


class OwnAnnouncement(DeskError):
    """Whoever wrote an announcement does not approve it."""

    code = "own-announcement"


class UnknownPlaceholder(DeskError):
    """Something in braces that stands for nothing."""

    code = "unknown-placeholder"


class TextTooLong(DeskError):
    code = "text-too-long"


class TooManyPictures(DeskError):
    code = "too-many-pictures"


class NothingToAnnounce(DeskError):
    """An announcement without words, or an opening without stations."""

    code = "nothing-to-announce"


class NobodyToTell(DeskError):
    """No area and no language was chosen."""

    code = "nobody-to-tell"


class WrongTime(DeskError):
    """In the past, or more than a week ahead."""

    code = "wrong-time"


class NothingToRetry(DeskError):
    """Nobody was missed."""

    code = "nothing-to-retry"


class NoReason(DeskError):
    """A hold without a reason."""

    code = "no-reason"


class OwnAccount(DeskError):
    """Nobody confirms that they are who they say they are."""

    code = "own-account"


class Beholden(DeskError):
    """Whoever looks after these areas only because the author invited them is no second pair of eyes."""

    code = "beholden"


class NotYourAnnouncement(DeskError):
    """Only whoever wrote an announcement changes it."""

    code = "not-your-announcement"


class UnreadableCodes(DeskError):
    """A file that is neither a workbook nor a CSV, or has nothing in it."""

    code = "unreadable-codes"


class PosterUnknown(DeskError):
    """No such station or hromada in the admin's territory."""

    code = "poster-unknown"


class OwnLowering(DeskError):
    """Less silence needs the yes of a second admin, who does not owe the place to the first."""

    code = "own-lowering"


class PosterSilent(DeskError):
    """Officers there are not shown at present (a silent hromada)."""

    code = "poster-silent"


class AreaUnknown(DeskError):
    """No oblast, raion or hromada is called so."""

    code = "area-unknown"


class HalfUnclear(DeskError):
    """No half-year of ours, or one that has not begun."""

    code = "half-unclear"


class NoBeat(DeskError):
    """No such officer in the territory, or one without a beat: there is nothing to report on."""

    code = "no-beat"
