"""Admins: named in the settings, known at their first word, and whatever else they are besides."""

from tests.journeys.conftest import OpenTown

IRYNA = 9001


async def test_a_superadmin_is_known_at_the_first_word(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await town.box.person("Ірина", id=IRYNA)
    await iryna.says("/admin")
    await iryna.hears("довідником усієї країни")
    (noted,) = await town.rows("SELECT action, subject FROM audit WHERE action <> 'registry-imported'")
    assert noted["action"] == "admin-added"


async def test_an_admin_is_a_resident_too(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await town.box.person("Ірина", id=IRYNA)
    await iryna.says("/start")
    await iryna.hears("Згодні?")


async def test_nobody_else_is_an_admin(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    olena = await town.resident("Олена")
    await olena.says("/admin")
    await olena.hears("Згодні?")
    assert await town.count("admins") == 0
