"""Words of danger are answered with the numbers, whatever is being asked."""

from tests.journeys.conftest import Town


async def test_before_consent_comes_help_and_then_the_question(town: Town) -> None:
    olena = await town.box.person("Олена", group="resident")
    await olena.says("мене б’ють")
    await olena.hears("103")
    await olena.taps("погоджуюсь")
