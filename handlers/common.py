"""For everybody: joining as an officer, emergency numbers, language, blocking and coming back."""

from typing import Any

from aiogram import Bot, Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, MessageReactionUpdated

from bot.domain.acts.people import Language
from bot.domain.admins import Admin
from bot.domain.dialogues import LOCALE
from bot.domain.keeping import Keeping
from bot.domain.notices import AskLanguage, EmergencyNumbers, LanguageSet, Privacy, ReactionUnseen
from bot.domain.people import Officer
from bot.domain.reports import Recipient, Resident
from bot.services import menus
from bot.services.admin_office import PREFIX as ADMIN_PREFIX
from bot.services.invites import PREFIX
from bot.services.joining import Joining
from bot.services.people import People
from bot.services.reports.desk import Desk
from bot.services.turns import Turn
from handlers.admin import admins
from handlers.filters import On
from handlers.resident import strangers


class Invited(CommandStart):
    """`/start inv_…`, or another prefix."""

    def __init__(self, prefix: str = PREFIX) -> None:
        super().__init__()
        self._prefix = prefix

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        found = await super().__call__(message, bot)
        command = found.get("command") if isinstance(found, dict) else None
        is_invite = isinstance(command, CommandObject) and (command.args or "").startswith(self._prefix)
        return found if is_invite else False


async def join(_message: Message, command: CommandObject, turn: Turn, recipient: Recipient, joining: Joining) -> None:
    """An officer opens the link."""
    await joining.join(turn, command.args or "", recipient)


async def emergency(_message: Message, turn: Turn, recipient: Recipient) -> None:
    """Before consent, before anything: the numbers."""
    await turn.tell(recipient, EmergencyNumbers())


async def privacy(_message: Message, turn: Turn, recipient: Recipient, keeping: Keeping) -> None:
    """Whoever asks: who runs this, and what becomes of what one writes."""
    await turn.tell(recipient, Privacy(keeping))


async def ask_language(_message: Message, turn: Turn, recipient: Recipient) -> None:
    await turn.tell(recipient, AskLanguage())


async def set_language(
    _query: CallbackQuery,
    act: Language,
    turn: Turn,
    recipient: Recipient,
    people: People,
    state: FSMContext,
    resident: Resident | None,
    officer: Officer | None,
    admin: Admin | None,
    keeping: Keeping,
) -> None:
    """The words change at once; before consent the choice is kept with the dialogue only."""
    here = await people.set_locale(recipient, act.locale)
    await turn.tell(here, LanguageSet())
    if resident is None and officer is None and admin is None:
        await state.update_data({LOCALE: act.locale})
        await turn.tell(here, await strangers.welcome(turn, state, keeping))
        return
    await menus.show(turn, here)


async def membership(
    change: ChatMemberUpdated, turn: Turn, recipient: Recipient, people: People, desk: Desk, officer: Officer | None
) -> None:
    """Blocked, or back again."""
    blocked = change.new_chat_member.status == ChatMemberStatus.KICKED
    await (people.blocked(turn, recipient) if blocked else people.came_back(recipient))
    if officer is not None:
        await (desk.left(turn, officer) if blocked else desk.arrived(turn, officer))


async def reacted(change: MessageReactionUpdated, turn: Turn, recipient: Recipient) -> None:
    """A sign on a message is seen by nobody but us; taking one back says nothing."""
    before, now = change.old_reaction, change.new_reaction
    if not before or any(each not in before for each in now):  # what cannot be parsed is missing in `now`
        key = f"reacted:{recipient.chat_id}"
        await turn.tell(recipient, ReactionUnseen(), quotes=change.message_id, key=key)


def router() -> Router:
    """Comes before all others."""
    found = Router(name="common")
    found.message.register(join, Invited())
    found.message.register(admins.join, Invited(ADMIN_PREFIX))
    found.message.register(emergency, Command("emergency"))
    found.message.register(privacy, Command("privacy"))
    found.message.register(ask_language, Command("language"))
    found.callback_query.register(set_language, On(Language))
    found.my_chat_member.register(membership)
    found.message_reaction.register(reacted)
    return found
