"""Acts and labels that panels, lists and questions of the directory share."""

from bot.domain import registry_notices as r
from bot.domain.acts.directory import DirGo, DirStep, EntryAct, EntryStep
from bot.domain.registry import DirectoryKind
from bot.texts.buttons import Row, button
from bot.texts.parts import hromada, short_name
from bot.texts.words import Words


def area_name(area: r.BeatAreaWords, words: Words) -> str:
    """«с. Іванівка, Бердичівська громада»"""
    name = short_name(words, area.category, area.name)
    return name if area.hromada is None else f"{name}, {hromada(words, area.hromada)}"


def act_on(kind: DirectoryKind, id_: int, act: str) -> EntryAct:
    return EntryAct(kind=kind, id=id_, step=EntryStep(act))


def cancel(kind: DirectoryKind, id_: int, words: Words) -> Row:
    """Back to the entry; whatever was asked is over."""
    back = act_on(kind, id_, "open") if id_ else DirGo(step=DirStep.HOME)
    return [button(words, "cancel", back)]


def to_directory(words: Words) -> Row:
    return [button(words, "to-directory", DirGo(step=DirStep.HOME))]
