"""An officer or an admin is a resident too: own reports, own answers, and what nobody means is answered by role."""

from tests.journeys.admins import IRYNA, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, words


async def becomes_resident(who: Person, place: str) -> None:
    await who.says("/report")
    await who.hears("Згодні?")
    await who.taps("Погоджуюсь")
    await who.hears("Де це сталося або де ви живете")
    await who.says(place)
    await who.hears("вашої громади:")


async def test_an_officer_reports_and_hears_back_while_working(town: Town) -> None:
    officer, colleague = await town.officer("zt-o05"), await town.officer("zt-o06")
    await becomes_resident(officer, "Звягель")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає")
    await officer.hears("Собака гавкає")
    own = await town.report(officer, "У мене вкрали велосипед")
    await colleague.hears("У мене вкрали велосипед")
    await colleague.replies("У мене вкрали велосипед", "Шукаємо")
    answer = await officer.hears("Шукаємо")

    await officer.replies(answer, "Дякую, чекаю")
    await colleague.hears("Дякую, чекаю")
    await officer.replies("Собака гавкає", "Зайду ввечері")
    await olena.hears("Зайду ввечері")
    await officer.says("/my")
    assert f"№ {own}" in words(await officer.hears("Ваші повідомлення"))
    await officer.says("/queue")
    assert f"№ {own}" not in words(await officer.hears("На вас чекає 1 повідомлення"))

    await officer.says("Кому це?")
    asked = await officer.hears("Я не знаю, кому це передати")
    to_officer, to_resident = f"Офіцеру: № {own} · Шум, сусіди", "Мешканцю: № 1 · Шум, сусіди"
    assert buttons(asked)[:2] == [f"{to_officer} · Звягель", f"{to_resident} · Коростень"]
    await officer.taps("Мешканцю: № 1")
    await olena.hears("Кому це?")
    assert "Кому це?" not in str(colleague.heard)


async def test_a_resident_with_a_report_becomes_an_officer(town: Town) -> None:
    colleague = await town.officer("zt-o06")
    olena = await town.neighbour("Олена", "Звягель")
    await town.report(olena, "Собака гавкає")
    await colleague.hears("Собака гавкає")
    await olena.says(f"/start {await town.invitation('zt-o05')}")
    await olena.hears("ви в боті: Зразок П’ятий")
    await colleague.replies("Собака гавкає", "Зайду")
    await olena.replies(await olena.hears("Зайду"), "Дякую")
    await colleague.hears("Дякую")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Коростень")
    await olena.hears("місто Коростень")
    await olena.says("/help")
    assert "Ви також мешканець" in words(await olena.hears("/queue"))
    await town.report(olena, "Яма на дорозі", "Дорога")  # their own beat: their own card
    card = await olena.hears("Нове повідомлення № 2")
    await olena.replies(card, "Сама собі")
    await olena.says("/forget")
    await olena.hears("Стерти все")
    await olena.taps("Так, стерти все")
    await olena.hears("усе, що я про вас зберігав, стерто")
    await olena.says("/queue")
    await olena.hears("нічого не чекає")  # an officer still


async def test_an_admin_is_a_resident_too_and_is_answered_as_an_admin(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    officer, admin = await town.officer("zt-o05"), await superadmin(town)
    await admin.says("/admin")
    await admin.hears("довідник")
    await admin.says("дякую")
    await admin.hears("/admin")
    await admin.says("/silent")
    await admin.hears("Тихі громади")
    await admin.taps("Додати територію")
    await admin.hears("Яка територія?")
    typed = await admin.says("Абвгд")
    await admin.hears("такої громади, району чи області немає")
    await admin.edits(typed, "Малинська громада")
    await admin.hears("Цього в мене вже немає")
    await admin.sends_document("невідомий файл")
    await admin.hears("/admin")
    await becomes_resident(admin, "Коростень")
    await town.report(admin, "Собака гавкає")
    await officer.hears("Собака гавкає")
    await officer.replies("Собака гавкає", "Зайду")
    await admin.replies(await admin.hears("Зайду"), "Дякую")
    await officer.hears("Дякую")
    await admin.says("/admin")
    await admin.hears("довідник")
    await admin.says("/my")
    await admin.hears("Ваші повідомлення")
    await admin.says("І ще одне")
    await officer.hears("І ще одне")
