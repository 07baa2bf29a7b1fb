"""An admin of a territory announces inside it only, and sees nobody else's announcements."""

from tests.journeys.admins import BERDYCHIV_RAION, admin_of
from tests.journeys.announcements.steps import Desk, opening, submitted
from tests.people import buttons


async def test_nobody_outside_the_territory_sees_it(desk: Desk) -> None:
    """An admin of one raion, with a button of somebody else's announcement."""
    local = await admin_of(desk.town, "Місцева", BERDYCHIV_RAION)
    await opening(desk.iryna, "Коростень")
    await submitted(desk.iryna)
    await desk.oleh.hears("просить схвалити")
    await local.says("/broadcasts")
    await local.hears("Розсилок ще не було")
    mine = await local.says("/announce")
    await local.hears("Про що розповісти")
    await local.taps_data(mine["message_id"] + 1, "by:1:0123456789ab")
    await local.hears("Це поза вашою територією")
    await local.taps("Відкриття станцій")
    listed = await local.hears("Які станції")
    assert [each for each in buttons(listed) if "станція" in each] == ["Поліцейська станція «Бердичів» (зразок)"]
    await local.taps("Поліцейська станція «Бердичів»")
    await local.hears("Обрано 1")
    await local.taps("Готово")
    await local.taps("Кому")
    await local.hears("Кому надіслати?")
    await local.says("Малинська громада")
    await local.hears("поза вашою територією")
    await local.taps_data(mine["message_id"] + 1, "br:2:UA:1:0")
    await local.hears("Це поза вашою територією")
