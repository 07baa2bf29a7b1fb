"""Words of the list of silent hromadas, to admins."""

from typing import Final

from bot.domain import silent_notices as s
from bot.domain.acts.admins import LEVELS, SURE, SilentAct, SilentAdd, SilentPage, SilentStep
from bot.domain.notices import PlaceWords
from bot.texts import parts
from bot.texts.buttons import Button, Face, Faces, Offer, Row, button, keyboard, turning
from bot.texts.parts import more_named, paragraphs, yes_no
from bot.texts.words import Words


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


def _area(notice: s.SilentAreaShown, words: Words) -> str:
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


def _open(place: PlaceWords, words: Words) -> Row:
    data = SilentAct(katottg=place.katottg, step=SilentStep.OPEN)
    return [Button(parts.area_label(place, words), data)]


def _areas_offer(notice: s.SilentAreas, words: Words) -> Offer:
    rows = [_open(item.place, words) for item in notice.items]
    turn = turning(notice, words, lambda page: SilentPage(number=page))
    return keyboard(*rows, turn, [button(words, "silent-add", SilentAdd())])


def _choices_offer(notice: s.SilentChoices, words: Words) -> Offer:
    return keyboard(*(_open(place, words) for place in notice.options), _back(words))


def _back(words: Words) -> Row:
    return [button(words, "silent-list", SilentPage(number=0))]


def _ask_offer(_notice: s.AskSilentArea, words: Words) -> Offer:
    return keyboard(_back(words))


def _area_offer(notice: s.SilentAreaShown, words: Words) -> Offer:
    code, level = notice.item.place.katottg, notice.item.level
    rows = [
        [button(words, f"silent-level-{int(each)}", SilentAct(katottg=code, step=step))]
        for step, each in LEVELS.items()
        if each != level
    ]
    remove = [button(words, "silent-remove", SilentAct(katottg=code, step=SilentStep.REMOVE))] if level else []
    approve = _approve(code, words) if notice.item.may_approve else []
    keep = _keep(code, words) if notice.item.wanted is not None else []
    return keyboard(approve, keep, *rows, remove, _back(words))


def _approve(code: str, words: Words) -> Row:
    return [button(words, "silent-approve", SilentAct(katottg=code, step=SilentStep.APPROVE))]


def _keep(code: str, words: Words) -> Row:
    return [button(words, "silent-keep", SilentAct(katottg=code, step=SilentStep.KEEP))]


def _sure_offer(notice: s.ConfirmSilence, words: Words) -> Offer:
    code = notice.item.place.katottg
    sure = next(step for step, level in SURE.items() if level == notice.level)
    yes = button(words, "silent-sure", SilentAct(katottg=code, step=sure))
    return keyboard([yes], [button(words, "silent-not-now", SilentAct(katottg=code, step=SilentStep.OPEN))])


def _asked_offer(notice: s.SilentAsked, words: Words) -> Offer:
    code = notice.place.katottg
    return keyboard(_approve(code, words), _keep(code, words))


FACES: Final[Faces] = {
    s.SilentAreas: Face(_areas, _areas_offer),
    s.AskSilentArea: Face(_ask, _ask_offer),
    s.SilentChoices: Face(_choices, _choices_offer),
    s.SilentAreaShown: Face(_area, _area_offer),
    s.ConfirmSilence: Face(_sure, _sure_offer),
    s.SilentAsked: Face(_asked, _asked_offer),
    s.SilentDecided: Face(_decided),
    s.SilentListAsked: Face(
        lambda notice, words: words.html("silent-list-asked", n=notice.n), lambda _notice, words: keyboard(_back(words))
    ),
}
