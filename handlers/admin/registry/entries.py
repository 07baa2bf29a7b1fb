"""/directory: lists, search, an entry's panel."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.base import mark_of
from bot.domain.acts.directory import DirGo, DirList, DirStep
from bot.domain.errors import StaleButton
from bot.domain.registry import DirectoryKind
from bot.domain.registry_notices import AskField
from bot.services.jobs import start_job
from bot.services.registry.workbooks import EXPORT
from handlers.admin.registry.here import DirectoryHere, at_the_directory
from handlers.filters import NewWords, On, PlainText
from handlers.states import Editing


async def home(_message: Message, here: DirectoryHere) -> None:
    """/directory: what there is; a code or a name may be typed right away."""
    await here.ask(await here.book.home(here.admin), Editing.searching, query="", kind=None, beat=None)


async def go(_query: CallbackQuery, act: DirGo, here: DirectoryHere) -> None:
    """Back to the beginning, the whole directory as a file, a new beat."""
    match act.step:
        case DirStep.HOME:
            await here.ask(await here.book.home(here.admin), Editing.searching, query="", kind=None, beat=None)
        case DirStep.FILE:
            await start_job(here.turn, here.recipient, EXPORT, admin_id=here.admin.id)
        case DirStep.NEW_BEAT:
            question = AskField(DirectoryKind.BEATS, 0, "name", "", empties=False)
            await here.ask(question, Editing.typing, new=DirectoryKind.BEATS.value, beat=0)


async def leaf(_query: CallbackQuery, act: DirList, here: DirectoryHere) -> None:
    """A page of a list; of a search only as long as it is the last one."""
    about = act
    typed = ""
    if about.mark:
        typed = str((await here.asked()).get("query", ""))
        if mark_of(typed) != about.mark:
            raise StaleButton
    page = await here.book.page(here.admin, about.kind, query=typed, page=about.page, beat=about.beat)
    kind = about.kind.value if about.kind else None
    await here.ask(page, Editing.searching, query=typed, kind=kind, beat=about.beat)


async def search(message: Message, here: DirectoryHere) -> None:
    """What was typed: a code, a name, a part of them."""
    about, typed = await here.asked(), (message.text or "")[:100]
    kind = DirectoryKind(about["kind"]) if about.get("kind") else None
    page = await here.book.page(here.admin, kind, query=typed, beat=about.get("beat"))
    await here.ask(page, Editing.searching, query=typed, kind=about.get("kind"), beat=about.get("beat"))


def router() -> Router:
    found = Router(name="admin-entries")
    at_the_directory(found)
    found.message.register(home, Command("directory"))
    found.callback_query.register(go, On(DirGo))
    found.callback_query.register(leaf, On(DirList))
    found.message.register(search, StateFilter(Editing.searching), PlainText(), NewWords())
    return found
