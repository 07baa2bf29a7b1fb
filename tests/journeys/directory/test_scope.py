"""Who may change what: an admin of a territory inside it, nobody by a stale or forged button."""

import pytest

from tests.journeys.admins import BERDYCHIV, admin_of
from tests.journeys.conftest import Town
from tests.journeys.directory.book import editions
from tests.journeys.directory.steps import opens
from tests.people import Person


async def test_an_admin_of_a_territory_sees_and_changes_only_what_lies_in_it(town: Town, iryna: Person) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await maria.says("/directory")
    home = await maria.hears("Станцій: 1\n")
    assert "Офіцерів: 2" in home["text"]
    await maria.says("zt-s01")
    await maria.hears("знайдено: 0")
    await opens(maria, "zt-s02", "Поліцейська станція «Бердичів»")
    await maria.taps("Години роботи")
    await maria.hears("Коли станція відчинена")
    await maria.says("щодня 8–20")
    await maria.hears("Години роботи: щодня 8–20")
    await opens(maria, "zt-d02", "Бердичівська громада")
    await maria.taps("Додати територію")
    await maria.hears("За що відповідає")
    await maria.says("Житомир")
    await maria.hears("На вашій території такого не знаю")


@pytest.mark.parametrize(
    "data",
    [
        "en:stations:1:open",
        "en:stations:1:hours",
        "en:officers:1:invite",
        "en:officers:1:unbind-really",
        "en:beats:1:retire-really",
        "el:officers:1:phone_seen:public",
        "ea:1:UA18020030010047029:1",
        "ea:2:UA18040190000029215:1",
        "eo:2:1",
        "es:2:1",
    ],
)
async def test_buttons_made_up_for_what_lies_elsewhere_are_refused(town: Town, data: str) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await maria.says("/directory")
    home = await maria.hears("Довідник")
    await maria.taps_data(home["message_id"], data)
    await maria.hears("поза вашою територією")
    assert len(await editions(town)) == 1


@pytest.mark.parametrize(
    "data",
    [
        "en:stations:999:open",
        "en:stations:1:rank",
        "en:beats:1:invite",
        "en:beats:1:unbind-really",
        "en:officers:1:empty",
        "en:officers:1:nonsense",
        "el:beats:1:name_seen:public",
        "er:999:duty",
        "el:officers:1:phone_seen:everybody",
        "ep:1:1:9999-12-31",
        "ea:1:UA18040190000029215:0",
        "et:1",
        "nb:UA18040190000029215",
        "dl:stations:0::abc",
        "rb:99:99:show",
        "im:99:discard",
    ],
)
async def test_stale_and_senseless_buttons_get_an_answer(town: Town, iryna: Person, data: str) -> None:
    await iryna.says("/directory")
    home = await iryna.hears("Довідник")
    await iryna.taps_data(home["message_id"], data)
    await iryna.hears("Цей файл" if data.startswith("im") else "Ця кнопка вже не діє")
    assert len(await editions(town)) == 1


async def test_a_resident_cannot_tap_an_admins_button(town: Town, iryna: Person) -> None:
    olena = await town.neighbour("Олена")
    shown = await olena.hears("Бердичів")
    await olena.taps_data(shown["message_id"], "el:officers:1:phone_seen:public")
    await olena.hears("Ця кнопка вже не діє")
    assert len(await editions(town)) == 1
