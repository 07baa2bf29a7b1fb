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
    """The report is not in a status that allows this step (domain/reports.py: MOVES)."""

    code = "move-not-allowed"


class ReportTaken(DeskError):
    """A colleague accepted the report first."""

    code = "report-taken"


class CannotCarry(DeskError):
    """A kind of message that cannot be relayed (sticker, poll, contact ...)."""

    code = "cannot-carry"


class CannotCarryContact(CannotCarry):
    """Somebody's contact: a copy would give a person away."""

    code = "cannot-carry-contact"


class NoCorrections(DeskError):
    """An edit of something the other side already has."""

    code = "no-corrections"


class NotTaken(DeskError):
    """Something of ours broke again and again: the message was set aside, and its author should know."""

    code = "not-taken"


class TooMuch(DeskError):
    """A limit that keeps the relay usable was reached (entries in one report)."""

    code = "too-much"


class NothingToSend(DeskError):
    """A report without entries."""

    code = "nothing-to-send"


class OutOfScope(DeskError):
    """An admin asked for something outside their territory."""

    code = "out-of-scope"


class FileTooBig(DeskError):
    """Telegram gives bots files of up to 20 MB."""

    code = "file-too-big"


class FileGone(DeskError):
    """Telegram no longer has the file."""

    code = "file-gone"


class PosterUnknown(DeskError):
    """No such station or hromada in the admin's territory."""

    code = "poster-unknown"


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
