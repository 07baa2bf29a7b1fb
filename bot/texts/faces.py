"""Every notice's face, by its kind."""

from typing import Final

from bot.domain import notices as n
from bot.texts import (
    about,
    addressing,
    admins,
    aid,
    alerts,
    cases,
    directory,
    figures,
    general,
    intake,
    papers,
    places,
    reports,
    silence,
)
from bot.texts.announcements import audience, composing, deciding, news, watching
from bot.texts.buttons import Faces, Offer
from bot.texts.parts import paragraphs
from bot.texts.words import Words

FACES: Final[Faces] = {
    **general.FACES,
    **about.FACES,
    **aid.FACES,
    **places.FACES,
    **reports.FACES,
    **addressing.FACES,
    **cases.FACES,
    **admins.FACES,
    **alerts.FACES,
    **directory.FACES,
    **news.FACES,
    **composing.FACES,
    **audience.FACES,
    **deciding.FACES,
    **watching.FACES,
    **figures.FACES,
    **silence.FACES,
    **intake.FACES,
    **papers.FACES,
}


def speak(notice: n.Notice, words: Words) -> str:
    """The words of a notice; empty for the kinds that are no message (`Seen`, `CommandMenu`) or carry an entry."""
    said = FACES[type(notice)].words(notice, words)
    if isinstance(notice, n.Asked) and not notice.hushed:
        return paragraphs(said, words.html("danger-now"))
    return said


def offered(notice: n.Notice, words: Words) -> Offer | None:
    """What stands below the words; None: nothing."""
    offer = FACES[type(notice)].offer
    return offer(notice, words) if offer else None
