"""What is asked when an entry of the directory is changed."""

from typing import Final

from bot.domain import registry_notices as r
from bot.domain.acts.base import mark_of
from bot.domain.acts.directory import BeatPage, EntryPick, NewBeatArea
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
    """For a new officer the role is a question of the beat."""
    if notice.field == "role":
        act = "new-role" if notice.kind is DirectoryKind.BEATS else "role"
        texts = {each.value: words.plain(f"role-{each.value}") for each in Role}
    else:
        act, texts = notice.field, {each.value: words.plain(f"seen-{each.value}") for each in Visibility}
    rows = [
        [Button(text, EntryPick(kind=notice.kind, id=notice.id, act=act, choice=value))]
        for value, text in texts.items()
    ]
    return keyboard(*rows, cancel(notice.kind, notice.id, words))


def _ask_area(notice: r.AskArea, words: Words) -> str:
    if notice.areas:
        question = words.html("ask-area-removing" if notice.removing else "ask-area-which")
        return paragraphs(question, page_line(notice, words))
    return words.html("ask-area-none" if notice.query else "ask-area")


def _ask_area_offer(notice: r.AskArea, words: Words) -> Offer:
    act = "no-area" if notice.removing else "area"

    def data(area: r.BeatAreaWords) -> EntryPick | NewBeatArea:
        if not notice.beat:
            return NewBeatArea(katottg=area.katottg)
        return EntryPick(kind=DirectoryKind.BEATS, id=notice.beat, act=act, choice=area.katottg)

    def page(number: int) -> BeatPage:
        return BeatPage(beat=notice.beat, act=act, number=number, mark=mark_of(notice.query))

    rows = [[Button(area_name(area, words), data(area))] for area in notice.areas]
    return keyboard(*rows, turning(notice, words, page), cancel(DirectoryKind.BEATS, notice.beat, words))


def _ask_post_end(notice: r.AskPostEnd, words: Words) -> str:
    return paragraphs(words.html("ask-post-end", anyone=yes_no(notice.posts)), page_line(notice, words))


def _ask_post_end_offer(notice: r.AskPostEnd, words: Words) -> Offer:
    rows = [
        [
            Button(
                f"{each.officer}, {shown_day(each.since)}",
                EntryPick(
                    kind=DirectoryKind.BEATS,
                    id=notice.beat,
                    act="end-post",
                    choice=f"{each.officer_id}.{each.since.toordinal()}",
                ),
            )
        ]
        for each in notice.posts
    ]
    turn = turning(notice, words, lambda page: BeatPage(beat=notice.beat, act="end-post", number=page))
    return keyboard(*rows, turn, cancel(DirectoryKind.BEATS, notice.beat, words))


def _ask_post_day(notice: r.AskPostDay, words: Words) -> str:
    return words.html("ask-post-day", name=notice.officer, last=yes_no(notice.last))


def _ask_post_day_offer(notice: r.AskPostDay, words: Words) -> Offer:
    today = EntryPick(kind=DirectoryKind.BEATS, id=notice.beat, act="today", choice="")
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
