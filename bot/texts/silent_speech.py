"""Words of the list of silent hromadas, to admins."""

from typing import Final

from bot.domain import silent_notices as s
from bot.texts import parts
from bot.texts.parts import more_named, paragraphs, yes_no
from bot.texts.words import Speech, Words


def _areas(notice: s.SilentAreas, words: Words) -> str:
    listed = (_line(item, words) for item in notice.items)
    return paragraphs(
        words.html("silent-areas", total=notice.total), parts.lines(listed), parts.page_line(notice, words)
    )


def _line(item: s.SilentItem, words: Words) -> str:
    waits = yes_no(item.wanted is not None)
    return words.html("silent-item", name=area_name(words, item), level=item.level, waits=waits)


def area_name(words: Words, item: s.SilentItem) -> str:
    """«Бердичівська громада, Бердичівський район, Житомирська область»"""
    return parts.title(words, item.place) + parts.around_text(words, item.place)


def _ask(notice: s.AskSilentArea, words: Words) -> str:
    return words.html("silent-ask", unknown=yes_no(notice.unknown))


def _choices(notice: s.SilentChoices, words: Words) -> str:
    return paragraphs(words.html("silent-choices"), more_named(words, notice.more))


def _area(notice: s.SilentArea, words: Words) -> str:
    item = notice.item
    level = item.level
    return paragraphs(
        words.html("silent-area", name=area_name(words, item), level=level, changed=yes_no(notice.changed)),
        words.html("silent-note", note=item.note) if item.note else "",
        _wanted(item, words),
        words.html("silent-levels"),
    )


def _wanted(item: s.SilentItem, words: Words) -> str:
    """To whoever can say yes it is a question, to others it waits for somebody else."""
    if item.wanted is None:
        return ""
    return words.html("silent-wanted", level=item.wanted, mine=yes_no(item.may_approve))


def _sure(notice: s.ConfirmSilence, words: Words) -> str:
    n, level = notice.counts, int(notice.level)
    return paragraphs(
        words.html("silent-sure", name=area_name(words, notice.item), level=level),
        parts.lines(
            (
                words.html("silent-stops-reports", n=n.reports, level=level),
                words.html("silent-stops-drafts", n=n.drafts, level=level),
                words.html("silent-stops-residents", n=n.residents, level=level),
            )
        ),
        words.html("silent-sure-lowering"),
    )


def _asked(notice: s.SilentAsked, words: Words) -> str:
    name = area_name(words, s.SilentItem(notice.place, notice.before))
    return words.html("silent-asked", name=name, before=notice.before, after=notice.after, by=notice.by or "none")


def _decided(notice: s.SilentDecided, words: Words) -> str:
    name = area_name(words, s.SilentItem(notice.place, notice.level))
    approved = yes_no(notice.approved)
    return words.html("silent-decided", name=name, level=notice.level, approved=approved, by=notice.by)


SPEECH: Final[Speech] = {
    s.SilentAreas: _areas,
    s.AskSilentArea: _ask,
    s.SilentChoices: _choices,
    s.SilentArea: _area,
    s.ConfirmSilence: _sure,
    s.SilentAsked: _asked,
    s.SilentDecided: _decided,
    s.SilentListAsked: lambda notice, words: words.html("silent-list-asked", n=notice.n),
}
