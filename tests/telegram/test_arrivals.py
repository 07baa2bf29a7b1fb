"""A raw update's conversation and urgency, read before anything is parsed."""

from typing import Any

import pytest

from bot.domain.notices import Priority
from bot.telegram.arrivals import arrival, message_of

CHAT = {"id": 5, "type": "private"}


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"message": {"chat": CHAT, "text": "Добрий день"}}, Priority.RELAY),
        ({"message": {"chat": CHAT, "photo": []}}, Priority.RELAY),
        ({"message": {"chat": CHAT, "text": "/start"}}, Priority.EMERGENCY),
        ({"message": {"chat": CHAT, "text": "/start abc"}}, Priority.EMERGENCY),
        ({"message": {"chat": CHAT, "text": "/emergency@some_bot"}}, Priority.EMERGENCY),
        ({"message": {"chat": CHAT, "text": "/startled"}}, Priority.RELAY),
        ({"message": {"chat": CHAT, "text": 7}}, Priority.RELAY),
        ({"message": "words"}, Priority.RELAY),
        ({"callback_query": {"message": {"chat": CHAT}}}, Priority.ANSWER),
        ({"edited_message": {"chat": CHAT, "text": "/start"}}, Priority.REST),
        ({"my_chat_member": {"chat": CHAT}}, Priority.REST),
        ({"telepathy": {}}, Priority.REST),
    ],
)
def test_how_urgent_it_is(update: dict[str, Any], expected: Priority) -> None:
    assert arrival({"update_id": 1, **update}).priority is expected


@pytest.mark.parametrize(
    ("update", "lane", "chat"),
    [
        ({"message": {"chat": CHAT, "message_id": 9}}, "telegram:5", 5),
        ({"message": {"chat": {"id": 5}}}, "telegram:5", 5),
        ({"message": {"chat": {"id": -5, "type": "group"}}}, "telegram:-5", None),
        ({"callback_query": {"from": {"id": 6}, "message": {"chat": CHAT}}}, "telegram:5", 5),
        ({"inline_query": {"from": {"id": 6}}}, "telegram:6", None),
        ({"message": {"chat": {"id": "5", "type": "private"}}}, "telegram:update:1", None),
        ({"message": {"chat": "5"}}, "telegram:update:1", None),
        ({"message": "words"}, "telegram:update:1", None),
    ],
)
def test_whose_it_is(update: dict[str, Any], lane: str, chat: int | None) -> None:
    found = arrival({"update_id": 1, **update})
    assert (found.lane, found.chat_id) == (lane, chat)


def test_the_message_it_is() -> None:
    assert message_of({"update_id": 1, "message": {"message_id": 9}}) == 9
    assert message_of({"update_id": 1, "message": {"message_id": "9"}}) is None
