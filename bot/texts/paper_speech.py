"""Words around what is printed: posters and the doors they open."""

from typing import Final

from bot.domain import paper_notices as p
from bot.domain.clock import shown_day
from bot.texts import parts
from bot.texts.parts import paragraphs, simple
from bot.texts.words import Speech, Whole, Words

MOST_OFFICERS: Final = 5
"""On the card behind a poster; where there are more, the place decides."""


def _door_card(notice: p.DoorCard, words: Words) -> str:
    around = ", ".join(parts.hromada(words, each) for each in notice.hromadas[:3])
    head = words.html("door-card", name=notice.name, around=around or "none")
    few = notice.officers if len(notice.officers) <= MOST_OFFICERS else ()
    blocks = (parts.officer_block(words, each) for each in few)
    many = "" if few or not notice.officers else words.html("door-card-many", count=len(notice.officers))
    station = parts.station_block(words, notice.station)
    return paragraphs(head, *blocks, many, station, words.html("officer-card-emergency"))


def _choices(notice: p.PosterChoices, words: Words) -> str:
    if notice.query:
        head = words.html("poster-found", query=notice.query, total=notice.total)
    else:
        head = words.html("poster-ask", total=notice.total)
    listed = parts.lines(_option(each, words) for each in notice.options)
    more = parts.more_named(words, notice.total - len(notice.options)) if notice.query else ""
    return paragraphs(head, listed, more, parts.page_line(notice, words))


def _option(option: p.PosterOption, words: Words) -> str:
    if option.hromada is not None:
        place = option.hromada
        return words.html("poster-option", name=option_name(option, words), about=parts.around_text(words, place))
    return words.html("poster-option", name=option.name, about=f", {option.about}" if option.about else "")


def option_name(option: p.PosterOption, words: Words) -> str:
    return parts.hromada(words, option.name) if option.hromada is not None else option.name


def _bundle(notice: p.PosterBundle, words: Words) -> str:
    part = words.html("poster-part", part=notice.part, parts=notice.parts) if notice.parts > 1 else ""
    skipped = words.html("poster-skipped", count=notice.skipped) if notice.skipped else ""
    return paragraphs(words.html("poster-bundle", count=notice.posters), part, skipped)


def _digest(notice: p.Digest, words: Words) -> str:
    counts = ("new", "waiting", "unattended", "unreachable", "gaps", "broadcasts")
    said = [words.html(f"digest-{each}", n=n) for each in counts if (n := getattr(notice, each))]
    named = (words.html("digest-ending", beat=beat, day=shown_day(day)) for beat, day in notice.ending)
    ending = parts.first_of(words, named)
    return paragraphs(words.html("digest"), parts.lines(said[:2] + ending + said[2:]), words.html("digest-how"))


def _halfyear(notice: p.HalfYearSheet, words: Words) -> str:
    return words.html("halfyear-sheet", officer=notice.officer, half=notice.half, year=str(notice.year))


SPEECH: Final[Speech] = {
    p.DoorCard: _door_card,
    p.DoorClosed: simple("door-closed"),
    p.PosterChoices: _choices,
    p.PosterPicture: lambda notice, words: words.html("poster-picture", name=notice.name),
    p.PosterSheet: lambda notice, words: words.html("poster-sheet", link=Whole(notice.link)),
    p.PosterBundle: _bundle,
    p.HalfYearSheet: _halfyear,
    p.Digest: _digest,
    p.DigestSettings: lambda notice, words: words.html(
        "digest-settings", on=parts.yes_no(notice.on), hour=f"{notice.hour:02}:00"
    ),
}
