"""Every kind of notice survives its stay in the outbox: as JSON, and back."""

import json
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import to_jsonable_python

from bot.domain import notices
from bot.domain.kinds import KINDS
from bot.domain.notices import Attached, Notice, kind_of
from bot.services.kept_notices import NoticeUnreadable, notice_of

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=3))])
st.register_type_strategy(datetime, st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=ZONES))  # noqa: DTZ001
st.register_type_strategy(float, st.floats(-1e6, 1e6))
st.register_type_strategy(str, st.text(st.characters(codec="utf-8"), max_size=20))


def parts(kind: type[Any]) -> set[type[Any]]:
    """The dataclasses inside a notice."""
    found = set()
    for hint in get_type_hints(kind).values():
        for each in (hint, *getattr(hint, "__args__", ())):
            if is_dataclass(each) and isinstance(each, type):
                found |= {each} | parts(each)
    return found


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_through_json_and_back(kind: str, data: st.DataObject) -> None:
    notice = data.draw(st.from_type(KINDS[kind]))
    stored = json.dumps(to_jsonable_python(asdict(notice)))
    assert notice_of(kind, json.loads(stored)) == notice


def test_every_notice_has_a_name_of_its_own_that_fits_its_column() -> None:
    assert kind_of(notices.ReportCard) == "report-card"
    assert len(set(KINDS.values())) == len(KINDS)
    assert {each for each in Notice.__subclasses__() if not each.__subclasses__()} - {Attached} <= set(KINDS.values())
    assert max(map(len, KINDS)) <= 40


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_notices_and_their_parts_are_frozen(kind: type[Notice]) -> None:
    assert all(each.__dataclass_params__.frozen for each in {kind, *parts(kind)})


@pytest.mark.parametrize(
    ("kind", "stored"), [("no-such-kind", {}), ("entry-added", {}), ("entry-added", {"number": "x"})]
)
def test_what_this_version_does_not_know_says_so(kind: str, stored: dict[str, Any]) -> None:
    with pytest.raises(NoticeUnreadable):
        notice_of(kind, stored)
