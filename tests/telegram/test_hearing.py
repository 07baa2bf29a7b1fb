"""What is looked through for danger is what a reader sees, however it was sent."""

from typing import Any

import pytest

from bot.domain.emergency import alarm_of
from bot.telegram.hearing import heard

RICH = {"blocks": [{"type": "paragraph", "text": ["Мене ", {"type": "bold", "text": ["б’", "ють"]}]}]}


@pytest.mark.parametrize(
    "said",
    [
        {"text": "мене б\u200bʼ\u2060ють"},
        {"text": "м\u00adене б\u034f’ю\u202eть"},
        {"caption": "мене б’ють\ufeff"},
        {"rich_message": RICH},
        {"text": "/зараз мене б’ють"},
    ],
    ids=str,
)
def test_danger_is_heard_through_whatever_hides_it(said: dict[str, Any]) -> None:
    found = heard({"update_id": 1, "message": {"chat": {"id": 5, "type": "private"}, **said}})
    assert found is not None
    assert any(alarm_of(text) for text in found.texts)


@pytest.mark.parametrize("rich", [5, [], {"blocks": "?"}, {"blocks": [None, [[5]], {"text": {"text": {}}}]}], ids=str)
def test_nothing_stops_at_it(rich: Any) -> None:
    update = {"update_id": 1, "message": {"chat": {"id": 5, "type": "private"}, "rich_message": rich, "text": "Так"}}
    found = heard(update)
    assert found is not None
    assert "Так" in found.texts
