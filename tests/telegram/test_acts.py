"""Acts travel in buttons and come back whole, or not at all."""

import dataclasses
import enum
from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.acts import admins, announcements, cases, directory, people
from bot.domain.acts.base import Act, Between, Shaped
from bot.domain.acts.catalogue import ACTS
from bot.domain.moves import CaseStep
from bot.telegram.acts import pack, unpack

REF = "AbC_-0123456"


def _kinds() -> Iterator[type[Act]]:
    """Also those that lie deeper than a list of direct subclasses would show."""
    below = [Act]
    while below:
        found = below.pop().__subclasses__()
        yield from found
        below += found


def values(hint: Any) -> st.SearchStrategy[Any]:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        rule = inside[1]
        if isinstance(rule, Between):
            return st.integers(rule.least, rule.below - 1)
        return st.from_regex(rule.pattern, fullmatch=True)
    if origin in (Union, UnionType):
        return st.one_of([st.none() if each is NoneType else values(each) for each in inside])
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    return {bool: st.booleans(), date: st.dates()}[hint]


def acts(kind: type[Act]) -> st.SearchStrategy[Act]:
    hints = get_type_hints(kind, include_extras=True)
    return st.builds(kind, **{each.name: values(hints[each.name]) for each in dataclasses.fields(kind)})


def test_every_act_has_a_sign_of_its_own() -> None:
    kinds = [each for each in _kinds() if each.__module__.startswith("bot.")]
    assert len(kinds) > 40
    assert {each.sign for each in kinds} == set(ACTS)
    assert len(kinds) == len(ACTS)


@pytest.mark.parametrize("kind", ACTS.values(), ids=lambda kind: kind.__name__)
def test_no_field_takes_whatever_is_sent(kind: type[Act]) -> None:
    hints = get_type_hints(kind, include_extras=True).values()
    allowed = {
        each for hint in hints for each in (get_args(hint) if get_origin(hint) in (Union, UnionType) else [hint])
    }
    assert not allowed & {int, str}


@given(st.sampled_from(sorted(ACTS)).flatmap(lambda sign: acts(ACTS[sign])))
def test_what_is_packed_comes_back(act: Act) -> None:
    data = pack(act)
    assert len(data.encode()) <= 64
    assert unpack(data) == act


SIGNED = st.builds("{}:{}".format, st.sampled_from(sorted(ACTS)), st.text(max_size=20))


@given(st.one_of(st.text(max_size=64), SIGNED))
def test_anything_at_all_is_an_act_or_nothing(data: str) -> None:
    found = unpack(data)
    assert found is None or pack(found) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "xx:1",
        "go",
        "go:",
        "go:fly",
        "go:agree:1",
        "mp:-1",
        "mp:+1",
        "mp: 1",
        "mp:01",
        "mp:1_0",
        "mp:١",
        "mp:1000000",
        "aa:0:open",
        f"aa:{2**63}:open",
        "rp:short:accept",
        f"rp:{REF}\n:accept",
        f"rp:{REF}:accept:",
        "si:UA1802003000003562:open",
        "si:UA18020030000035625\n:open",
        "si:UA1802003000003562٥:open",
        "ds:2",
        "ds:True",
        "nw:opening",
        "nw:nonsense:1",
        "bk:",
        "bk:nonsense",
        "bb:1:nonsense",
        "bt:1:tomorrow:",
        "bt:1:20261125:",
        "bt:1:2026-W48-3:",
        "bt:1:2026-11-31:",
        "bt:1: 2026-11-25:",
        "bt:1:2026-11-25:24",
        "bt:1:2026-11-25:07",
        "bs:1:page:-1:0",
        "by:1:0123456789aB",
        "br:1:UA18:1:0",
        "fg:0",
        "ln:xx",
        "po:st_0",
        "sf:home:20261125",
    ],
)
def test_forged_data_is_refused_as_a_whole(data: str) -> None:
    assert unpack(data) is None


def test_what_stands_in_the_annotations_stands_in_the_button() -> None:
    assert pack(people.NewsChange(kind=None, wanted=False)) == "nw::0"
    assert pack(cases.CaseAct(ref=REF, step=CaseStep.ACCEPT)) == f"rp:{REF}:accept"
    assert unpack("dl::3::ab") == directory.DirList(kind=None, page=3, beat=None, mark="ab")
    assert unpack("bt:4:2026-11-25:") == announcements.AnnouncementTime(
        announcement_id=4, day=date(2026, 11, 25), hour=None
    )
    assert unpack("bb:4:") == announcements.AnnouncementButton(announcement_id=4, button=None)
    assert unpack("sa") == admins.SilentAdd()


def test_a_field_that_would_not_come_back_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="DirList"):
        pack(directory.DirList(kind=None, page=0, mark="a:b"))
    with pytest.raises(ValueError, match="PlacesPage"):
        pack(people.PlacesPage(number=0, asked="ї" * 40))


def test_rules_refuse_other_types() -> None:
    assert not Between(0, 5).allows("3")
    assert not Shaped("a").allows(3)
