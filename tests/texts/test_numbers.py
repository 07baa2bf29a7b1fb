"""102 and 112 stand on every question and receipt that a resident gets, and nowhere where the occupier may answer."""

import dataclasses
from typing import Final

import pytest

from bot.domain import addressing_notices as addressing
from bot.domain import news_notices as news
from bot.domain import notices as n
from bot.domain.kinds import KINDS
from bot.texts.speak import speak
from bot.texts.words import LANGUAGES, words
from tests.texts.test_speak import example

OWN: Final = {
    *(n.Welcome, n.WithoutConsent, n.OfficerCard, n.NobodyHere, n.NobodyToWrite, n.QuietPlace, n.ReportKept),
    *(n.EmergencyNumbers, n.FirstAid, n.SlowDown, addressing.CopyPutBack),
}
"""They have the numbers in words of their own."""
BESIDE: Final = {
    *(n.AddressSought, n.AddressUnused, n.StationPin, n.StationPhoto, n.PlaceClear, news.StationCard),
    *(n.PartUnread, n.LivePoint, n.ReactionUnseen, n.RulesChanged, n.NotShown, n.Refused, n.LanguageSet),
    *(n.Relayed, n.Seen, n.CommandMenu, news.Announcement, news.NewsAlbum, addressing.ActsOver),
}
"""No question and no receipt: what another answer follows or stands beside, what somebody else says."""
OFFICERS: Final = {
    *(n.OfficerJoined, n.OfficerConfirmed, n.OfficerElsewhere, n.OfficerCutOff, n.NotOfficers, n.CardErased),
    *(n.ReportCard, n.AnswerHere, n.AnswerHow, n.Queue, n.NotDelivered),
}
TO_RESIDENTS: Final = {n.__name__, addressing.__name__, news.__name__}
ASKED: Final = [kind for kind in KINDS.values() if issubclass(kind, n.Asked)]


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.__module__ in TO_RESIDENTS])
def test_each_kind_is_one_or_the_other(kind: type[n.Notice]) -> None:
    assert [kind in OWN, kind in BESIDE, kind in OFFICERS, issubclass(kind, n.Asked)].count(True) == 1


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", ASKED)
def test_questions_and_receipts_end_with_the_numbers(kind: type[n.Asked], locale: str) -> None:
    said = speak(dataclasses.replace(example(kind), hushed=False), words(locale)).splitlines()
    assert "<b>102</b>" in said[-1]
    assert "<b>112</b>" in said[-1]
    assert len(said) > 1
    hushed = speak(dataclasses.replace(example(kind), hushed=True), words(locale))
    assert hushed.splitlines() == said[:-2]


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(OWN - {n.QuietPlace}, key=str))
def test_the_others_say_them_themselves(kind: type[n.Notice], locale: str) -> None:
    heard = example(kind)
    if "hushed" in {each.name for each in dataclasses.fields(heard)}:
        heard = dataclasses.replace(heard, hushed=False)
    if isinstance(heard, n.FirstAid):
        heard = dataclasses.replace(heard, kinds=())
    assert "102" in speak(heard, words(locale))
