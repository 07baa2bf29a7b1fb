"""Faces of what anybody may be told: help, refusals, the language, forgetting."""

from typing import Final

from bot.domain import notices as n
from bot.domain.acts.people import Forget, Go, Language, Step
from bot.domain.clock import shown_hour
from bot.texts.buttons import Button, Face, Faces, Offer, Typing, button, keyboard
from bot.texts.parts import paragraphs, simple
from bot.texts.words import LANGUAGES, Words


def _help(notice: n.Help, words: Words) -> str:
    """The numbers come first, whose maps these are last."""
    numbers = "" if notice.hushed else words.html("danger-now")
    if not notice.officer:
        return paragraphs(numbers, words.html("help"), words.html("help-sources"))
    return paragraphs(numbers, words.html("help-officer"), words.html("help-both") if notice.resident else "")


def _refused(notice: n.Refused, words: Words) -> str:
    return words.html(f"refused-{notice.code}", **dict(notice.fields))


def _slow_down(notice: n.SlowDown, words: Words) -> str:
    wait = words.html("slow-down", until=shown_hour(notice.until))
    return paragraphs(wait, words.html("slow-down-hushed" if notice.hushed else "slow-down-danger"))


def _confirm_forget(notice: n.ConfirmForget, words: Words) -> str:
    return words.html("confirm-forget", reports=notice.reports)


def _no_words(_notice: n.Notice, _words: Words) -> str:
    return ""


def _languages_offer(_notice: n.AskLanguage, words: Words) -> Offer:
    return keyboard(*([Button(words.plain(f"language-{each}"), Language(locale=each))] for each in LANGUAGES))


def _forget_offer(notice: n.ConfirmForget, words: Words) -> Offer:
    return keyboard(
        [button(words, "forget", Forget(agreement=notice.agreement))],
        [button(words, "keep", Go(step=Step.KEEP))],
    )


def _none_offer(_notice: n.Notice, _words: Words) -> Offer:
    return Typing()


FACES: Final[Faces] = {
    n.WriteHow: Face(simple("write-how")),
    n.Seen: Face(_no_words),
    n.PartUnread: Face(simple("part-unread")),
    n.LivePoint: Face(simple("live-point")),
    n.ReactionUnseen: Face(simple("reaction-unseen")),
    n.Help: Face(_help),
    n.AskLanguage: Face(simple("ask-language"), _languages_offer),
    n.LanguageSet: Face(simple("language-set")),
    n.CommandMenu: Face(_no_words),
    n.Refused: Face(_refused),
    n.SlowDown: Face(_slow_down),
    n.Forgotten: Face(simple("forgotten"), _none_offer),
    n.NotTaken: Face(simple("not-taken")),
    n.NotShown: Face(simple("not-shown")),
    n.ConfirmForget: Face(_confirm_forget, _forget_offer),
}
