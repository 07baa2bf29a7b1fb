"""A small map server on loopback that speaks as Nominatim does, and misbehaves on demand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Json = dict[str, Any]


def house(lat: float, lon: float, **more: Any) -> Json:
    """A house as Nominatim writes it."""
    box = [f"{lat - 5e-5:.7f}", f"{lat + 5e-5:.7f}", f"{lon - 5e-5:.7f}", f"{lon + 5e-5:.7f}"]
    told: Json = {"place_id": 1, "licence": "Data © OpenStreetMap contributors, ODbL 1.0", "display_name": "5, …"}
    told |= {"lat": f"{lat:.7f}", "lon": f"{lon:.7f}", "class": "building", "place_rank": 30, "boundingbox": box}
    return told | more


@dataclass
class Nominatim:
    """`answer` is the next answers' JSON; `status`, `delay` (seconds) and `garbage` spoil them."""

    url: str = ""
    answer: list[Json] = field(default_factory=list)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    garbage: str | None = None
    asked: list[Json] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def search(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.query))
        self.at.append(monotonic())
        self.agents.append(request.headers["User-Agent"])
        self.heard.set()
        await asyncio.sleep(self.delay)
        if self.garbage is not None:
            return web.Response(text=self.garbage, content_type="application/json")
        if self.status != 200:
            return web.Response(status=self.status, text="Bandwidth limit exceeded", headers=self.headers)
        return web.json_response(self.answer)


@asynccontextmanager
async def map_server() -> AsyncIterator[Nominatim]:
    """Runs until the end of the block."""
    found = Nominatim()
    app = web.Application()
    app.router.add_get("/maps/search", found.search)
    async with TestServer(app) as server:
        found.url = str(server.make_url("/maps"))
        yield found
