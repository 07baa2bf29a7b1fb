"""Whatever an update holds beside them, the words in it are read."""

import json
from contextlib import suppress
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import MessageOriginHiddenUser, Update
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.arrivals import arrival
from bot.telegram.reading import SERVICE, UpdateReading, read
from bot.telegram.salvage import Unread

Json = dict[str, Any]
BOT = Bot("7000000005:READ-token-of-no-bot-AAAAAAAAAAAAAAAAAAA")
PERSON: Json = {"id": 5, "is_bot": False, "first_name": "Олена"}
BASE: Json = {"message_id": 7, "date": 1422450181, "chat": {"id": 5, "type": "private"}, "from": PERSON}
PHOTO = [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]


def reading(_as: str = "message", /, **message: Any) -> UpdateReading:
    return read(json.dumps({"update_id": 1, _as: BASE | message}), BOT)


def said(found: UpdateReading) -> str | None:
    message = found.update.message or found.update.edited_message
    return message.text or message.caption if message else None


@pytest.mark.parametrize(
    "beside",
    [
        {"forward_origin": {"type": "hidden_user", "date": 1422450181}},
        {"forward_origin": {"type": "alien", "date": 1}},
        {"forward_origin": 5},
        {"entities": [{"type": "bold", "offset": 0}, {"type": "new", "offset": 0, "length": 1}, "?"]},
        {"entities": [{"type": "bold"}] * 60},
        {"reply_to_message": {**BASE, "text": "а", "forward_origin": {"type": "hidden_user", "date": 1}}},
        {"external_reply": {"chat": {"id": 1}}, "quote": {"text": "цитата"}},
        {"reply_markup": {"inline_keyboard": [[{"text": 1}]]}},
        {"via_bot": {"id": "?"}, "sender_boost_count": "many", "link_preview_options": [], "effect_id": {}},
        {"from": {"id": 5}},
        {"new_thing": {"anything": [1, 2, {"text": "не від людини"}]}},
    ],
    ids=str,
)
@pytest.mark.parametrize("_as", ["message", "edited_message"])
def test_what_lies_beside_the_words_does_not_take_them_along(_as: str, beside: Json) -> None:
    found = reading(_as, text="Слова", **beside)
    assert said(found) == "Слова"
    assert not found.silent
    assert not found.lost


def test_forwarded_words_stay_forwarded() -> None:
    for broken in ({"type": "hidden_user", "date": 1}, {"type": "alien"}, None, "?"):
        if broken is not None:
            message = reading(text="Спалю вам хату", forward_origin=broken).update.message
            assert message is not None
            assert isinstance(message.forward_origin, MessageOriginHiddenUser)


def test_a_picture_that_cannot_be_read_leaves_its_words() -> None:
    found = reading(photo=[{"file_id": "p"}], caption="Ось", caption_entities=[])
    assert (said(found), found.lost) == ("Ось", True)
    partly = reading(photo=[*PHOTO, {"file_id": 5}], caption="Ось")
    assert (said(partly), partly.lost) == ("Ось", False)


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "document", "location"])
def test_a_file_that_cannot_be_read_was_not_taken(kind: str) -> None:
    """Its author should not hear that such files are not carried."""
    with pytest.raises(Unread):
        reading(**{kind: {"?": 1}})


def test_half_a_character_is_no_fault_of_the_words() -> None:
    found = reading(text="\ud83d слова", entities=[{"type": "bold", "offset": 2, "length": 5}])
    assert said(found) == "\ufffd слова"


@pytest.mark.parametrize("broken", [{"text": 5}, {"chat": None}, {"message_id": "?"}, {"caption": []}], ids=str)
def test_without_words_or_chat_nothing_is_made_up(broken: Json) -> None:
    with pytest.raises(Unread):
        reading(**({"text": "слова"} | broken))


@pytest.mark.parametrize("payload", ["", "[]", "5", "{", '{"update_id": {}}', '{"a":' * 5000, "[" * 200_000], ids=len)
def test_what_is_no_update_is_said_to_be_none(payload: str) -> None:
    with pytest.raises(Unread):
        read(payload, BOT)


def test_nesting_without_end_is_stored_and_its_author_hears() -> None:
    deep: Any = "слова"
    for _ in range(200_000):
        deep = [deep]
    kept = arrival({"update_id": 1, "message": {**BASE, "x": deep}})
    assert kept.lane == "telegram:5"
    with pytest.raises(Unread):
        read(kept.payload, BOT)
    while isinstance(deep, list):  # taken apart by hand: freeing it is recursive too
        deep = deep.pop()


# --- rich messages ----------------------------------------------------------------------------------------------------

RICH: list[Json] = [
    {"type": "heading", "size": 1, "text": "Скарга"},
    {"type": "paragraph", "text": ["Дуже ", {"type": "bold", "text": ["гуч", {"type": "italic", "text": "но"}]}, "!"]},
    {"type": "paragraph", "text": {"type": "url", "text": "тут", "url": "https://example.org/"}},
    {"type": "list", "items": [{"label": "1.", "blocks": [{"type": "paragraph", "text": "раз"}]}]},
    {"type": "table", "cells": [[{"text": "а", "align": "left", "valign": "top"}, {"text": "б"}], [{"text": "в"}]]},
    {"type": "blockquote", "blocks": [{"type": "paragraph", "text": "чуже"}], "credit": "сусід"},
    {"type": "divider"},
    {
        "type": "paragraph",
        "text": {"type": "text_mention", "text": "Петро", "user": PERSON},
    },
    {"type": "block_of_the_future", "stanzas": [{"text": "вірш"}]},
]


def test_a_rich_message_is_its_words() -> None:
    found = reading(rich_message={"blocks": RICH})
    message = found.update.message
    assert message is not None
    assert message.text == "Скарга\nДуже гучно!\nтут\n1. раз\nа | б\nв\nчуже\nсусід\nПетро\nвірш"
    styles = {each.type: each.extract_from(message.text) for each in message.entities or []}
    assert styles == {"bold": "гучно", "italic": "но", "text_link": "тут", "blockquote": "чуже\nсусід"} | {
        "bold": styles["bold"]
    }
    assert not found.lost


def test_one_file_of_a_rich_message_goes_with_its_words() -> None:
    photo = {"type": "photo", "photo": PHOTO, "caption": {"text": "вікно"}}
    one = reading(rich_message={"blocks": [{"type": "paragraph", "text": "Ось"}, photo]})
    assert one.update.message
    assert (one.update.message.caption, bool(one.update.message.photo), one.lost) == ("Ось\nвікно", True, False)
    two = reading(rich_message={"blocks": [photo, {"type": "slideshow", "blocks": [photo]}]})
    assert (said(two), two.lost) == ("вікно\nвікно", True)
    place = {"type": "map", "location": {"latitude": 50, "longitude": 28}, "zoom": 1, "width": 1, "height": 1}
    where = reading(rich_message={"blocks": [place, {"type": "paragraph", "text": "тут"}]})
    assert (said(where), where.lost) == ("тут", True)


def test_a_rich_message_has_an_end() -> None:
    block: Json = {"type": "paragraph", "text": "дно"}
    for _ in range(300):
        block = {"type": "blockquote", "blocks": [block]}
    deep = reading(rich_message={"blocks": [{"type": "paragraph", "text": "слова"}, block]})
    assert (said(deep), deep.lost) == ("слова", True)
    long = reading(rich_message={"blocks": [{"type": "paragraph", "text": "я" * 1000}] * 100})
    assert len(said(long) or "") < 33_000
    assert long.lost


def test_words_of_what_is_not_known_yet() -> None:
    found = reading(poem={"stanzas": [{"text": "перша"}, {"text": ["дру", "га"]}], "author": {"name": "Таємний"}})
    assert (said(found), found.lost) == ("перша\nдруга", True)


# --- nobody wrote it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "service",
    [
        {"pinned_message": {**BASE, "text": "закріплене"}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"forum_topic_created": {"name": "Тема", "icon_color": 1}},
        {"chat_background_set": {"type": {"type": "new"}}},
        {"boost_added": {"boost_count": 1}},
        {"theme_of_the_future_changed": {"text": "Синя"}},
        {"write_access_allowed": {}},
        {"something_started": True},
    ],
    ids=lambda each: next(iter(each)),
)
def test_what_nobody_wrote_gets_no_answer(service: Json) -> None:
    assert reading(**service).silent
    assert not reading(text="Слова", **service).silent


def test_every_kind_is_somebodys_words_or_nobodys() -> None:
    assert {"text", "photo", "rich_message", "poll", "story"}.isdisjoint(SERVICE)
    assert {"pinned_message", "gift", "boost_added", "new_chat_title"} <= SERVICE


# --- anything at all --------------------------------------------------------------------------------------------------

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FULL: Json = BASE | {
    "text": "Слова",
    "entities": [
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "text_link", "offset": 0, "length": 1, "url": "x"},
    ],
    "forward_origin": {
        "type": "channel",
        "date": 1,
        "chat": {"id": -1, "type": "channel", "title": "Н"},
        "message_id": 2,
    },
    "reply_to_message": BASE | {"photo": PHOTO, "caption": "а"},
    "external_reply": {"origin": {"type": "user", "date": 1, "sender_user": PERSON}, "photo": PHOTO},
    "quote": {"text": "а", "position": 0, "is_manual": True},
    "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "https://example.org"}]]},
    "link_preview_options": {"is_disabled": True},
}


def places(node: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [place for key, value in inner for place in [(*above, key), *places(value, (*above, key))]]


BREAKABLE = [
    each
    for each in places(FULL)
    if each[0] not in {"text", "chat", "message_id"} and each not in {("from",), ("from", "id")}
]


@given(st.lists(st.tuples(st.sampled_from(BREAKABLE), JUNK), min_size=1, max_size=5))
def test_whatever_is_broken_beside_them_the_words_stay(broken: list[tuple[tuple[Any, ...], Any]]) -> None:
    message = json.loads(json.dumps(FULL))  # no part of it twice
    for (*above, last), junk in broken:
        node: Any = message
        for step in above:
            inside = isinstance(node, dict | list) and step in (node if isinstance(node, dict) else range(len(node)))
            node = node[step] if inside else None
        if isinstance(node, dict) or (isinstance(node, list) and last in range(len(node))):
            node[last] = junk
    found = read(json.dumps({"update_id": 1, "message": message}), BOT)
    assert said(found) == "Слова"
    if "forward_origin" in message and message["forward_origin"] is not None:
        assert found.update.message is not None
        assert found.update.message.forward_origin is not None


@given(st.text(), JUNK)
def test_anything_is_read_or_said_to_be_unreadable(name: str, junk: Any) -> None:
    for update in ({"update_id": 1, "message": BASE | {name: junk}}, {"update_id": 1, name: junk}):
        with suppress(Unread):
            assert isinstance(read(json.dumps(update), BOT).update, Update)


LARGE = [2**63, -(2**63), 10**40]


@pytest.mark.parametrize("number", LARGE)
def test_a_number_no_database_can_keep(number: int) -> None:
    """Of the message itself: nobody can be answered, and no attempt will change that. Elsewhere it goes alone."""
    for kind in ("message", "edited_message"):
        with pytest.raises(Unread):
            reading(kind, text="Вкрали велосипед", message_id=number)
    found = reading(text="Вкрали велосипед", reply_to_message={**BASE, "message_id": number, "text": "а"})
    assert said(found) == "Вкрали велосипед"
    assert found.update.message is not None
    assert found.update.message.reply_to_message is None
    tap = {"id": "1", "from": PERSON, "chat_instance": "1", "data": "x", "message": BASE | {"message_id": number}}
    query = read(json.dumps({"update_id": 1, "callback_query": tap}), BOT).update.callback_query
    assert query is not None
    assert query.message is None


def test_a_long_number_in_words_is_words() -> None:
    assert said(reading(text="Мій рахунок 12345678901234567890")) == "Мій рахунок 12345678901234567890"
    assert said(reading(text="Так", message_id=2**63 - 1)) == "Так"
