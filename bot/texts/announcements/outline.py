"""An announcement in words: what it is, whom it is for, what became of it. Whoever speaks of one says it alike."""

from collections.abc import Sequence
from typing import Final

from bot.domain import announcement_notices as r
from bot.domain.announcements import AnnouncementStatus, Kind
from bot.texts import parts
from bot.texts.parts import lines, moment, paragraphs, yes_no
from bot.texts.words import Words

NAMED: Final = 3
"""Stations and areas named one by one; the rest are counted."""
REASONS: Final = ("alert", "power")
"""Reasons for a hold that have words of their own."""


def title(words: Words, number: int, kind: Kind, status: AnnouncementStatus) -> str:
    """«Відкриття станцій № 5 — чернетка»"""
    status_words = words.plain(f"announcement-status-{status.value}")
    return words.html("announcement-title", kind=kind_name(words, kind), number=str(number), status=status_words)


def kind_name(words: Words, kind: Kind) -> str:
    return words.plain(f"announcement-kind-{kind.value}")


def outline(words: Words, what: r.Outline) -> str:
    """Everything chosen so far, and who would get it."""
    stations = ""
    if what.kind is Kind.OPENING:
        stations = words.html("announcement-outline-stations", n=len(what.stations), names=some(words, what.stations))
    return paragraphs(
        title(words, what.id, what.kind, what.status),
        lines(
            (
                stations,
                words.html("announcement-outline-words", own=_own(words, what)),
                words.html("announcement-outline-media", n=what.media),
                words.html("announcement-outline-button", button=what.button.value if what.button else "none"),
                areas_line(words, what.areas, by_stations=what.by_stations),
                languages_line(words, what.languages),
                _time(words, what) if what.status is not AnnouncementStatus.DRAFT else "",
            )
        ),
        audience(words, what.audience, uncounted=what.uncounted),
    )


def some(words: Words, names: Sequence[str]) -> str:
    return parts.named_first(words, names, NAMED)


def _own(words: Words, what: r.Outline) -> str:
    if not what.texts:
        return "ready" if what.kind is Kind.OPENING else "none"
    return ", ".join(words.plain(f"announcement-language-{each}") for each in what.texts)


def area_name(words: Words, area: r.AudienceAreaWords) -> str:
    """«Малинська громада (Житомирська обл.)»: there is another one elsewhere."""
    if area.place is None:
        return words.plain("announcement-country")
    if area.place.category in ("O", "K"):
        return parts.oblast(words, area.place)
    around = parts.around(words, area.place, short=True)
    told = ", ".join(dict.fromkeys((*around[:1], *around[-1:]))) if area.place.hromada else "".join(around[-1:])
    return f"{parts.title(words, area.place)} ({told})" if told else parts.title(words, area.place)


def areas_line(words: Words, areas: Sequence[r.AudienceAreaWords], *, by_stations: bool) -> str:
    how = "stations" if by_stations else "areas" if areas else "none"
    return words.html(
        "announcement-outline-areas", by=how, areas=some(words, [area_name(words, each) for each in areas])
    )


def languages_line(words: Words, languages: Sequence[str]) -> str:
    named = ", ".join(words.plain(f"announcement-language-{each}") for each in languages)
    return words.html("announcement-outline-languages", all=yes_no(not languages), languages=named)


def _time(words: Words, what: r.Outline) -> str:
    return words.html("announcement-outline-time", at=moment(what.starts_at) if what.starts_at else "now")


def audience(words: Words, count: r.Audience | None, *, uncounted: bool) -> str:
    """How many, in which languages, and who is left out."""
    if count is None:
        return words.html("announcement-audience-counting") if uncounted else ""
    named = [(words.plain(f"announcement-language-{code}"), n) for code, n in count.languages]
    languages = ", ".join(words.plain("announcement-audience-language", language=name, n=n) for name, n in named)
    return lines(
        (
            words.html("announcement-audience", total=count.total, languages=languages or "—"),
            *(_held(words, each) for each in count.held if each.waiting),
            words.html("announcement-audience-silent", n=count.silent) if count.silent else "",
            words.html("announcement-audience-unreachable", n=count.unreachable) if count.unreachable else "",
            words.html("announcement-audience-unwilling", n=count.unwilling) if count.unwilling else "",
            words.html("announcement-audience-note"),
        )
    )


def _held(words: Words, held: r.HeldWords) -> str:
    oblast, why = parts.oblast(words, held.oblast), reason(words, held.reason)
    return words.html("announcement-audience-held", n=held.waiting, oblast=oblast, reason=why)


def reason(words: Words, given: str) -> str:
    return words.plain(f"hold-reason-{given}") if given in REASONS else given


def unknown_codes(words: Words, codes: Sequence[str]) -> str:
    return words.html("announcement-unknown-codes", codes=some(words, codes)) if codes else ""
