"""Who is in the demo's box: two residents, two admins, and every sample officer, joined by a real invitation."""

from typing import Any, Final

from aiohttp import ClientSession

import db.officers
from bot.app import App
from bot.domain.people import Officer

PEOPLE: Final = (
    {"first_name": "Олена", "label": "Мешканка Олена", "group": "resident"},
    {"first_name": "Тарас", "label": "Мешканець Тарас", "group": "resident"},
    {"first_name": "Адміністратор", "last_name": "Перший", "label": "Адміністратор 1", "group": "admin", "id": 8001},
    {"first_name": "Адміністратор", "last_name": "Другий", "label": "Адміністратор 2", "group": "admin", "id": 8002},
)
ADMINS: Final = (8001, 8002)
"""One writes an announcement, the other approves it."""


async def settle(url: str, app: App) -> None:
    """Create people the box does not know yet and let officers without a phone join."""
    async with ClientSession(base_url=url) as box:
        state = await _get(box, "/control/state")
        known = {user["label"] for user in state["users"]}
        joining = [await _arrive(box, app, person) for person in PEOPLE if person["label"] not in known]
        async with app.database.read():
            officers = await db.officers.in_service()
        by_label = {user["label"]: int(user["id"]) for user in state["users"]}
        waiting = [officer for officer in officers if officer.chat_id is None]
        joining += [await _join(box, app, officer, by_label.get(label(officer))) for officer in waiting]
        await _greeted(box, [each for each in joining if each is not None])


def label(officer: Officer) -> str:
    return f"{officer.name} ({officer.code})"


async def _arrive(box: ClientSession, app: App, person: dict[str, Any]) -> int | None:
    """Admins say hello at once: who has never written to a bot cannot be asked to approve anything. None: somebody who
    comes later."""
    user_id = int((await _post(box, "/control/users", person))["id"])
    if user_id not in ADMINS:
        return None
    await _post(box, f"/control/chats/{user_id}/send", {"text": "/admin", "bot": app.bot.id})
    return user_id


async def _join(box: ClientSession, app: App, officer: Officer, user_id: int | None) -> int:
    if user_id is None:
        person = {"first_name": officer.name, "label": label(officer), "group": "officer"}
        user_id = int((await _post(box, "/control/users", person))["id"])
    payload = await app.invites.create(officer.id, trusted=True)
    await _post(box, f"/control/chats/{user_id}/send", {"text": f"/start {payload}", "bot": app.bot.id})
    return user_id


async def _greeted(box: ClientSession, joining: list[int]) -> None:
    """Wait for each one's greeting and count it as read, so that badges show only what a visitor causes."""
    for user_id in joining:
        await _get(box, f"/control/chats/{user_id}/wait?after=0&timeout=10")
        await _post(box, f"/control/users/{user_id}/seen", {})


async def _get(box: ClientSession, path: str) -> dict[str, Any]:
    async with box.get(path) as answer:
        answer.raise_for_status()
        found: dict[str, Any] = await answer.json()
    return found


async def _post(box: ClientSession, path: str, body: dict[str, Any]) -> dict[str, Any]:
    async with box.post(path, json=body) as answer:
        answer.raise_for_status()
        found: dict[str, Any] = await answer.json()
    return found
