"""What the bot says of itself: before Start, in its profile, in the question of consent, and to /privacy."""

from typing import Final

from bot.domain import notices as n
from bot.domain.acts.people import Go, Language, Step
from bot.domain.keeping import Keeping, Operator
from bot.domain.marked import utf16
from bot.texts.buttons import Face, Faces, Offer, Typing, button, keyboard
from bot.texts.parts import lines, paragraphs, simple, yes_no
from bot.texts.words import LANGUAGES, Words

DESCRIPTION_MOST: Final = 512
ABOUT_MOST: Final = 120
"""UTF-16 units that Telegram takes (setMyDescription, setMyShortDescription)."""


def description(words: Words, operator: Operator) -> str:
    """The screen before Start; with the operator's name and page as far as there is room."""
    bare = words.plain("bot-description")
    named = words.plain("bot-description-operator", operator=operator.name) if operator.name else ""
    page = words.plain("bot-description-page", page=operator.page) if operator.page else ""
    whole = (paragraphs(bare, lines((named, page))), paragraphs(bare, named))
    return next((text for text in whole if utf16(text) <= DESCRIPTION_MOST), bare)


def about(words: Words) -> str:
    """The line in the profile and beside a link to the bot."""
    return words.plain("bot-about")


def _welcome(notice: n.Welcome, words: Words) -> str:
    """It is longer than a screen, so the numbers stand at both ends: a phone shows the last lines."""
    waiting = notice.waiting is not n.Waiting.NOTHING
    return paragraphs(
        words.html("welcome-waiting", waiting=notice.waiting.value) if waiting else "",
        words.html("welcome"),
        words.html("welcome-kept", days=notice.retention_days, unresolved=notice.unresolved_days),
        words.html("welcome-operator", named=yes_no(notice.operator), operator=notice.operator),
        words.html("danger-now"),
        words.html("welcome-question"),
    )


def _privacy(notice: n.Privacy, words: Words) -> str:
    keeping = notice.keeping
    return paragraphs(
        _operator(keeping.operator, words),
        words.html("privacy-what", hours=keeping.held_hours),
        _how_long(keeping, words),
        words.html("privacy-who", maps=yes_no(keeping.maps)),
        words.html("privacy-rights", contact=yes_no(keeping.operator.contact)),
    )


def _operator(operator: Operator, words: Words) -> str:
    return lines(
        (
            words.html("privacy-operator", named=yes_no(operator.name), operator=operator.name),
            words.html("privacy-page", page=operator.page) if operator.page else "",
            words.html("privacy-contact", told=yes_no(operator.contact), contact=operator.contact),
            words.html("privacy-never"),
        )
    )


def _how_long(keeping: Keeping, words: Words) -> str:
    days = {"resolved": keeping.resolved_days, "unresolved": keeping.unresolved_days, "failed": keeping.failed_days}
    return words.html("privacy-how-long", **days)


def _welcome_offer(_notice: n.Welcome, words: Words) -> Offer:
    other = next(each for each in LANGUAGES if each != words.locale)
    return keyboard(
        [button(words, "agree", Go(step=Step.AGREE_WITH_NEWS))],
        [button(words, "agree-without-news", Go(step=Step.AGREE_WITHOUT_NEWS))],
        [button(words, "decline", Go(step=Step.DECLINE)), button(words, "other-language", Language(locale=other))],
    )


def _none_offer(_notice: n.Notice, _words: Words) -> Offer:
    return Typing()


FACES: Final[Faces] = {
    n.Welcome: Face(_welcome, _welcome_offer),
    n.WithoutConsent: Face(simple("without-consent"), _none_offer),
    n.Privacy: Face(_privacy),
}
