"""Keyboards of posters, reports and the digest."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import paper_notices as p
from bot.telegram.buttons import Layouts, Markup, button, inline, turning
from bot.telegram.callbacks import DigestSwitch, Go, PickPoster, PosterPage, Step
from bot.texts.paper_speech import option_name
from bot.texts.words import Words

ALL: Final = "all"


def _choices(notice: p.PosterChoices, words: Words) -> Markup | None:
    rows = [[_option(each, words)] for each in notice.options]
    turn = turning(notice, words, lambda page: PosterPage(number=page))
    everything = [button(words, "poster-all", PickPoster(what=ALL))] if notice.total > 1 and not notice.query else []
    return inline(*rows, turn, everything) if rows else None


def _option(option: p.PosterOption, words: Words) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=option_name(option, words), callback_data=PickPoster(what=option.what).pack())


def _digest(notice: p.Digest, words: Words) -> Markup | None:
    return inline([button(words, "queue", Go(step=Step.QUEUE))]) if notice.new or notice.waiting else None


def _digest_settings(notice: p.DigestSettings, words: Words) -> Markup:
    return inline([button(words, "digest-off" if notice.on else "digest-on", DigestSwitch(on=not notice.on))])


LAYOUTS: Final[Layouts] = {
    p.PosterChoices: _choices,
    p.Digest: _digest,
    p.DigestSettings: _digest_settings,
}
