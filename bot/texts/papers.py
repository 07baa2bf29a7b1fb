"""Words around what is printed: posters and the links they carry."""

from typing import Final

from bot.domain import paper_notices as p
from bot.domain.acts.cases import DigestSwitch
from bot.domain.acts.figures import EVERY_POSTER, PickPoster, PosterPage
from bot.domain.acts.people import Go, Step
from bot.domain.clock import shown_day
from bot.texts import parts
from bot.texts.buttons import Button, Face, Faces, Offer, button, keyboard, turning
from bot.texts.parts import paragraphs, simple
from bot.texts.words import Whole, Words

MOST_OFFICERS: Final = 5
"""On the card behind a poster; where there are more, the place decides."""


def _deep_link_card(notice: p.DeepLinkCard, words: Words) -> str:
    around = ", ".join(parts.hromada(words, each) for each in notice.hromadas[:3])
    head = words.html("deep-link-card", name=notice.name, around=around or "none")
    few = notice.officers if len(notice.officers) <= MOST_OFFICERS else ()
    blocks = (parts.officer_block(words, each) for each in few)
    many = "" if few or not notice.officers else words.html("deep-link-card-many", count=len(notice.officers))
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
    counts = ("new", "waiting", "unattended", "unreachable", "gaps", "announcements")
    said = [words.html(f"digest-{each}", n=n) for each in counts if (n := getattr(notice, each))]
    named = (words.html("digest-ending", beat=beat, day=shown_day(day)) for beat, day in notice.ending)
    ending = parts.first_of(words, named)
    return paragraphs(words.html("digest"), parts.lines(said[:2] + ending + said[2:]), words.html("digest-how"))


def _halfyear(notice: p.HalfYearSheet, words: Words) -> str:
    return words.html("halfyear-sheet", officer=notice.officer, half=notice.half, year=str(notice.year))


def _choices_offer(notice: p.PosterChoices, words: Words) -> Offer | None:
    rows = [[_option_button(each, words)] for each in notice.options]
    turn = turning(notice, words, lambda page: PosterPage(number=page))
    everything = (
        [button(words, "poster-all", PickPoster(what=EVERY_POSTER))] if notice.total > 1 and not notice.query else []
    )
    return keyboard(*rows, turn, everything) if rows else None


def _option_button(option: p.PosterOption, words: Words) -> Button:
    return Button(option_name(option, words), PickPoster(what=option.what))


def _digest_offer(notice: p.Digest, words: Words) -> Offer | None:
    return keyboard([button(words, "queue", Go(step=Step.QUEUE))]) if notice.new or notice.waiting else None


def _digest_settings_offer(notice: p.DigestSettings, words: Words) -> Offer:
    return keyboard([button(words, "digest-off" if notice.on else "digest-on", DigestSwitch(on=not notice.on))])


FACES: Final[Faces] = {
    p.DeepLinkCard: Face(_deep_link_card),
    p.DeepLinkOutdated: Face(simple("deep-link-outdated")),
    p.PosterChoices: Face(_choices, _choices_offer),
    p.PosterPicture: Face(lambda notice, words: words.html("poster-picture", name=notice.name)),
    p.PosterSheet: Face(lambda notice, words: words.html("poster-sheet", link=Whole(notice.link))),
    p.PosterBundle: Face(_bundle),
    p.HalfYearSheet: Face(_halfyear),
    p.Digest: Face(_digest, _digest_offer),
    p.DigestSettings: Face(
        lambda notice, words: words.html("digest-settings", on=parts.yes_no(notice.on), hour=f"{notice.hour:02}:00"),
        _digest_settings_offer,
    ),
}
