"""What somebody agrees to, and what that says about news."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.domain.announcements import Kind


class Consent(StrEnum):
    """The answer to the first question."""

    WITH_NEWS = "with-news"  # the bot may write when a station opens near
    WITHOUT_NEWS = "without-news"  # nothing but what belongs to one's own reports
    NEWS_UNSAID = "news-unsaid"  # the question did not speak of news when it was asked: it is asked once, later


SAYS: Final[Mapping[Consent, Mapping[Kind, bool]]] = {
    Consent.WITH_NEWS: {Kind.OPENING: True},  # what else is announced needs a yes of its own (/news)
    Consent.WITHOUT_NEWS: {Kind.OPENING: False, Kind.ANNOUNCEMENT: False},
    Consent.NEWS_UNSAID: {},
}
"""What it says of each kind of news; a kind that is missing was not spoken of, and only a yes is a yes."""
