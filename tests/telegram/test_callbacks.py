"""Buttons of all counters live beside each other: no two kinds may look alike."""

from collections import Counter

from aiogram.filters.callback_data import CallbackData

from bot.telegram import callbacks, keyboards


def test_every_prefix_is_there_once() -> None:
    assert callbacks
    assert keyboards  # all families are imported with it
    kinds = {each for each in CallbackData.__subclasses__() if each.__module__.startswith("bot.")}
    prefixes = Counter(each.__prefix__ for each in kinds)
    assert len(prefixes) > 15
    assert [prefix for prefix, n in prefixes.items() if n > 1] == []
