"""Figures: coverage and statistics, of an admin's territory or of an area inside of it."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.figures import CoverageOf, GapsOf, StatsOf
from bot.domain.admins import Admin, Scope
from bot.domain.figures.periods import Span, day_of, named_period, read_period
from bot.domain.figures_notices import AreaChoices
from bot.domain.places import Unit
from bot.domain.reports import Recipient
from bot.services.figures.areas import Extents
from bot.services.figures.works import COVERAGE, GAPS, STATS
from bot.services.jobs import start_job
from bot.services.turns import Turn
from handlers.filters import On


async def coverage(
    _message: Message, command: CommandObject, turn: Turn, recipient: Recipient, admin: Admin, extents: Extents
) -> None:
    """/coverage [area]"""
    found = extents.of_words(admin.scope, (command.args or "").strip())
    if isinstance(found, tuple):
        await _ask_which(turn, recipient, extents, found, of=COVERAGE)
        return
    await _cover(turn, recipient, admin, found)


async def coverage_of(
    _query: CallbackQuery,
    act: CoverageOf,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    extents: Extents,
) -> None:
    """An area was tapped."""
    await _cover(turn, recipient, admin, extents.of_code(admin.scope, act.code))


async def gaps_of(
    _query: CallbackQuery, act: GapsOf, turn: Turn, recipient: Recipient, admin: Admin, extents: Extents
) -> None:
    """Everything that lacks, as a workbook."""
    scope = extents.of_code(admin.scope, act.code)
    await start_job(turn, recipient, GAPS, codes=sorted(scope.codes), within=sorted(admin.scope.codes))


async def stats(
    _message: Message, command: CommandObject, turn: Turn, recipient: Recipient, admin: Admin, extents: Extents
) -> None:
    """/stats [area] [dates]"""
    area, period = read_period(command.args or "", day_of(turn.now))
    name = period.name if period else Span.DAYS_90.value
    found = extents.of_words(admin.scope, area)
    if isinstance(found, tuple):
        await _ask_which(turn, recipient, extents, found, of=STATS, period=name)
        return
    await _count(turn, recipient, admin, found, name)


async def stats_of(
    _query: CallbackQuery,
    act: StatsOf,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    extents: Extents,
) -> None:
    """Another period or area was tapped."""
    named_period(act.period, day_of(turn.now))  # a forged one is refused here
    await _count(turn, recipient, admin, extents.of_code(admin.scope, act.code), act.period)


async def _cover(turn: Turn, recipient: Recipient, admin: Admin, scope: Scope) -> None:
    await start_job(turn, recipient, COVERAGE, codes=sorted(scope.codes), within=sorted(admin.scope.codes))


async def _count(turn: Turn, recipient: Recipient, admin: Admin, scope: Scope, period: str) -> None:
    await start_job(turn, recipient, STATS, codes=sorted(scope.codes), within=sorted(admin.scope.codes), period=period)


async def _ask_which(
    turn: Turn, recipient: Recipient, extents: Extents, units: tuple[Unit, ...], *, of: str, period: str = ""
) -> None:
    options = extents.tappable(unit.katottg for unit in units)
    await turn.tell(recipient, AreaChoices(of, period, options))


def router() -> Router:
    found = Router(name="admin-figures")
    found.message.register(coverage, Command("coverage"))
    found.callback_query.register(coverage_of, On(CoverageOf))
    found.callback_query.register(gaps_of, On(GapsOf))
    found.message.register(stats, Command("stats"))
    found.callback_query.register(stats_of, On(StatsOf))
    return found
