"""Somebody writes more than anybody reads: they hear it once, others do not notice, and nothing is lost."""

from tests.journeys.conftest import OpenTown


async def test_who_writes_too_fast_is_asked_to_wait_and_all_of_it_arrives(open_town: OpenTown) -> None:
    town = await open_town(messages_per_minute=30)
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає")
    said = [f"І ще {number}" for number in range(25)]
    for each in said:
        await olena.says(each)
    await olena.hears("Зачекайте, будь ласка, до")
    await olena.says("/emergency")
    await olena.hears("поліція", patience=2)
    await officer.hears(said[-1], patience=60)
    assert [words for each in officer.heard if (words := each.rpartition("\n")[2]) in said] == said
    assert sum("Зачекайте, будь ласка, до" in each for each in olena.heard) == 1
