"""How areas are called where beats are told."""

import pytest

from bot.domain.registry_notices import BeatAreaWords
from bot.texts.directory.steps import area_name
from bot.texts.words import words

AREAS = {
    ("O", "Автономна Республіка Крим", None): "Автономна Республіка Крим",
    ("O", "Житомирська", None): "Житомирська обл.",
    ("K", "Севастополь", None): "м. Севастополь",
    ("H", "Бердичівська", None): "Бердичівська громада",
    ("C", "Іванівка", "Бердичівська"): "с. Іванівка, Бердичівська громада",
    ("B", "Шевченківський", "Київ"): "Шевченківський р-н, м. Київ",
}


@pytest.mark.parametrize(("area", "called"), AREAS.items())
def test_areas_are_called_as_everywhere(area: tuple[str, str, str | None], called: str) -> None:
    assert area_name(BeatAreaWords("UA01000000000013043", *area), words("uk")) == called
