"""Words of first help: the numbers and what to do, by kind of danger. Short: it is read by somebody in danger."""

import re
from collections.abc import Iterable
from typing import Final

from bot.domain import notices as n
from bot.domain.acts.people import Go, Step
from bot.domain.emergency import Danger
from bot.texts.buttons import Face, Faces, Offer, button, keyboard
from bot.texts.parts import lines, paragraphs
from bot.texts.words import Words

_NUMBER: Final = re.compile(r"<b>([\d\u00a0-]+)</b>")
_OWN_LINE: Final = {Danger.VIOLENCE_HOME: 1}
"""Where the numbers stand that only this kind has, when it is not in the first line: 102 and 112 are shown anyway."""


def _first_aid(notice: n.FirstAid, words: Words) -> str:
    """The first line is neutral: a lock screen shows it to whoever stands beside."""
    first, *others = notice.kinds or (None,)
    how = words.html(f"aid-{first.value}-how") if first else ""
    if notice.hushed:
        contacts = words.html("quiet-contacts", level="relay")
        return paragraphs(words.html("aid-first"), contacts, lines((how, words.html("aid-last-hushed"))))
    child = words.html("aid-child") if notice.child else ""
    numbers = words.html(f"aid-{first.value}" if first else "aid-call")
    shown = lines((numbers, _besides(others, words), child))
    return paragraphs(words.html("aid-first"), shown, lines((how, words.html("aid-last"))))


def _besides(others: list[Danger], words: Words) -> str:
    """Of a second kind the line with its numbers; danger in general says nothing more beside another."""
    second = next((kind for kind in others if kind is not Danger.DANGER), None)
    return _numbers_of(second, words, first=False) if second else ""


def _numbers_of(kind: Danger, words: Words, *, first: bool) -> str:
    """The line with a kind's own numbers; of the one that is told `first` the line that all begin with, too."""
    told, own = words.html(f"aid-{kind.value}").split("\n"), _OWN_LINE.get(kind, 0)
    return lines(dict.fromkeys((told[0], told[own]) if first else (told[own],)))


def numbers_shown(kinds: Iterable[Danger], words: Words, *, declared: bool, child: bool = False) -> list[str]:
    """The numbers that somebody was sent to for dangers of these kinds, each once: those of each kind, of the line for
    a `child`, and of the last. `declared`: by the button, which shows them for no kind."""
    said = [_numbers_of(kind, words, first=at == 0) for at, kind in enumerate(kinds)]
    said += [words.html("aid-last")] if said or declared else []
    said += [words.html("aid-child")] if child else []
    return list(dict.fromkeys(number for line in said for number in _NUMBER.findall(line)))


def _emergency_numbers(notice: n.EmergencyNumbers, words: Words) -> str:
    numbers = words.html("quiet-contacts", level="relay") if notice.hushed else words.html("emergency-numbers")
    return paragraphs(numbers, words.html("emergency-asking") if notice.asking else "")


def _emergency_offer(notice: n.EmergencyNumbers, words: Words) -> Offer | None:
    if not notice.asking:
        return None
    return keyboard([button(words, "can-wait", Go(step=Step.CAN_WAIT))], [button(words, "cancel", Go(step=Step.DROP))])


FACES: Final[Faces] = {
    n.FirstAid: Face(_first_aid),
    n.EmergencyNumbers: Face(_emergency_numbers, _emergency_offer),
}
