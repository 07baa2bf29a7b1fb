"""The demo: box, bot, embedded gazetteer and a sample registry in one process."""

import asyncio
import shutil
from argparse import Namespace
from pathlib import Path
from typing import Any, Final

from pydantic import SecretStr

from bot import serving as house
from bot.app import App
from bot.commands.crowd_of_demo import populate
from bot.commands.people_of_demo import ADMINS, settle
from bot.commands.service import show_progress
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.places.gazetteer import Gazetteer
from bot.places.load import load_gazetteer
from bot.samples import ZHYTOMYR
from bot.sandbox import server as sandbox
from bot.services.registry.importing import ImportRefused, import_registry
from db.engine import Database
from db.migrate import upgrade

TOKEN: Final = "7000000001:DEMO-token-of-the-sandbox-only-AAAAAA"  # noqa: S105 - opens nothing but the box

HOW: Final = """
  {url}

  Що спробувати:
    1. «Мешканка Олена»: /start, згода, напишіть «Житомир» або «Іванівка» (їх понад сто).
    2. «Надіслати геолокацію»: клацніть на карті біля Бердичева.
    3. «Написати офіцеру»: тема, текст, фото, альбом, голосове, «Готово», «Надіслати».
    4. Телефон офіцера сам перемкнеться на того, хто отримав; натисніть на запис і оберіть «Відповісти».
    5. «Адміністратор 1»: /announce, відкриття станцій; «Адміністратор 2» схвалить. Отримають мешканці:
       .venv/bin/python -m bot demo --fresh --residents 5000

  Ctrl-C зупиняє. Розмови зберігаються; почати з чистого: .venv/bin/python -m bot demo --fresh
"""


async def run_demo(args: Namespace, settings: Settings) -> int:
    """Box and bot in one process, on a database file of their own."""
    if args.fresh:
        shutil.rmtree(args.folder, ignore_errors=True)
    args.folder.mkdir(parents=True, exist_ok=True)
    try:
        box = await sandbox.start(args.port, state_dir=args.folder / "sandbox")
    except OSError:
        print(f"Port {args.port} is taken: stop what uses it, or choose another with --port.")
        return 2
    try:
        await _play(demo_settings(settings, args.folder, box.url), box, args.residents)
    finally:
        await box.stop()
    return 0


async def _play(settings: Settings, box: sandbox.Sandbox, residents: int) -> None:
    await prepare(settings)
    bot_id = int(TOKEN.split(":", 1)[0])
    if bot_id not in box.world.bots:
        box.world.add_bot(bot_id, "hromada_demo_bot", "Офіцер громади")
    async with house.opened(settings, show_progress) as app:
        box.world.points = points(app.places())
        await house.until_stopped(asyncio.create_task(_life(app, box, residents)))


async def _life(app: App, box: sandbox.Sandbox, residents: int) -> None:
    """The bot runs; when everybody is in, the visitor hears where to go."""
    serving = asyncio.create_task(house.serve(app))
    try:
        await settle(box.url, app)
        await populate(app, box, residents)
        print(HOW.format(url=box.url), flush=True)
        await serving
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


def demo_settings(settings: Settings, folder: Path, telegram_api: str) -> Settings:
    """The operator's settings with everything that could reach the real world replaced. Whoever tries it in the evening
    wants to see announcements arrive: quiet hours are kept only where they are set."""
    quiet = settings.quiet_hours if "quiet_hours" in settings.model_fields_set else "00:00-00:00"
    return settings.model_copy(
        update={
            "bot_token": SecretStr(TOKEN),
            "database_url": f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}",
            "telegram_api": telegram_api,
            "webhook_url": None,
            "geocoder_url": None,
            "chat_interval": 0.2,
            "quiet_hours": quiet,
            "superadmins": ADMINS,
            "operator_name": "Зразкове управління поліції (демонстрація)",
            "operator_page": "https://example.com/bot",
            "operator_contact": "bot@example.com",
        }
    )


async def prepare(settings: Settings) -> None:
    """The database with the codifier and the sample registry of Zhytomyr oblast."""
    database = Database(settings.database_url)
    try:
        await upgrade(database)
        await load_gazetteer(database, progress=show_progress)
        outcome = await import_registry(database, utc_now, ZHYTOMYR)
        if isinstance(outcome, ImportRefused):
            raise RuntimeError(f"the sample registry has {len(outcome.faults)} faults")
    finally:
        await database.close()


def points(gazetteer: Gazetteer) -> list[list[Any]]:
    """For the sandbox's map: [lat, lon, population, name] of every settlement with a point."""
    return [
        [unit.point.lat, unit.point.lon, unit.population or 0, unit.name]
        for unit in gazetteer.units
        if unit.point is not None and unit.is_settlement
    ]
