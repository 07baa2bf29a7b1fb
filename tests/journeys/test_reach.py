"""People come, go, block, lose their phones: a report is never left with nobody."""

from datetime import timedelta

import sqlalchemy as sa

from bot.domain.clock import utc_now
from tests.journeys.conftest import OpenTown, Town
from tests.people import words


async def test_a_blocked_officers_reports_go_to_the_next(town: Town) -> None:
    third, fourth, duty = [await town.officer(code) for code in ("zt-o03", "zt-o04", "zt-o71")]
    olena = await town.neighbour("Олена", "Бердичів")
    await town.report(olena, "Музика")
    await third.hears("Музика")
    await third.taps("Прийняти")
    await third.hears("прийняли ви")
    before = await fourth.hears("займається Зразок Третій")

    await third.blocks()
    await olena.hears("Тепер його отримує: лейтенант поліції Зразок Четвертий")
    after = await fourth.hears("Нове повідомлення № 1")
    assert after["message_id"] > before["message_id"]  # an edited card goes unnoticed
    await fourth.looks()
    assert fourth.told.count("Музика") == 1
    await fourth.blocks()
    await olena.hears("Тепер його отримує: Чергова частина (зразок), Бердичівський район")
    await duty.hears("Нове повідомлення № 1")
    await duty.hears("Музика")

    # Everybody is away: what comes now is kept for whoever is back, and a new report is not taken.
    await duty.blocks()
    await olena.hears("Повідомлення № 1 зараз нікому прочитати")
    await olena.says("І знову")
    await olena.hears("Зараз його нікому прочитати")
    await olena.says("/report")
    await olena.hears("зараз не приймаю")
    assert await open_reports(town) == 1
    await fourth.unblocks()
    for said in ("Нове повідомлення № 1", "І знову"):
        await fourth.hears(said)
    await olena.hears("Ваше повідомлення № 1 знову є кому прочитати: лейтенант поліції Зразок Четвертий")
    await fourth.looks()
    assert [fourth.told.count(said) for said in ("Музика", "І знову")] == [1, 1]


async def open_reports(town: Town) -> int:
    rows = await town.rows("SELECT count(*) AS n FROM reports WHERE status IN ('new', 'accepted')")
    return int(rows[0]["n"])


async def test_blocked_without_a_word_is_noticed_at_the_next_send(town: Town) -> None:
    """No `my_chat_member` came: the send fails, and that is enough."""
    community, duty = await town.officer("zt-o05"), await town.officer("zt-o73")
    olena = await town.neighbour("Олена", "Коростень")
    await town.box.fault("403", chat=community.id)
    await town.report(olena, "Собака гавкає")
    await duty.hears("Нове повідомлення № 1")
    await duty.hears("Собака гавкає")
    await olena.hears("Тепер його отримує: Чергова частина (зразок), Коростенський район")
    await duty.replies("Собака гавкає", "Прийнято")
    await olena.hears("Прийнято")


async def test_whoever_blocks_or_leaves_is_not_answered_in_vain(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena, petro = await town.neighbour("Олена", "Коростень"), await town.neighbour("Петро", "Коростень")
    await town.report(olena, "Від Олени")
    await town.report(petro, "Від Петра")
    await officer.hears("Від Петра")
    await olena.blocks()
    await officer.replies("Від Олени", "Зайду")
    lost = await officer.hears("Відповідь на повідомлення № 1 не доставлено")
    assert "Мешканець заблокував бота або видалив акаунт" in words(lost)
    await town.box.call("POST", f"users/{petro.id}/deactivate", {})
    await officer.replies("Від Петра", kind="album", items=[{"kind": "photo"}] * 2)
    await officer.hears("Відповідь на повідомлення № 2 не доставлено")

    await olena.unblocks()
    await officer.replies("Від Олени", "Ще раз")
    await olena.hears("Ще раз")


async def test_an_entry_telegram_refuses_is_told_and_blocks_nothing(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.box.fault("400", chat=officer.id, method="sendPhoto", description="Bad Request: wrong file identifier")
    await town.draft(olena)
    await olena.sends_photo("зламане")
    await olena.says("Після фото")
    await olena.hears("Разом уже 2")
    await town.send(olena)
    await officer.hears("Після фото")
    await olena.hears("Частину повідомлення № 1 не вдалося передати")
    await town.box.fault("400", chat=olena.id, method="sendVoice", description="Bad Request: VOICE_MESSAGES_FORBIDDEN")
    await officer.replies("Після фото", kind="voice")
    lost = await officer.hears("Відповідь на повідомлення № 1 не доставлено")
    assert "іншим способом" in words(lost)


async def test_invitations(open_town: OpenTown) -> None:
    town = await open_town(invite_hours=1)
    third, fourth = await town.officer("zt-o03"), await town.officer("zt-o04")
    stranger = await town.resident("Хтось")
    used = await town.invitation("zt-o05")
    fifth = await town.box.person("П’ятий", group="officer")
    await fifth.says(f"/start {used}")
    await fifth.hears("ви в боті: Зразок П’ятий")
    await fifth.says(f"/start {used}")
    await fifth.hears("Ви вже в боті")
    await stranger.says(f"/start {used}")
    await stranger.hears("Це запрошення вже використали")
    await stranger.says("/start inv_unknown")
    await stranger.hears("Я не знаю такого запрошення")
    late = await town.invitation("zt-o06")
    async with town.app.database.write() as connection:
        await connection.execute(sa.text("UPDATE invites SET expires_at = :past WHERE used_at IS NULL"), past())
    await stranger.says(f"/start {late}")
    await stranger.hears("Термін цього запрошення минув")
    await third.says(f"/start {await town.invitation('zt-o06')}")
    await third.hears("Цей акаунт уже належить іншому офіцеру")
    assert (await town.known_officer("zt-o06")).chat_id is None
    tokens = await town.rows("SELECT token_hash FROM invites")
    assert not [row for row in tokens if row["token_hash"] in used]
    assert fourth.messages


def past() -> dict[str, str]:
    return {"past": (utc_now() - timedelta(minutes=1)).replace(tzinfo=None).isoformat(sep=" ")}


async def test_a_lost_phone_is_cut_off_at_once(town: Town) -> None:
    lost = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає")
    await lost.hears("Собака гавкає")
    await lost.taps("Прийняти")
    await olena.hears("прийнято")

    await town.app.invites.unbind((await town.known_officer("zt-o05")).id)
    await lost.replies("Собака гавкає", "Це пише злодій")
    await lost.hears("немає серед офіцерів. Нічого не передано")
    await lost.taps("Вирішено")
    await lost.hears("немає серед офіцерів. Нічого не передано")
    await lost.says("/queue")
    await lost.hears("вже немає серед офіцерів")
    await lost.says("/place")
    await lost.hears("Згодні?")  # a stranger now
    await olena.says("Він ще гавкає")
    await olena.hears("Додано до повідомлення № 1")

    found = await town.officer("zt-o05")
    for said in ("№ 1", "Собака гавкає", "Він ще гавкає"):
        await found.hears(said)
    await found.replies("Він ще гавкає", "Їду")
    await olena.hears("Їду")
    await lost.looks()
    await olena.looks()
    assert "Він ще гавкає" not in lost.told
    assert "злодій" not in str(olena.heard)


async def test_the_tick_finds_somebody_for_a_cut_off_officers_report(town: Town) -> None:
    lost, duty = await town.officer("zt-o05"), await town.officer("zt-o73")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає")
    await lost.hears("Собака гавкає")
    await lost.replies("Собака гавкає", "Розберусь")
    await olena.hears("Розберусь")
    await town.app.ticks.attention.find_officers()
    await town.app.invites.unbind((await town.known_officer("zt-o05")).id)
    await town.app.ticks.attention.find_officers()
    await duty.hears("Нове повідомлення № 1")
    await duty.hears("Собака гавкає")
    answered = await duty.hears("Розберусь")  # what was answered before is seen
    assert "Зразок П’ятий" in words(answered)
    await olena.hears("Тепер його отримує: Чергова частина (зразок), Коростенський район")


async def test_a_report_waits_for_an_officer_who_is_back(town: Town) -> None:
    first = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Нікого ще нема")
    await first.hears("Нікого ще нема")
    await first.blocks()
    await olena.hears("зараз нікому прочитати")
    await town.officer("zt-o03")  # of another hromada
    await olena.says("Я чекаю")
    await olena.hears("Зараз його нікому прочитати")
    duty = await town.officer("zt-o73")
    for said in ("Нове повідомлення № 1", "Нікого ще нема", "Я чекаю"):
        await duty.hears(said)
    await olena.hears("Тепер його отримує: Чергова частина (зразок), Коростенський район")
