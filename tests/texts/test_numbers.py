"""102 and 112 stand on every question and receipt that a resident gets, and nowhere where the occupier may answer."""

import dataclasses
from typing import Final

import pytest

from bot.domain import addressing_notices as addressing
from bot.domain import news_notices as news
from bot.domain import notices as n
from bot.domain.kinds import KINDS
from bot.domain.silence import Silence
from bot.services.hushing import hushed
from bot.texts.faces import speak
from bot.texts.words import LANGUAGES, words
from db.silent_outbox import HeldNotice
from tests.texts.test_speak import PLACE, example

OWN: Final = {
    *(n.Welcome, n.WithoutConsent, n.OfficerCard, n.NobodyHere, n.QuietPlace, n.ReportKept),
    *(n.EmergencyNumbers, n.AskDanger, n.FirstAid, n.SlowDown, n.Help),
}
"""They have the numbers in words of their own."""
BESIDE: Final = {
    *(n.AddressSought, n.AddressUnused, n.StationPin, n.StationPhoto, n.PlaceClear, news.StationCard),
    *(n.PartUnread, n.LivePoint, n.ReactionUnseen, n.RulesChanged, n.NotShown, n.Refused, n.LanguageSet),
    *(n.Relayed, n.Seen, n.CommandMenu, news.Announced, news.AnnouncedAlbum, addressing.ActsOver),
}
"""No question and no receipt: what another answer follows or stands beside, what somebody else says."""
OFFICERS: Final = {
    *(n.OfficerJoined, n.OfficerConfirmed, n.OfficerElsewhere, n.OfficerCutOff, n.NotOfficers, n.CardErased),
    *(n.ReportCard, n.AnswerHere, n.AnswerHow, n.AnswerPassed, n.Queue, n.NotDelivered),
}
TO_RESIDENTS: Final = {n.__name__, addressing.__name__, news.__name__}
TO_PEOPLE: Final = {kind for kind in KINDS.values() if kind.__module__ in TO_RESIDENTS}
ASKED: Final = [kind for kind in KINDS.values() if issubclass(kind, n.Asked)]


@pytest.mark.parametrize("kind", sorted(TO_PEOPLE, key=str))
def test_each_kind_is_one_or_the_other(kind: type[n.Notice]) -> None:
    assert [kind in OWN, kind in BESIDE, kind in OFFICERS, issubclass(kind, n.Asked)].count(True) == 1


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", ASKED)
def test_questions_and_receipts_end_with_the_numbers(kind: type[n.Asked], locale: str) -> None:
    said = speak(dataclasses.replace(example(kind), hushed=False), words(locale)).splitlines()
    assert "<b>102</b>" in said[-1]
    assert "<b>112</b>" in said[-1]
    assert len(said) > 1
    quiet = [
        each for each in speak(dataclasses.replace(example(kind), hushed=True), words(locale)).splitlines() if each
    ]
    assert quiet == [line for line in said[:-2] if line in quiet]
    assert quiet


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(OWN - {n.QuietPlace}, key=str))
def test_the_others_say_them_themselves(kind: type[n.Notice], locale: str) -> None:
    heard = example(kind)
    if "hushed" in {each.name for each in dataclasses.fields(heard)}:
        heard = dataclasses.replace(heard, hushed=False)
    if isinstance(heard, n.FirstAid):
        heard = dataclasses.replace(heard, kinds=())
    assert "102" in speak(heard, words(locale))


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_question_of_consent_shows_them_at_both_ends(locale: str) -> None:
    """It is longer than a screen: whoever wrote of danger before it still sees them beside the buttons."""
    said = speak(example(n.Welcome), words(locale)).split("\n\n")
    assert "<b>112</b>" in said[-2]
    assert any("112" in each for each in said[:-2])


HERE: Final = HeldNotice(1, 1, "", {}, Silence.RELAY, to_officer=False, place="UA18020030010047029")
STRANGERS: Final = {n.Welcome, n.WithoutConsent}
"""To people of whom nothing is known, and so no place that could be silent."""
HEARD_IN_SILENCE: Final = sorted(TO_PEOPLE - STRANGERS - OFFICERS, key=str)


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", HEARD_IN_SILENCE)
def test_whatever_waits_when_a_place_falls_silent_names_them_no_more(kind: type[n.Notice], locale: str) -> None:
    for heard in (example(kind), *levels_of(kind)):
        left = hushed(heard, HERE, lambda _code: PLACE)
        said = speak(left, words(locale)) if left else ""
        assert "102" not in said
        assert "112" not in said


def levels_of(kind: type[n.Notice]) -> list[n.Notice]:
    """A place that was less silent before."""
    return [dataclasses.replace(example(kind), level=int(level)) for level in Silence] if kind is n.QuietPlace else []
