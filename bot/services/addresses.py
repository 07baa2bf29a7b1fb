"""Street addresses are looked for outside of the turn they were typed in.

The turn leaves a row; the worker here asks the geocoder, erases the row and puts the answer into the inbox, in one
transaction, on the lane of the conversation. So the answer is a turn like any other: in order with what the person
does meanwhile, tried again when it fails, and never handled twice.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import timedelta
from functools import partial
from typing import Final

import structlog
from pydantic import TypeAdapter

from bot.domain.addresses import GeocoderAnswer, GeocoderOutcome
from bot.domain.alerts import AlertKind
from bot.domain.finishing import to_the_end
from bot.domain.notices import Priority
from bot.domain.reports import Recipient
from bot.places.address import StreetAddress
from bot.places.geocoder import Geocoder, GeocoderAway, Spot
from bot.places.locate import ACCURACY_M
from bot.services.alerts import Alerts
from bot.services.inbox import Handle
from bot.services.turns import Turn, Turns
from bot.services.work_loops import LONGEST, WorkLoop, WorkLoops, release_claims
from db import addresses, inbox
from db.addresses import Sought
from db.inbox import Arrival, Claimed

log = structlog.get_logger(__name__)

PATIENCE: Final = timedelta(seconds=20)
"""Nobody waits longer for an address: then the settlement's name has to do."""
MOST_ATTEMPTS: Final = 3
"""So many processes may end while they look for one address; then its settlement's name has to do."""
PACE: Final = "geocoder"
MARK: Final = '{"address": '
"""How the payload of an answer begins; no update of Telegram does."""
_answered: Final = TypeAdapter(GeocoderAnswer)


class Addresses:
    """`geocoder` None: addresses are not looked for. `interval` seconds lie between two questions of all processes."""

    def __init__(
        self,
        turns: Turns,
        geocoder: Geocoder | None,
        alerts: Alerts,
        *,
        bot_id: int,
        interval: float,
        timeout: float,
        on_answers: Callable[[], None],
        loop: WorkLoop | None = None,
    ) -> None:
        self._turns = turns
        self._geocoder = geocoder
        self._alerts = alerts
        self._bot_id = bot_id
        self._interval = timedelta(seconds=interval)
        self._lease = PATIENCE + timedelta(seconds=timeout + 5)
        self._on_answers = on_answers
        self._loop = loop or WorkLoops().addresses

    @property
    def geocoder(self) -> Geocoder | None:
        """To be closed at the end."""
        return self._geocoder

    @property
    def looked_for(self) -> bool:
        return self._geocoder is not None

    async def seek(self, turn: Turn, recipient: Recipient, address: StreetAddress) -> int:
        """Keep the address until the worker has an answer; the number of the answer."""
        turn.afterwards.append(self._wake)
        return await addresses.add(
            bot_id=self._bot_id,
            channel=recipient.channel,
            chat_id=recipient.chat_id,
            street=address.street,
            settlement=address.settlement,
            now=turn.now,
        )

    async def _wake(self) -> None:
        self._loop.nudge()

    async def run(self) -> None:
        """Work until cancelled. Without a geocoder only what an earlier run left behind is answered."""
        await self._loop.run(self._round, first=partial(release_claims, self._turns, addresses.release))

    async def _round(self) -> float:
        return 0.0 if await self.work_one() else LONGEST

    async def work_one(self) -> bool:
        """Look for the next address; False when none waits."""
        async with self._turns.database.write():
            now = self._turns.clock()
            sought = await addresses.claim(now, now + self._lease)
        if sought is None:
            return False
        deadly = sought.attempts > MOST_ATTEMPTS
        try:
            answer = _away(sought) if deadly else await self._look_for(sought)
        except asyncio.CancelledError:
            await to_the_end(self._hand_back(sought))
            raise
        async with self._turns.open() as turn:
            if await addresses.erase(sought.id):
                await inbox.store(sought.bot_id, [_arrival(sought, answer)], turn.now)
            if deadly:
                log.error("address-deadly", number=sought.id)
                await self._alerts.tell(turn, AlertKind.ADDRESS_DEADLY, number=str(sought.id))
        self._on_answers()
        return True

    async def _hand_back(self, sought: Sought) -> None:
        async with self._turns.database.write():
            await addresses.hand_back(sought.id, self._turns.clock())

    async def _look_for(self, sought: Sought) -> GeocoderAnswer:
        """Never raises: an answer there must be."""
        if self._geocoder is None:
            return _away(sought)
        query = f"{sought.street}, {sought.settlement}"
        if (kept := self._geocoder.remembered(query)) is not None:
            return _of(sought, kept[0])
        if not await self._has_slot(sought):
            return _away(sought)
        try:
            return _of(sought, await self._geocoder.ask(query))
        except GeocoderAway as away:
            log.warning("geocoder-away", error=away.kind)
            await self._leave_alone(away.rest_s)
            return _away(sought)

    async def _has_slot(self, sought: Sought) -> bool:
        """Wait until it is our turn to ask; False when that would be too late."""
        while True:
            now = self._turns.clock()
            if now > sought.asked_at + PATIENCE:
                return False
            async with self._turns.database.write():
                wait = await addresses.take_slot(PACE, now, self._interval)
            if not wait:
                return True
            if now + wait > sought.asked_at + PATIENCE:
                return False
            await asyncio.sleep(wait.total_seconds())

    async def _leave_alone(self, seconds: float) -> None:
        if seconds > 0:
            async with self._turns.database.write():
                await addresses.pause(PACE, self._turns.clock() + timedelta(seconds=seconds))


def with_answers(updates: Handle, answers: Callable[[GeocoderAnswer, Turn], Awaitable[None]]) -> Handle:
    """The inbox worker's `Handle` for both: answers to addresses, and all the rest."""

    async def handle(claimed: Claimed, turn: Turn) -> None:
        if not claimed.payload.startswith(MARK):
            await updates(claimed, turn)
            return
        await answers(_answered.validate_python(json.loads(claimed.payload)["address"]), turn)

    return handle


def _arrival(sought: Sought, answer: GeocoderAnswer) -> Arrival:
    """Telegram's updates count upwards from 1: ours go the other way."""
    payload = json.dumps({"address": asdict(answer)})
    return Arrival(-sought.id, f"{sought.channel}:{sought.chat_id}", payload, Priority.ANSWER)


def _of(sought: Sought, spot: Spot | None) -> GeocoderAnswer:
    if spot is None:
        return GeocoderAnswer(sought.id, sought.chat_id, GeocoderOutcome.NOT_FOUND)
    accuracy = max(spot.accuracy_m, ACCURACY_M)
    return GeocoderAnswer(sought.id, sought.chat_id, GeocoderOutcome.FOUND, spot.point, accuracy)


def _away(sought: Sought) -> GeocoderAnswer:
    return GeocoderAnswer(sought.id, sought.chat_id, GeocoderOutcome.AWAY)
