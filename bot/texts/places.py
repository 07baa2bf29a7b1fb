"""Words of the question «where?» and of its answers, to residents."""

from collections.abc import Iterable
from typing import Final

from bot.domain import notices as n
from bot.domain.acts.people import Go, PickPlace, PlacesPage, Step
from bot.domain.places import Choice
from bot.domain.silence import Silence
from bot.texts import figures, parts
from bot.texts.buttons import (
    Button,
    Face,
    Faces,
    Offer,
    ShareLocation,
    Typing,
    button,
    keyboard,
    numbered_button,
    turning,
)
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Words

PAGE_SIZE: Final = 8


def _ask_place(notice: n.AskPlace, words: Words) -> str:
    again = "kept" if notice.kept else yes_no(notice.again)
    share = "" if notice.hushed else words.html("ask-place-share")
    return parts.lines((words.html("ask-place", again=again), share))


def _place_unknown(notice: n.PlaceUnknown, words: Words) -> str:
    why = notice.code or ("oblast" if notice.oblast else "outside" if notice.outside else "name")
    share = "" if notice.hushed or why == "outside" else words.html("place-unknown-share")
    return parts.lines((words.html("place-unknown", why=why), share))


def _address_unused(notice: n.AddressUnused, words: Words) -> str:
    return words.html("address-unused", why=notice.why)


def _place_choices(notice: n.PlaceChoices, words: Words) -> str:
    head = words.html("place-choices", why=notice.why.value, total=notice.total)
    listed = (_choice(place, words, number, notice) for number, place in numbered(notice))
    return paragraphs(head, parts.lines(listed), parts.page_line(notice, words), _narrower(notice, words))


def numbered(notice: n.PlaceChoices) -> Iterable[tuple[int, n.PlaceWords]]:
    """The places of a page, counted on from the pages before."""
    return enumerate(notice.options, start=notice.page * PAGE_SIZE + 1)


def _narrower(notice: n.PlaceChoices, words: Words) -> str:
    """Nobody turns sixteen pages: how to ask, told by the first that is listed."""
    first = next((each for each in notice.options if each.oblast), None)
    if notice.pages <= 1 or notice.why is not Choice.NAMESAKES or first is None:
        return ""
    example = ", ".join((words.name(first.name), *parts.around(words, first)[-1:]))
    return words.html("place-choices-narrow", example=example)


def _choice(place: n.PlaceWords, words: Words, number: int, notice: n.PlaceChoices) -> str:
    title, around = parts.title(words, place), parts.around_text(words, place)
    if notice.why is Choice.BORDER:
        title, around = parts.hromada_first(words, place)
    return words.html(
        "place-choices-line",
        number=str(number),
        title=title,
        around=around,
        former=parts.former(words, place),
        distance=parts.distance(words, place),
    )


def _confirm_place(notice: n.ConfirmPlace, words: Words) -> str:
    place, title = notice.place, parts.title(words, notice.place)
    return words.html(
        "confirm-place",
        point="kept" if notice.kept else yes_no(notice.by_point),
        hromada=words.name(place.hromada) if place.hromada else "none",
        title=title,
        begun=parts.begun(title),
        around=parts.around_text(words, place),
        former=parts.former(words, place),
    )


def _heading(place: n.PlaceWords, words: Words) -> str:
    return words.html(
        "place-heading",
        title=parts.begun(parts.title(words, place)),
        around=parts.around_text(words, place),
        former=parts.former(words, place),
    )


def _officer_card(notice: n.OfficerCard, words: Words) -> str:
    """Who it is stands first: that is what a notification shows."""
    why = words.html(f"why-{notice.why}", count=len(notice.officers))
    alike = len({officer.role for officer in notice.officers}) == 1
    officers = (parts.officer_block(words, officer, role_said=alike) for officer in notice.officers)
    first, *others = parts.first_of(words, officers) or [""]
    return paragraphs(
        parts.lines((why, first)),
        *others,
        _who_receives(notice, words),
        _card_place(notice.place, words),
        words.html("officer-card-districts") if notice.districts else "",
        parts.station_block(words, notice.station),
        figures.activity(words, notice.activity),
        words.html("officer-card-emergency"),
    )


def _card_place(place: n.PlaceWords, words: Words) -> str:
    return words.html(
        "officer-card-place",
        title=parts.title(words, place),
        around=parts.around_text(words, place),
        former=parts.former(words, place),
    )


def _who_receives(notice: n.OfficerCard, words: Words) -> str:
    """Said only when it is not the officers of the card."""
    if notice.stand_in is not None:
        name = parts.officer_name(words, notice.stand_in)
        return words.html("officer-stand-in", count=len(notice.officers), name=name)
    return "" if notice.can_write else words.html("officer-nobody-joined", how=_other_way(notice))


def _other_way(notice: n.OfficerCard) -> str:
    """What the card itself offers to those who cannot write."""
    phone = any((*(each.phone for each in notice.officers), notice.station and notice.station.phone))
    visit = bool(notice.station and notice.station.address)
    return {(True, True): "both", (True, False): "phone", (False, True): "station"}.get((phone, visit), "none")


def _station_pin(notice: n.StationPin | n.StationPhoto, words: Words) -> str:
    return parts.station_block(words, notice.station)


def _nobody_here(notice: n.NobodyHere, words: Words) -> str:
    return paragraphs(_heading(notice.place, words), words.html("nobody-here"))


def _nobody_to_write(notice: n.NobodyToWrite, words: Words) -> str:
    return words.html("nobody-to-write", waiting=notice.waiting.value)


def _quiet_place(notice: n.QuietPlace, words: Words) -> str:
    """What it means here, whether one can write, and where else there is help."""
    level = Silence(notice.level).name.lower()
    writing = "" if notice.level >= Silence.RELAY else words.html("quiet-writing", can=yes_no(notice.can_write))
    return paragraphs(
        _heading(notice.place, words),
        words.html("quiet-place", level=level),
        writing,
        words.html("quiet-dropped", level=level) if notice.dropped else "",
        words.html("quiet-contacts", level=level),
        words.html("quiet-erase") if notice.level >= Silence.LOCATIONS else "",
    )


def _share_location_offer(notice: n.Hushable, words: Words) -> Offer:
    """Not to people in a silent place: a stray tap would put the point into the chat."""
    if notice.hushed:
        return Typing()
    return ShareLocation(words.plain("button-share-location"), words.plain("placeholder-place"))


def _place_choices_offer(notice: n.PlaceChoices, words: Words) -> Offer:
    make = _border_button if notice.why is Choice.BORDER else _place_button
    rows = [[numbered_button(number, make(place, words))] for number, place in numbered(notice)]
    turn = turning(notice, words, lambda page: PlacesPage(number=page, asked=notice.asked))
    return keyboard(*rows, turn, [button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _place_button(place: n.PlaceWords, words: Words, *, around: bool = True) -> Button:
    """Type, name, hromada, raion, oblast: two villages of one name must not look alike."""
    name = parts.short_title(words, place)
    label = ", ".join([name, *(parts.around(words, place, short=True) if around else ())])
    return Button(label, PickPlace(katottg=place.katottg))


def _border_button(place: n.PlaceWords, words: Words) -> Button:
    name, above = parts.short_title(words, place), parts.around(words, place, short=True)
    label = f"{above[0]}, {name}" if place.hromada and above else name
    return Button(label, PickPlace(katottg=place.katottg))


def _confirm_place_offer(notice: n.ConfirmPlace, words: Words) -> Offer:
    return keyboard(
        [button(words, "yes", PickPlace(katottg=notice.place.katottg))],
        [button(words, "other-place", Go(step=Step.OTHER_PLACE))],
    )


def _officer_card_offer(notice: n.OfficerCard, words: Words) -> Offer:
    write = [button(words, "write", Go(step=Step.WRITE))] if notice.can_write else []
    districts = [[_place_button(each, words, around=False)] for each in notice.districts]
    return keyboard(write, *districts, [button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _quiet_place_offer(notice: n.QuietPlace, words: Words) -> Offer:
    write = [button(words, "write", Go(step=Step.WRITE))] if notice.can_write else []
    return keyboard(write, [button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _other_place_offer(_notice: n.Notice, words: Words) -> Offer:
    return keyboard([button(words, "other-place", Go(step=Step.OTHER_PLACE))])


def _none_offer(_notice: n.Notice, _words: Words) -> Offer:
    return Typing()


FACES: Final[Faces] = {
    n.RulesChanged: Face(lambda _notice, words: words.html("rules-changed")),
    n.AskPlace: Face(_ask_place, _share_location_offer),
    n.PlaceUnknown: Face(_place_unknown, _share_location_offer),
    n.AskSettlement: Face(simple("ask-settlement"), _share_location_offer),
    n.AddressSought: Face(simple("address-sought")),
    n.AddressUnused: Face(_address_unused),
    n.PlaceChoices: Face(_place_choices, _place_choices_offer),
    n.ConfirmPlace: Face(_confirm_place, _confirm_place_offer),
    n.OfficerCard: Face(_officer_card, _officer_card_offer),
    n.StationPin: Face(_station_pin, _none_offer),
    n.StationPhoto: Face(_station_pin),
    n.PlaceClear: Face(simple("place-clear"), _none_offer),
    n.NobodyHere: Face(_nobody_here, _other_place_offer),
    n.NobodyToWrite: Face(_nobody_to_write, _other_place_offer),
    n.QuietPlace: Face(_quiet_place, _quiet_place_offer),
}
