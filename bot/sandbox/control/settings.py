"""Troubles on order, limits, the map's points, and beginning anew."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.sandbox.control.base import Room, Route, read_json, whole
from bot.sandbox.errors import ControlError
from bot.sandbox.world import World

Json = dict[str, Any]


class Settings(Room):
    """Troubles on order, limits, the map's points, and beginning anew."""

    def __init__(self, world: World, forget: Callable[[], Awaitable[None]]) -> None:
        super().__init__(world)
        self._forget = forget

    def routes(self) -> list[Route]:
        """Verb, path and function."""
        return [
            ("POST", "/control/faults", self.add_fault),
            ("DELETE", "/control/faults", self.clear_faults),
            ("DELETE", "/control/faults/{fault}", self.clear_faults),
            ("PUT", "/control/limits", self.put_limits),
            ("PUT", "/control/points", self.put_points),
            ("GET", "/control/points", self.get_points),
            ("POST", "/control/reset", self.reset),
        ]

    async def add_fault(self, request: web.Request) -> Json:
        """Order a fault."""
        return {"id": self.world.faults.order(await read_json(request))}

    async def clear_faults(self, request: web.Request) -> Json:
        """Take back one fault or all."""
        number = request.match_info.get("fault")
        self.world.faults.clear(whole(number) if number else None)
        return {"ok": True}

    async def put_limits(self, request: web.Request) -> Json:
        """Set the limits on sending."""
        self.world.limits.change(await read_json(request))
        return asdict(self.world.limits.rules)

    async def put_points(self, request: web.Request) -> Json:
        """Points for the page's map."""
        points = (await read_json(request)).get("points")
        if not isinstance(points, list):
            raise ControlError("'points' must be a list of [lat, lon, population, name]")
        self.world.points = points
        self.world.hub.publish("points", None)
        return {"points": len(points)}

    async def get_points(self, _: web.Request) -> Json:
        """The points of the page's map."""
        return {"points": self.world.points}

    async def reset(self, _: web.Request) -> Json:
        """Forget everything but the points."""
        await self._forget()
        self.world.hub.publish("reset", None)
        return {"ok": True}
