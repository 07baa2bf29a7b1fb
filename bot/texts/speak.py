"""Every notice as an HTML text: a table from kind to the function that words it."""

from typing import Final

from bot.domain import notices as n
from bot.domain.clock import shown_hour
from bot.texts import (
    about_speech,
    addressing_speech,
    admin_speech,
    aid_speech,
    alert_speech,
    directory_speech,
    figures_speech,
    intake_speech,
    news_speech,
    newsroom_speech,
    officer_speech,
    paper_speech,
    place_speech,
    registry_speech,
    report_speech,
    silent_speech,
)
from bot.texts.parts import paragraphs, simple
from bot.texts.words import Speech, Words


def speak(notice: n.Notice, words: Words) -> str:
    """The words of a notice; empty for the kinds that are no message (`Seen`, `CommandMenu`) or carry an entry."""
    said = SPEECH[type(notice)](notice, words)
    if isinstance(notice, n.Asked) and not notice.hushed:
        return paragraphs(said, words.html("danger-now"))
    return said


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


SPEECH: Final[Speech] = {
    n.WriteHow: simple("write-how"),
    n.Seen: _no_words,
    n.PartUnread: simple("part-unread"),
    n.LivePoint: simple("live-point"),
    n.ReactionUnseen: simple("reaction-unseen"),
    n.Help: _help,
    n.AskLanguage: simple("ask-language"),
    n.LanguageSet: simple("language-set"),
    n.CommandMenu: _no_words,
    n.Refused: _refused,
    n.SlowDown: _slow_down,
    n.Forgotten: simple("forgotten"),
    n.NotTaken: simple("not-taken"),
    n.NotShown: simple("not-shown"),
    n.ConfirmForget: _confirm_forget,
    **about_speech.SPEECH,
    **addressing_speech.SPEECH,
    **aid_speech.SPEECH,
    **place_speech.SPEECH,
    **report_speech.SPEECH,
    **officer_speech.SPEECH,
    **admin_speech.SPEECH,
    **alert_speech.SPEECH,
    **registry_speech.SPEECH,
    **directory_speech.SPEECH,
    **news_speech.SPEECH,
    **newsroom_speech.SPEECH,
    **figures_speech.SPEECH,
    **silent_speech.SPEECH,
    **intake_speech.SPEECH,
    **paper_speech.SPEECH,
}
