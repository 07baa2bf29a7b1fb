"""/silent and `import silent`: who keeps the list, inside of what, and that a running bot heeds it."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.__main__ import main
from bot.domain.silence import OCCUPIED
from tests.journeys.admins import BERDYCHIV, BERDYCHIV_RAION, IRYNA, KOROSTEN_RAION, admin_of, guest_of, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import buttons, words

PETRO, MARIIA = 9002, 9003
OCCUPIED_CODES = {area.katottg for area in OCCUPIED}


async def levels(town: Town) -> dict[str, int]:
    rows = await town.rows("SELECT katottg, level FROM silent_hromadas")
    return {row["katottg"]: row["level"] for row in rows if row["katottg"] not in OCCUPIED_CODES}


async def test_an_area_is_added_changed_and_taken_off(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await iryna.says("/silent")
    await iryna.hears("записів: 2")
    await iryna.taps("Додати територію")
    await iryna.hears("Яка територія?")
    await iryna.says("Бердичів")
    choices = await iryna.hears("Яка саме?")
    offered = ["Бердичівський р-н, Житомирська обл.", "Бердичівська громада, Бердичівський р-н, Житомирська обл."]
    assert buttons(choices)[:2] == offered
    await iryna.taps("Бердичівська громада")
    await iryna.hears("Не в списку")
    await iryna.taps("2 · І не зберігати геолокацій")
    await iryna.hears("почне діяти одразу")
    assert await levels(town) == {}
    await iryna.taps("Так, зробити так зараз")
    await iryna.hears("Готово: рівень 2")
    assert await levels(town) == {BERDYCHIV: 2}
    await iryna.taps("3 · Нічого не передавати")
    await iryna.taps("Так, зробити так зараз")
    await iryna.hears("Готово: рівень 3")
    await iryna.taps("До списку")
    await iryna.hears("Бердичівська громада, Бердичівський район, Житомирська область — рівень 3")

    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.says("Бердичів")
    await olena.hears("нічого не передаю")

    await iryna.taps("Бердичівська")
    await iryna.taps("Зняти зі списку")
    waits = await iryna.hears("Чекає на схвалення іншого адміністратора: зняти зі списку")
    assert await levels(town) == {BERDYCHIV: 3}
    await iryna.taps_data(waits["message_id"], f"si:{BERDYCHIV}:yes")
    await iryna.hears("може лише інший адміністратор")
    assert await levels(town) == {BERDYCHIV: 3}


async def test_only_who_can_say_yes_is_offered_it(open_town: OpenTown) -> None:
    """Whoever asked, or has the place from who asked, reads that somebody else must approve."""
    town = await open_town(superadmins=(IRYNA,))
    iryna, petro = await superadmin(town), await admin_of(town, "Петро", BERDYCHIV_RAION, id=PETRO)
    await iryna.says("/silent")
    shown = await iryna.hears("записів: 2")
    guest = await guest_of(town, IRYNA, "Гість", BERDYCHIV_RAION)
    await iryna.taps_data(shown["message_id"], f"si:{BERDYCHIV}:sure3")
    await iryna.hears("Готово: рівень 3")
    await iryna.taps("Зняти зі списку")
    offered = {"approve": "Схвалити: менше тиші", "keep": "Лишити як є"}
    waits = await iryna.hears("Чекає на схвалення іншого адміністратора: зняти зі списку")
    assert offered["approve"] not in buttons(waits)
    assert offered["keep"] in buttons(waits)
    for who, said in ((guest, "на схвалення іншого адміністратора"), (petro, "Чекає на ваше схвалення")):
        await who.says("/silent")
        await who.taps("Бердичівська")
        area = await who.hears(said)
        assert (offered["approve"] in buttons(area)) is (who is petro)
        assert offered["keep"] in buttons(area)


async def test_a_second_admin_lets_an_area_be_heard_again(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA, MARIIA))
    iryna = await superadmin(town)
    mariia = await town.box.person("Марія", id=MARIIA)
    await mariia.says("/admin")
    await mariia.hears("довідником")
    await iryna.says("/silent")
    shown = await iryna.hears("записів: 2")
    await iryna.taps_data(shown["message_id"], f"si:{BERDYCHIV}:sure3")
    await iryna.hears("Готово: рівень 3")
    await iryna.taps("1 · Не показувати офіцерів")
    waits = await iryna.hears("Чекає на схвалення іншого адміністратора: рівень 1")
    assert "Зараз рівень" in words(waits)  # nothing is done yet
    asked = await mariia.hears("Менше тиші: потрібна друга людина")
    assert "рівень 1 замість 3" in words(asked)
    await mariia.taps("Схвалити: менше тиші")
    await mariia.hears("Тепер рівень 1")
    await iryna.hears("Тепер рівень 1")
    assert await levels(town) == {BERDYCHIV: 1}
    await iryna.says("/silent")
    await iryna.taps("Бердичівська")
    await iryna.taps("Зняти зі списку")
    await mariia.hears("зняти територію зі списку; зараз рівень 1")
    await mariia.taps("Лишити як є")
    await iryna.hears("Лишається рівень 1")
    assert await levels(town) == {BERDYCHIV: 1}
    deeds = await town.rows("SELECT action FROM audit WHERE action LIKE 'silent-%' ORDER BY id")
    assert [deed["action"] for deed in deeds] == [
        "silent-changed",
        "silent-asked",
        "silent-changed",
        "silent-asked",
        "silent-kept",
    ]


async def test_what_was_decided_is_asked_nowhere_any_more(open_town: OpenTown) -> None:
    """Every card that asked for a yes says how it ended, whoever decided and wherever."""
    town = await open_town(superadmins=(IRYNA, MARIIA, PETRO))
    iryna = await superadmin(town)
    mariia, petro = await town.box.person("Марія", id=MARIIA), await town.box.person("Петро", id=PETRO)
    for each in (mariia, petro):
        await each.says("/admin")
        await each.hears("довідником")
    await iryna.says("/silent")
    shown = await iryna.hears("записів: 2")
    await iryna.taps_data(shown["message_id"], f"si:{BERDYCHIV}:sure2")
    await iryna.hears("Готово: рівень 2")
    for act, ended in (("yes", "Тепер рівень 1"), ("no", "Лишається рівень 1"), ("sure3", "Лишається рівень 3")):
        await iryna.taps_data(shown["message_id"], f"si:{BERDYCHIV}:{'1' if act == 'yes' else 'off'}")
        asked = {each.name: await each.hears("потрібна друга людина") for each in (mariia, petro)}
        decider = mariia if act == "yes" else iryna
        await decider.taps_data(
            asked["Марія"]["message_id"] if act == "yes" else shown["message_id"], f"si:{BERDYCHIV}:{act}"
        )
        for each in (mariia, petro):
            now = await each.hears(ended)
            assert now["message_id"] == asked[each.name]["message_id"]
            assert not buttons(now)


async def test_raising_says_what_it_stops(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await iryna.says("/silent")
    shown = await iryna.hears("записів: 2")
    await iryna.taps_data(shown["message_id"], f"si:{BERDYCHIV}:3")
    asked = words(await iryna.hears("почне діяти одразу"))
    assert "Зупиню 1 відкрите повідомлення" in asked
    assert "Мешканців, чиє місце забуду: 1" in asked
    await iryna.taps("Ні, лишити як є")
    await iryna.hears("Не в списку")
    assert await levels(town) == {}


async def test_pressing_twice_changes_once(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await iryna.says("/silent")
    shown = await iryna.hears("записів: 2")
    for _ in range(2):
        await iryna.taps_data(shown["message_id"], f"si:{BERDYCHIV}:sure1")
    await iryna.hears("рівень 1")
    await iryna.says("/silent")
    await iryna.hears("записів: 3")
    assert await town.count("silent_generations") == 2


async def test_an_admin_of_a_territory_sees_and_touches_only_it(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna, petro = await superadmin(town), await admin_of(town, "Петро", KOROSTEN_RAION, id=PETRO)
    await iryna.says("/silent")
    shown = await iryna.hears("записів: 2")
    await iryna.taps_data(shown["message_id"], f"si:{BERDYCHIV}:sure1")
    await iryna.hears("рівень 1")

    await petro.says("/silent")
    own = await petro.hears("Тихих громад немає")
    await petro.taps("Додати територію")
    await petro.says("Бердичівська")
    await petro.hears("На вашій території такої")
    await petro.says(BERDYCHIV)
    await petro.hears("На вашій території такої")
    for step in ("open", "1", "sure3", "off", "yes", "no"):
        await petro.taps_data(own["message_id"], f"si:{BERDYCHIV}:{step}")
        await petro.hears("Це поза вашою територією")
    await petro.taps_data(own["message_id"], f"si:{BERDYCHIV_RAION}:1")
    await petro.hears("Це поза вашою територією")
    await petro.says("Ушомирська")
    await petro.hears("Не в списку")
    await petro.taps("1 · Не показувати")
    await petro.taps("Так, зробити так зараз")
    await petro.hears("Готово: рівень 1")
    assert len(await levels(town)) == 2


@pytest.mark.parametrize(
    "data", ["si:UA18020030010047029:1", "si:UA99999999999999999:1", "si:x:1", "si:UA18020030000035625:9"]
)
async def test_a_button_of_no_area_does_nothing_and_is_answered(open_town: OpenTown, data: str) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await iryna.says("/silent")
    shown = await iryna.hears("записів: 2")
    await iryna.taps_data(shown["message_id"], data)
    await iryna.hears("")
    assert await levels(town) == {}


async def test_nobody_else_may(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    olena = await town.neighbour("Олена")
    await olena.looks()
    await olena.taps_data(max(olena.messages), f"si:{BERDYCHIV}:3")
    await olena.hears("Ця кнопка вже не діє")
    await olena.says("/silent")
    await olena.hears("Щоб написати офіцеру")
    assert await levels(town) == {}


# --- the file ---------------------------------------------------------------------------------------------------------


def run(*arguments: str) -> int:
    return main(["import", "silent", *arguments])


def csv(folder: Path, *lines: str) -> str:
    file = folder / "silent.csv"
    file.write_text("\n".join(("katottg;level;note", *lines)), encoding="utf-8")
    return str(file)


def test_a_file_is_the_whole_list(operator: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(csv(tmp_path, f"{BERDYCHIV};2;межа", f"{KOROSTEN_RAION};1;")) == 0
    assert "Бердичівська: рівень 2" in capsys.readouterr().out
    assert run(csv(tmp_path, f"{BERDYCHIV};2;межа", f"{KOROSTEN_RAION};1;")) == 0
    assert "Змін немає" in capsys.readouterr().out
    assert run(csv(tmp_path, f"{BERDYCHIV};3;межа"), "--check") == 0
    assert "лише перевірка" in capsys.readouterr().out
    assert run(csv(tmp_path, f"{BERDYCHIV};3;межа")) == 0
    said = capsys.readouterr().out
    assert "Бердичівська: рівень 3" in said
    assert "Коростенський: зняти зі списку — коли схвалить адміністратор" in said
    assert "Автономна Республіка Крим" not in said


def test_letters_that_only_look_latin_silence_all_the_same(
    operator: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "silent.csv"
    file.write_text(f"kаtоttg;lеvеl\n{BERDYCHIV.replace('UA', 'uА')};3\n", encoding="utf-8")
    assert run(str(file)) == 0
    assert "Бердичівська: рівень 3" in capsys.readouterr().out


def test_a_workbook_does_too(operator: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Тихі громади"], ["KATOTTG", "Level", "Note"], [BERDYCHIV, 1, None]):
        sheet.append(row)
    book.save(tmp_path / "silent.xlsx")
    assert run(str(tmp_path / "silent.xlsx")) == 0
    assert "Бердичівська: рівень 1" in capsys.readouterr().out


def test_every_wrong_line_is_said_and_nothing_is_changed(
    operator: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(csv(tmp_path, f"{BERDYCHIV};1;")) == 0
    capsys.readouterr()
    wrong = (
        f"{BERDYCHIV};4;",
        "UA1;1;",
        "UA18020030010047029;1;",
        f"{BERDYCHIV_RAION};1;",
        f"{BERDYCHIV_RAION};2;",
        f"{KOROSTEN_RAION};;",
    )
    assert run(csv(tmp_path, *wrong)) == 2
    said = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in said[:-1]] == [f"рядок {number}" for number in (2, 3, 4, 6, 7)]
    assert "Помилок: 5. Нічого не змінено." in said[-1]
    assert run(csv(tmp_path, f"{BERDYCHIV};1;")) == 0
    assert "Змін немає" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["katottg;level\n", "code;level\nUA;1\n", ""])
def test_an_empty_or_foreign_file_lifts_nothing(
    operator: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (tmp_path / "silent.csv").write_text(content, encoding="utf-8")
    assert run(str(tmp_path / "silent.csv")) == 2
    assert "Нічого не змінено" in capsys.readouterr().out
