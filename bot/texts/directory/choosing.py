"""What is asked when an entry of the directory is changed."""

from typing import Final

from bot.domain import registry_notices as r
from bot.domain.acts.base import mark_of
from bot.domain.acts.directory import (
    BeatChoice,
    BeatPage,
    NewBeatArea,
    PickBeatArea,
    PickLevel,
    PickNewRole,
    PickPost,
    PickRole,
    PickToday,
    SeenField,
)
from bot.domain.clock import shown_day
from bot.domain.people import Role, Visibility
from bot.domain.registry import DirectoryKind
from bot.texts.buttons import Button, Face, Faces, Offer, button, keyboard, turning
from bot.texts.directory.steps import act_on, area_name, cancel
from bot.texts.parts import page_line, paragraphs, yes_no
from bot.texts.words import Words


def _ask_field(notice: r.AskField, words: Words) -> str:
    """How the place should be told is a sentence of its own; the rest is asked alike."""
    new = yes_no(notice.id == 0)
    question = words.html(f"ask-field-{notice.field}", kind=notice.kind.value, new=new)
    now = words.html("ask-field-now", now=notice.now) if notice.now else ""
    return paragraphs(question, now)


def _ask_field_offer(notice: r.AskField, words: Words) -> Offer:
    empty = (notice.empties and notice.now) or notice.field == "photo"
    rows = [[button(words, "empty", act_on(notice.kind, notice.id, "empty"))]] if empty and notice.id else []
    return keyboard(*rows, cancel(notice.kind, notice.id, words))


def _ask_choice(notice: r.AskChoice, words: Words) -> str:
    return words.html(f"ask-choice-{notice.field}")


def _ask_choice_offer(notice: r.AskChoice, words: Words) -> Offer:
    choices = _roles(notice, words) if notice.field == "role" else _levels(notice, words)
    return keyboard(*([each] for each in choices), cancel(notice.kind, notice.id, words))


def _roles(notice: r.AskChoice, words: Words) -> list[Button]:
    """For a new officer the role is a question of the beat."""

    def data(role: Role) -> PickRole | PickNewRole:
        if notice.kind is DirectoryKind.BEATS:
            return PickNewRole(beat=notice.id, role=role)
        return PickRole(officer=notice.id, role=role)

    return [Button(words.plain(f"role-{each.value}"), data(each)) for each in Role]


def _levels(notice: r.AskChoice, words: Words) -> list[Button]:
    kind, id_, field = notice.kind, notice.id, SeenField(notice.field)
    return [
        Button(words.plain(f"seen-{each.value}"), PickLevel(kind=kind, id=id_, field=field, level=each))
        for each in Visibility
    ]


def _ask_area(notice: r.AskArea, words: Words) -> str:
    if notice.areas:
        question = words.html("ask-area-removing" if notice.removing else "ask-area-which")
        return paragraphs(question, page_line(notice, words))
    return words.html("ask-area-none" if notice.query else "ask-area")


def _ask_area_offer(notice: r.AskArea, words: Words) -> Offer:
    choice = BeatChoice.NO_AREA if notice.removing else BeatChoice.AREA

    def data(area: r.BeatAreaWords) -> PickBeatArea | NewBeatArea:
        if not notice.beat:
            return NewBeatArea(katottg=area.katottg)
        return PickBeatArea(beat=notice.beat, katottg=area.katottg, wanted=not notice.removing)

    def page(number: int) -> BeatPage:
        return BeatPage(beat=notice.beat, what=choice, number=number, mark=mark_of(notice.query))

    rows = [[Button(area_name(area, words), data(area))] for area in notice.areas]
    return keyboard(*rows, turning(notice, words, page), cancel(DirectoryKind.BEATS, notice.beat, words))


def _ask_post_end(notice: r.AskPostEnd, words: Words) -> str:
    return paragraphs(words.html("ask-post-end", anyone=yes_no(notice.posts)), page_line(notice, words))


def _ask_post_end_offer(notice: r.AskPostEnd, words: Words) -> Offer:
    rows = [
        [
            Button(
                f"{each.officer}, {shown_day(each.since)}",
                PickPost(beat=notice.beat, officer=each.officer_id, since=each.since),
            )
        ]
        for each in notice.posts
    ]
    turn = turning(notice, words, lambda page: BeatPage(beat=notice.beat, what=BeatChoice.END_POST, number=page))
    return keyboard(*rows, turn, cancel(DirectoryKind.BEATS, notice.beat, words))


def _ask_post_day(notice: r.AskPostDay, words: Words) -> str:
    return words.html("ask-post-day", name=notice.officer, last=yes_no(notice.last))


def _ask_post_day_offer(notice: r.AskPostDay, words: Words) -> Offer:
    today = PickToday(beat=notice.beat)
    return keyboard([button(words, "today", today)], cancel(DirectoryKind.BEATS, notice.beat, words))


def _confirm(notice: r.ConfirmEntry, words: Words) -> str:
    return words.html(f"confirm-{notice.what}", kind=notice.kind.value, name=notice.name)


def _confirm_offer(notice: r.ConfirmEntry, words: Words) -> Offer:
    really = act_on(notice.kind, notice.id, f"{notice.what}-really")
    return keyboard([button(words, f"{notice.what}-really", really)], cancel(notice.kind, notice.id, words))


FACES: Final[Faces] = {
    r.AskField: Face(_ask_field, _ask_field_offer),
    r.AskChoice: Face(_ask_choice, _ask_choice_offer),
    r.AskArea: Face(_ask_area, _ask_area_offer),
    r.AskPostEnd: Face(_ask_post_end, _ask_post_end_offer),
    r.AskPostDay: Face(_ask_post_day, _ask_post_day_offer),
    r.ConfirmEntry: Face(_confirm, _confirm_offer),
}
