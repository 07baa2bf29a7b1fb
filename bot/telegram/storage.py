"""Dialogue states for aiogram, kept in our database and inside the turn: they commit or vanish with everything else."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from bot.services.turns import current_turn
from db.dialogues import Dialogue


class TurnStorage(BaseStorage):
    """Reads a conversation's state once a turn; the turn saves it at its end. `LookupError` outside of a turn."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        dialogue = await self._dialogue(key)
        dialogue.state = state.state if isinstance(state, State) else state
        dialogue.changed = True

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._dialogue(key)).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        dialogue = await self._dialogue(key)
        dialogue.data = dict(data)
        dialogue.changed = True

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await self._dialogue(key)).data)

    async def close(self) -> None:
        """The database is closed by whoever opened it."""

    async def _dialogue(self, key: StorageKey) -> Dialogue:
        return await current_turn().dialogue(dialogue_key(key))


def private_dialogue(bot_id: int, chat_id: int) -> str:
    """The dialogue of a private chat, where chat and person are one."""
    return dialogue_key(StorageKey(bot_id=bot_id, chat_id=chat_id, user_id=chat_id))


def dialogue_key(key: StorageKey) -> str:
    """One row a bot, chat, topic and person; several bots never mix."""
    parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id, key.destiny)
    return ":".join("" if part is None else str(part) for part in parts)[:120]
