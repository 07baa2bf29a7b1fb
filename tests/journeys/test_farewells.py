"""Who leaves is told, and so is who stays: a resident who erases all, an officer who is cut off, retired, or back."""

import sqlalchemy as sa

from bot.domain.clock import utc_now
from tests.journeys.admins import IRYNA, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import Json, Person, words


async def test_a_resident_erases_all_while_officers_work(town: Town) -> None:
    third, fourth = await town.officer("zt-o03"), await town.officer("zt-o04")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Щоночі гуркоче музика")
    await third.hears("Щоночі гуркоче музика")
    await fourth.hears("Щоночі гуркоче музика")
    await third.taps("Прийняти")
    await olena.hears("прийнято")
    await third.hears("прийняли ви")
    await third.says("/queue")
    await third.hears("На вас чекає 1 повідомлення")
    await third.taps("№")
    await third.hears("прийняли ви")
    reply, resolve = await town.act(1, "reply"), await town.act(1, "resolve")

    await forgets(olena)
    for officer, copies in ((third, 2), (fourth, 1)):
        erased = await all_say(officer, "Повідомлення № 1: мешканець стер свої дані", copies)
        assert not [each for each in erased if "reply_markup" in each]
    for act in (reply, resolve):  # an old phone shows the buttons still
        await third.taps_data(erased[0]["message_id"], act)
        await third.hears("Цього повідомлення вже немає: мешканець стер свої дані")
    await third.replies("Щоночі гуркоче музика", "Добрий день, зайду ввечері")
    await third.hears("мешканець стер свої дані")
    await third.says("/queue")
    await third.hears("нічого не чекає")
    assert not await town.rows("SELECT 1 FROM residents")
    assert await town.count("boards") == 0


async def test_words_for_an_erased_report_wait_where_there_are_others(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena, petro = await town.neighbour("Олена", "Коростень"), await town.neighbour("Петро", "Коростень")
    await town.report(olena, "Від Олени")
    await town.report(petro, "Від Петра")
    await officer.hears("Від Петра")
    await forgets(olena)
    await all_say(officer, "№ 1: мешканець стер свої дані", 1)
    await officer.replies("Від Олени", "Для Олени")
    asked = await officer.hears("вже немає: мешканець стер свої дані")
    assert "Ваші слова я зберіг" in words(asked)
    await petro.looks()
    assert not petro.told


async def test_an_officer_who_is_a_resident_too_erases_only_the_own(town: Town) -> None:
    officer = await town.officer("zt-o05")
    await officer.says("/report")
    await officer.hears("Згодні?")
    await officer.taps("Погоджуюсь")
    await officer.hears("Де це сталося або де ви живете")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Від Олени")
    await officer.hears("Від Олени")
    await forgets(officer)
    await officer.replies("Від Олени", "Зайду")
    await olena.hears("Зайду")


async def forgets(who: Person) -> None:
    await who.says("/forget")
    await who.hears("Стерти все")
    await who.taps("Так, стерти все")
    await who.hears("усе, що я про вас зберігав, стерто")


async def all_say(who: Person, fragment: str, copies: int) -> list[Json]:
    """All cards of a report, once they have become this."""
    while True:
        heard = await who.hears(fragment)
        found = [each for each in who.messages.values() if fragment in words(each)]
        if len(found) == copies:
            assert heard in found
            return found


async def test_a_cut_off_officer_is_told_and_told_the_truth(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    officer, olena = await town.officer("zt-o05"), await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає")
    await officer.hears("Собака гавкає")
    admin = await superadmin(town)
    await admin.says("/directory")
    await admin.hears("Напишіть код чи назву")
    await admin.says("zt-o05")
    await admin.taps("Зразок П’ятий")
    await admin.taps("Відключити телефон")
    await admin.taps("Так, відключити")
    told = await officer.hears("Цей акаунт відключено")
    assert "Зразок П’ятий" in words(told)

    await officer.says("Добрий день, я біля вас о шостій")
    await officer.hears("Написаного я нікому не передав і не зберіг")
    await officer.sends_photo()
    await officer.hears("Написаного я нікому не передав і не зберіг")
    await officer.says("/start")
    await officer.hears("Згодні?")
    await officer.taps("Погоджуюсь")
    await officer.hears("Де це сталося або де ви живете")  # nothing of it waits to become a report
    await officer.replies("Собака гавкає", "Зайду")
    await officer.hears("Цього акаунта немає серед офіцерів")
    await olena.looks()
    assert not [each for each in olena.heard if "о шостій" in each or "Зайду" in each]


async def test_who_leaves_the_service_is_told_and_when_they_are_back_too(town: Town) -> None:
    officer, olena = await town.officer("zt-o05"), await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає")
    await officer.hears("Собака гавкає")
    await retire(town, "zt-o05")
    await town.app.ticks.attention.find_officers()
    await officer.hears("Цей акаунт відключено")
    await olena.hears("Повідомлення № 1 зараз нікому прочитати")
    await town.app.ticks.attention.find_officers()  # once is enough
    await officer.says("Зайду ввечері")
    await officer.hears("вже немає серед офіцерів")
    assert len([each for each in officer.heard if "Цей акаунт відключено" in each]) == 1
    assert len([each for each in olena.heard if "зараз нікому прочитати" in each]) == 1

    await retire(town, "zt-o05", back=True)
    await town.app.ticks.attention.find_officers()
    await officer.hears("ви в боті: Зразок П’ятий")
    await olena.hears("Ваше повідомлення № 1 знову є кому прочитати: старший лейтенант поліції Зразок П’ятий")


async def retire(town: Town, code: str, *, back: bool = False) -> None:
    now = None if back else utc_now().replace(tzinfo=None).isoformat(sep=" ")
    async with town.app.database.write() as connection:
        await connection.execute(
            sa.text("UPDATE officers SET retired_at = :now WHERE code = :code"), {"now": now, "code": code}
        )


async def test_an_officer_with_another_phone_is_back_for_the_resident_too(town: Town) -> None:
    old, olena = await town.officer("zt-o05"), await town.neighbour("Олена", "Коростень")
    duty = await town.officer("zt-o73")
    await town.report(olena, "Собака гавкає")
    await old.hears("Собака гавкає")
    await old.blocks()
    await olena.hears("Тепер його отримує: Чергова частина (зразок), Коростенський район")
    await duty.hears("Собака гавкає")
    new = await town.officer("zt-o05")
    await new.hears("Собака гавкає")
    await olena.hears("Ваше повідомлення № 1 знову є кому прочитати: старший лейтенант поліції Зразок П’ятий")
    await old.unblocks()
    await duty.taps("Прийняти")
    await olena.hears("прийнято")
    await new.blocks()
    await new.unblocks()
    for each, answer in ((old, "вже немає серед офіцерів"), (new, "нічого не чекає")):
        await each.says("/queue")
        await each.hears(answer)
    await olena.looks()
    assert (
        len([each for each in olena.heard if "знову є кому прочитати" in each]) == 1
    )  # another one has it, who is there
