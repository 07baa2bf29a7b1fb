"""How updates and files come to a bot: getUpdates, webhooks, getFile; and leaving."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.files import DOWNLOAD_LIMIT
from bot.sandbox.webhook import Webhook, checked_secret, checked_url

Json = dict[str, Any]

BATCH: Final = 100
POLL_LIMIT: Final = 50  # seconds


async def get_updates(call: Call[methods.GetUpdates]) -> list[Json]:
    """The waiting updates, or what comes within `timeout` seconds."""
    method, queue = call.method, call.world.queues[call.bot.id]
    queue.allow(method.allowed_updates)
    limit = min(max(method.limit or BATCH, 1), BATCH)
    timeout = min(max(method.timeout or 0, 0), POLL_LIMIT)
    return await queue.fetch(offset=method.offset or 0, limit=limit, timeout=timeout)


async def set_webhook(call: Call[methods.SetWebhook]) -> bool:
    """Updates go to this address from now on; an empty one ends that."""
    method, queue = call.method, call.world.queues[call.bot.id]
    if not method.url:
        return await _drop_webhook(call, drop_pending=bool(method.drop_pending_updates))
    url, secret = checked_url(method.url), checked_secret(method.secret_token)
    await _drop_webhook(call, drop_pending=bool(method.drop_pending_updates))
    queue.allow(method.allowed_updates)
    queue.take_over("terminated by setWebhook request")
    queue.webhook = Webhook(queue, url=url, secret=secret, max_connections=method.max_connections or 40)
    call.world.wire(queue)
    return True


async def _drop_webhook(call: Call[Any], *, drop_pending: bool) -> bool:
    queue = call.world.queues[call.bot.id]
    if queue.webhook is not None:
        await queue.webhook.stop()
        queue.webhook = None
    if drop_pending:
        queue.confirm(queue.pending)
    call.world.shelf.touch("queue", call.bot.id)
    return True


async def delete_webhook(call: Call[methods.DeleteWebhook]) -> bool:
    """Back to getUpdates."""
    return await _drop_webhook(call, drop_pending=bool(call.method.drop_pending_updates))


def get_webhook_info(call: Call[methods.GetWebhookInfo]) -> Json:
    """WebhookInfo; an empty url when there is none."""
    queue = call.world.queues[call.bot.id]
    info = {"url": "", "has_custom_certificate": False, "pending_update_count": len(queue.pending)}
    allowed = {"allowed_updates": queue.allowed} if queue.allowed else {}
    return {**info, **allowed, **(queue.webhook.info() if queue.webhook else {})}


def get_file(call: Call[methods.GetFile]) -> Json:
    """Where a file can be fetched; up to 20 MB."""
    stored = call.world.files.known.get(call.method.file_id)
    if stored is None:
        raise bad("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad("file is too big")
    return stored.json()


def leave(_: Call[Any]) -> bool:
    """logOut and close: nothing to leave."""
    return True


HANDLERS: Final[Mapping[str, Handler]] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
    "logOut": leave,
    "close": leave,
}
