"""What tells something is told from the name of a place, however it is misspelled."""

import csv
from pathlib import Path

import pytest

from bot.places.gazetteer import Gazetteer
from bot.places.story import is_story, names_nothing

STORIES = (
    "Тут стріляють",
    "У мене вкрали велосипед",
    "Тут сталося таємне, приїдьте",
    "У нас обшуки, що робити?",
    "У нашому селі крадуть дрова",
    "Я боюсь",
)
NAMES = (
    "Бердичів",
    "Берличів",
    "я живу в селі Глибочиця Житомирського району",
    "село Глибчиця Житомирський район",
    "Нова Гута",
    "Хррр",
    "Добрий день",
    "Житомирська область",
)


@pytest.mark.parametrize("text", STORIES)
def test_a_story(gazetteer: Gazetteer, text: str) -> None:
    assert is_story(text, gazetteer.find(text))


@pytest.mark.parametrize("text", NAMES)
def test_no_story(gazetteer: Gazetteer, text: str) -> None:
    assert not is_story(text, gazetteer.find(text))


def test_names_as_people_misspell_them_are_hardly_ever_taken_for_stories(gazetteer: Gazetteer) -> None:
    sets = set(Path(__file__).parent.glob("*.csv")) - set(Path(__file__).parent.glob("free-*.csv"))  # whole sentences
    files = [file.read_text(encoding="utf-8") for file in sorted(sets)]
    queries = [row["query"] for file in files for row in csv.DictReader(file.splitlines())]
    stories = [query for query in queries if is_story(query, gazetteer.find(query))]
    assert len(queries) > 4000
    assert len(stories) <= len(queries) / 1000, stories


@pytest.mark.parametrize(
    ("text", "nothing"),
    [("мій син зник", True), ("Допоможіть", True), ("Я боюсь", True), ("Берличів", False), ("Коростень", False)],
)
def test_what_can_pass_for_a_place(gazetteer: Gazetteer, text: str, *, nothing: bool) -> None:
    assert names_nothing(text, gazetteer.find(text)) is nothing
