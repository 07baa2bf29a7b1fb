"""Every notice as an HTML text: a table from kind to the function that words it."""

from typing import Final

from bot.domain import notices as n
from bot.domain.places import Choice
from bot.domain.reports import OFFENCES
from bot.domain.silence import Silence
from bot.texts import (
    admin_speech,
    directory_speech,
    figures_speech,
    news_speech,
    newsroom_speech,
    paper_speech,
    parts,
    registry_speech,
    silent_speech,
)
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Speech, Words

PAGE_SIZE: Final = 8


def speak(notice: n.Notice, words: Words) -> str:
    """The words of a notice; empty for the kinds that are no message (`Seen`, `CommandMenu`) or carry an entry."""
    return SPEECH[type(notice)](notice, words)


def _welcome(notice: n.Welcome, words: Words) -> str:
    return words.html("welcome", days=notice.retention_days)


def _ask_place(notice: n.AskPlace, words: Words) -> str:
    return words.html("ask-place", again="kept" if notice.kept else yes_no(notice.again))


def _place_unknown(notice: n.PlaceUnknown, words: Words) -> str:
    return words.html("place-unknown", why="oblast" if notice.oblast else "outside" if notice.outside else "name")


def _address_unused(notice: n.AddressUnused, words: Words) -> str:
    return words.html("address-unused", why=notice.why)


def _place_choices(notice: n.PlaceChoices, words: Words) -> str:
    head = words.html("place-choices", why=notice.why.value, total=notice.total)
    first = notice.page * PAGE_SIZE + 1
    listed = (_choice(place, words, first + index, notice) for index, place in enumerate(notice.options))
    page = words.html("place-choices-page", page=notice.page + 1, pages=notice.pages) if notice.pages > 1 else ""
    return paragraphs(head, parts.lines(listed), page)


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
    place = notice.place
    return words.html(
        "confirm-place",
        point=yes_no(notice.by_point),
        hromada=words.name(place.hromada) if place.hromada else "none",
        title=parts.title(words, place),
        around=parts.around_text(words, place),
        former=parts.former(words, place),
    )


def _heading(place: n.PlaceWords, words: Words) -> str:
    return words.html(
        "place-heading",
        title=parts.title(words, place),
        around=parts.around_text(words, place),
        former=parts.former(words, place),
    )


def _officer_card(notice: n.OfficerCard, words: Words) -> str:
    why = words.html(f"why-{notice.why}", count=len(notice.officers))
    officers = (parts.officer_block(words, officer) for officer in notice.officers)
    return paragraphs(
        _heading(notice.place, words),
        why,
        *officers,
        _who_receives(notice, words),
        words.html("officer-card-districts") if notice.districts else "",
        parts.station_block(words, notice.station),
        figures_speech.activity(words, notice.activity),
        words.html("officer-card-emergency"),
    )


def _who_receives(notice: n.OfficerCard, words: Words) -> str:
    """Said only when it is not the officers of the card."""
    if notice.stand_in is not None:
        stand_in = notice.stand_in
        return words.html("officer-stand-in", role=stand_in.role.value, name=parts.officer_name(words, stand_in))
    return "" if notice.can_write else words.html("officer-nobody-joined")


def _station_pin(notice: n.StationPin | n.StationPhoto, words: Words) -> str:
    return parts.station_block(words, notice.station)


def _nobody_here(notice: n.NobodyHere, words: Words) -> str:
    return paragraphs(_heading(notice.place, words), words.html("nobody-here"))


def _quiet_place(notice: n.QuietPlace, words: Words) -> str:
    """What it means here, whether one can write, and where else there is help."""
    level = Silence(notice.level).name.lower()
    writing = "" if notice.level >= Silence.RELAY else words.html("quiet-writing", can=yes_no(notice.can_write))
    return paragraphs(
        _heading(notice.place, words),
        words.html("quiet-place", level=level),
        writing,
        words.html("quiet-dropped", level=level) if notice.dropped else "",
        words.html("quiet-contacts"),
        words.html("quiet-erase") if notice.level >= Silence.LOCATIONS else "",
    )


def _ask_category(notice: n.AskCategory, words: Words) -> str:
    place = notice.place
    return paragraphs(
        words.html("ask-category-kept") if notice.kept else "",
        words.html("ask-category"),
        words.html("ask-category-place", title=parts.title(words, place), around=parts.around_text(words, place))
        if place
        else "",
    )


def _ask_danger(notice: n.AskDanger, words: Words) -> str:
    first = words.html("ask-danger-offence") if notice.offence else ""
    return paragraphs(first, words.html("ask-danger"))


def _emergency_numbers(notice: n.EmergencyNumbers, words: Words) -> str:
    return paragraphs(words.html("emergency-numbers"), words.html("emergency-asking") if notice.asking else "")


def _ask_entries(notice: n.AskEntries, words: Words) -> str:
    return words.html("ask-entries", locations=yes_no(notice.locations))


def _draft_panel(notice: n.DraftPanel, words: Words) -> str:
    return words.html("draft-panel", entries=notice.entries)


def _summary(notice: n.Summary, words: Words) -> str:
    return words.html(
        "summary",
        category=words.plain(f"category-{notice.category.value}"),
        title=parts.title(words, notice.place),
        around=parts.around_text(words, notice.place),
        counts=", ".join(words.plain(f"entries-{kind}", n=count) for kind, count in notice.counts),
        can_write="unnamed" if notice.can_write and not notice.officers else yes_no(notice.can_write),
        officers=parts.officer_names(words, notice.officers),
    )


def _report_kept(notice: n.ReportKept, words: Words) -> str:
    return words.html(
        "report-kept",
        number=str(notice.number),
        anyone="unnamed" if notice.unnamed else yes_no(notice.officers),
        officers=parts.officer_names(words, notice.officers),
    )


def _entry_added(notice: n.EntryAdded, words: Words) -> str:
    return words.html("entry-added", number=str(notice.number))


def _report_moved(notice: n.ReportMoved, words: Words) -> str:
    officer = parts.officer_name(words, notice.officer) if notice.officer else words.plain("quiet-officer")
    return words.html(f"report-moved-{notice.status.value}", number=str(notice.number), officer=officer)


def _my_reports(notice: n.MyReports, words: Words) -> str:
    if not notice.items:
        return words.html("my-reports-none")
    listed = (
        words.html(
            "my-reports-line",
            number=str(item.number),
            category=words.plain(f"category-{item.category.value}"),
            status=words.plain(f"status-{item.status.value}"),
        )
        for item in notice.items
    )
    return paragraphs(words.html("my-reports"), parts.lines(listed))


def _officer_joined(notice: n.OfficerJoined, words: Words) -> str:
    return words.html("officer-joined", name=notice.name, already=yes_no(notice.already))


def _report_card(notice: n.ReportCard, words: Words) -> str:
    point = ""
    if notice.lat is not None and notice.lon is not None:
        point = words.html("report-card-point", lat=f"{notice.lat:.5f}", lon=f"{notice.lon:.5f}")
    card = words.html(
        "report-card",
        number=str(notice.number),
        status=notice.status.value,
        mine=yes_no(notice.mine),
        owner=_owner(notice, words),
        category=words.plain(f"category-{notice.category.value}"),
        title=parts.title(words, notice.place),
        around=parts.around_text(words, notice.place),
        point=point,
        entries=notice.entries,
        since=parts.moment(notice.since),
    )
    first = words.html("report-card-first") if notice.first_report else ""
    offence = words.html("report-card-offence") if notice.category in OFFENCES else ""
    return paragraphs(card, first, offence)


def _owner(notice: n.ReportCard, words: Words) -> str:
    """With the phone, where colleagues may know it."""
    named = notice.owner or words.plain("report-card-colleague")
    return f"{named}, {notice.owner_phone}" if notice.owner_phone else named


def _answer_here(notice: n.AnswerHere, words: Words) -> str:
    return words.html("answer-here", number=str(notice.number))


def _queue(notice: n.Queue, words: Words) -> str:
    listed = (
        words.html(
            "queue-line",
            number=str(item.number),
            category=words.plain(f"category-{item.category.value}"),
            place=words.name(item.place),
            since=parts.moment(item.since),
            status=item.status.value,
        )
        for item in notice.items
    )
    return paragraphs(words.html("queue", count=len(notice.items)), parts.lines(listed))


def _not_delivered(notice: n.NotDelivered, words: Words) -> str:
    return words.html("not-delivered", number=str(notice.number), gone=yes_no(notice.gone))


def _entry_lost(notice: n.EntryLost, words: Words) -> str:
    return words.html("entry-lost", number=str(notice.number))


def _relayed(notice: n.Relayed, words: Words) -> str:
    """The line above an officer's answer; a resident's entry goes to the officer as it is."""
    sender = notice.sender
    if sender is None:
        return words.plain("quiet-sender", number=str(notice.number)) if notice.unnamed else ""
    role = words.plain(f"role-short-{sender.role.value}")
    name = parts.officer_name(words, sender) if sender.name else ""
    return words.plain("relayed-sender", role=" ".join((role, name)).strip(), number=str(notice.number))


def _help(notice: n.Help, words: Words) -> str:
    return words.html("help-officer" if notice.officer else "help")


def _refused(notice: n.Refused, words: Words) -> str:
    return words.html(f"refused-{notice.code}", **dict(notice.fields))


def _confirm_forget(notice: n.ConfirmForget, words: Words) -> str:
    return words.html("confirm-forget", reports=notice.reports)


def _no_words(_notice: n.Notice, _words: Words) -> str:
    return ""


SPEECH: Final[Speech] = {
    n.Welcome: _welcome,
    n.WithoutConsent: simple("without-consent"),
    n.AskPlace: _ask_place,
    n.PlaceUnknown: _place_unknown,
    n.AskSettlement: simple("ask-settlement"),
    n.AddressSought: simple("address-sought"),
    n.AddressUnused: _address_unused,
    n.PlaceChoices: _place_choices,
    n.ConfirmPlace: _confirm_place,
    n.OfficerCard: _officer_card,
    n.StationPin: _station_pin,
    n.StationPhoto: _station_pin,
    n.NobodyHere: _nobody_here,
    n.QuietPlace: _quiet_place,
    n.AskCategory: _ask_category,
    n.AskDanger: _ask_danger,
    n.EmergencyNumbers: _emergency_numbers,
    n.AskEntries: _ask_entries,
    n.DraftPanel: _draft_panel,
    n.Summary: _summary,
    n.DraftDropped: simple("draft-dropped"),
    n.DraftWaits: simple("draft-waits"),
    n.ReportKept: _report_kept,
    n.EntryAdded: _entry_added,
    n.ReportMoved: _report_moved,
    n.MyReports: _my_reports,
    n.WriteHow: simple("write-how"),
    n.OfficerJoined: _officer_joined,
    n.ReportCard: _report_card,
    n.AnswerHere: _answer_here,
    n.AnswerHow: simple("answer-how"),
    n.Queue: _queue,
    n.NotDelivered: _not_delivered,
    n.EntryLost: _entry_lost,
    n.Relayed: _relayed,
    n.Seen: _no_words,
    n.Help: _help,
    n.AskLanguage: simple("ask-language"),
    n.LanguageSet: simple("language-set"),
    n.CommandMenu: _no_words,
    n.Refused: _refused,
    n.Forgotten: simple("forgotten"),
    n.ConfirmForget: _confirm_forget,
    **admin_speech.SPEECH,
    **registry_speech.SPEECH,
    **directory_speech.SPEECH,
    **news_speech.SPEECH,
    **newsroom_speech.SPEECH,
    **figures_speech.SPEECH,
    **silent_speech.SPEECH,
    **paper_speech.SPEECH,
}
