"""A slash does not make a command: only known ones are, everything else is what somebody wrote."""

from tests.journeys.conftest import Town


async def test_slash_words_are_words_in_drafts_and_reports(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    for number, said in enumerate(("/5 під’їзд, код 12", "/вкрали велосипед", "/me бачив злодія", "/foo"), start=1):
        await olena.says(said)
        await olena.hears(f"Разом уже {number}." if number > 1 else "Додано. Пишіть ще")
    await town.send(olena)
    for said in ("/5 під’їзд, код 12", "/вкрали велосипед", "/me бачив злодія", "/foo"):
        await officer.hears(said)
    await olena.says("/7 квартира")
    await officer.hears("/7 квартира")
    await officer.replies("/7 квартира", "/me їду до вас")
    await olena.hears("/me їду до вас")


async def test_slash_words_outside_of_a_report_are_kept_too(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/допоможи")  # nobody's command, and Telegram would not mark it as one
    await olena.hears("я запам’ятав")
    await olena.says("/вкрали велосипед")
    await olena.hears("я запам’ятав")
    await olena.taps("Скасувати")
    await olena.hears("Скасовано")
    await olena.says("/helpp")
    await olena.hears("Щоб написати офіцеру, натисніть /report")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("/oops")
    await olena.hears("Щоб написати офіцеру, натисніть /report")
