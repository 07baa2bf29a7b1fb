"""People who speak, so that journeys read as stories.

    async with SandboxClient(url) as box:
        olena = await box.person("Олена", group="resident")
        await olena.says("/start")
        await olena.hears("Вітаємо")
        await olena.taps("Погоджуюсь")

Everything a person does moves a cursor to the last message that was heard (or tapped, or answered):
`hears` looks only behind it, so an old message never satisfies a new expectation, and an answer that
came quicker than the next act is not missed. Every wait is bounded and fails with all that was heard.
"""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from tests.control_client import PATIENCE, ControlClient, ControlRefusal, buttons, file, seen, words

__all__ = ["ControlRefusal", "Person", "SandboxClient", "buttons", "file", "words"]

Json = dict[str, Any]


class SandboxClient(ControlClient):
    """The control API, and the people in the box."""

    async def person(self, first_name: str, **about: Any) -> "Person":
        """A new person (fields of POST /control/users: label, group, phone, username, id …)."""
        user = await self.call("POST", "users", {"first_name": first_name, **about})
        return Person(self, user["id"], first_name)

    async def group(self, title: str, *members: "Person", **about: Any) -> Json:
        """A new group with these people and the bot (type, is_forum …)."""
        people = [member.id for member in members]
        return await self.act("chats", {"title": title, "members": people, "type": "group", **about})


@dataclass
class Person:
    """Somebody with a phone, in the private chat with the bot.

    `messages` is the chat as last seen (by id) and `rev` how far changes were seen. `minded` is the
    `rev` of the last message that was heard, tapped or answered; an act moves `cursor` there, and
    notes the `rev` of its own time as `acted`.
    """

    box: SandboxClient
    id: int
    name: str
    messages: dict[int, Json] = field(default_factory=dict)
    keyboard: Json | None = None
    keyboard_message: int = 0
    rev: int = 0
    minded: int = 0
    cursor: int = 0
    acted: int = 0
    toast: Json | None = None

    # -- acts ---------------------------------------------------------------------------------------------

    async def sends(self, kind: str, **what: Any) -> Json:
        """Any kind of message of the control API; returns the (first) Message."""
        await self._mark()
        sent = await self.box.act(f"chats/{self.id}/send", {"kind": kind, **what})
        message: Json = sent["messages"][0]
        return message

    async def says(self, text: str, **what: Any) -> Json:
        """Writes a text or a command; one above 4,096 characters goes out in several, as clients send it."""
        return await self.sends("text", text=text, **what)

    async def forwards(self, origin: Json | None = None, *, kind: str = "text", **what: Any) -> Json:
        """Forwards something (`text="…"`, or another kind) that came from elsewhere.

        `origin` is one of `{"type": "user", "user"?}`, `{"type": "hidden_user", "name"?}`,
        `{"type": "chat" | "channel", "title"?, "chat"?, "username"?, "signature"?}`; a stranger by default.
        """
        return await self.sends(kind, forward=origin or {"type": "user"}, **what)

    async def forwards_message(self, message: Json | int | str) -> Json:
        """Forwards a message of this chat back into it."""
        return await self.sends("forward", message_id=await self._message_id(message))

    async def quotes(self, to: Json | int | str, part: str, text: str | None = None, **what: Any) -> Json:
        """Replies to a part of a message."""
        return await self.replies(to, text, quote=part, **what)

    async def replies_elsewhere(self, text: str, *, other: Json, kind: str = "text", **what: Any) -> Json:
        """Replies here to a message of another chat.

        `other` is what that message was (`text`, or `kind` and the rest as for `sends`), with `origin` (as for
        `forwards`) and, if only a part was chosen, `quote`.
        """
        return await self.sends(kind, text=text, elsewhere=other, **what)

    async def sends_rich(self, *blocks: Json, text: str | None = None, **what: Any) -> Json:
        """Sends a rich message: blocks (RichBlock), or a paragraph for each line of `text`."""
        return await self.sends("rich_message", blocks=list(blocks) or None, text=text, **what)

    async def sends_live_photo(self, caption: str | None = None, **what: Any) -> Json:
        """Sends a live photo."""
        return await self.sends("live_photo", caption=caption, **what)

    async def sends_service(self, what: str, value: Any = None) -> Json:
        """A service message appears: `pinned_message`, `boost_added`, … with a usual value or this one."""
        return await self.sends("service", what=what, value=value)

    async def sends_raw(self, _as: str = "message", /, **message: Any) -> Json:
        """A message of these fields is told to the bot as it is; what is None is left out."""
        await self._mark()
        sent: Json = (await self.box.act(f"chats/{self.id}/raw", {"as": _as, "message": message}))["message"]
        return sent

    async def shares(self, lat: float, lon: float, accuracy: float | None = None) -> Json:
        """Shares a location."""
        return await self.sends("location", lat=lat, lon=lon, accuracy=accuracy)

    async def sends_photo(self, caption: str | None = None, **what: Any) -> Json:
        """Sends a photo (a sample one, unless `file=`)."""
        return await self.sends("photo", caption=caption, **what)

    async def sends_voice(self, duration: int = 3, **what: Any) -> Json:
        """Sends a voice message."""
        return await self.sends("voice", duration=duration, **what)

    async def sends_video(self, caption: str | None = None, **what: Any) -> Json:
        """Sends a video."""
        return await self.sends("video", caption=caption, **what)

    async def sends_document(self, caption: str | None = None, **what: Any) -> Json:
        """Sends a document."""
        return await self.sends("document", caption=caption, **what)

    async def sends_contact(self, phone: str, name: str = "Контакт") -> Json:
        """Sends somebody's contact."""
        return await self.sends("contact", phone=phone, name=name)

    async def shares_contact(self) -> Json:
        """Shares the own phone number (the request_contact button)."""
        await self._mark()
        message: Json = (await self.box.act(f"chats/{self.id}/share", {"what": "contact"}))["messages"][0]
        return message

    async def sends_album(self, count: int, caption: str | None = None, kind: str = "photo", **what: Any) -> list[Json]:
        """Sends an album; the caption stands on its first item. Returns the Messages."""
        items: list[Json] = [{"kind": kind} for _ in range(count)]
        if caption:
            items[0]["caption"] = caption
        return await self.sends_items(*items, **what)

    async def sends_items(self, *items: Json, **what: Any) -> list[Json]:
        """Sends an album of these items (`{"kind", "caption"?, "file"?}`), mixed as one likes."""
        await self._mark()
        sent = await self.box.act(f"chats/{self.id}/send", {"kind": "album", "items": list(items), **what})
        messages: list[Json] = sent["messages"]
        return messages

    async def replies(self, to: Json | int | str, text: str | None = None, *, kind: str = "text", **what: Any) -> Json:
        """Replies to a message (given as Message, id, or a part of its words) with a text or something else."""
        number = await self._message_id(to)
        return await self.sends(kind, text=text, reply_to=number, **what)

    async def edits(self, message: Json | int, text: str | None = None, *, caption: str | None = None) -> Json:
        """Changes the words of an own message, or its caption."""
        await self._mark()
        number = message if isinstance(message, int) else message["message_id"]
        words = {"text": text} if caption is None else {"caption": caption}
        return await self.box.act(f"chats/{self.id}/edit", {"message_id": number, **words})

    async def moves(self, live: Json, lat: float, lon: float) -> None:
        """A live location of the person's goes on to another point."""
        await self._mark()
        await self.box.act(f"chats/{self.id}/edit", {"message_id": live["message_id"], "lat": lat, "lon": lon})

    async def deletes(self, message: Json | int) -> None:
        """Deletes a message for both sides."""
        number = message if isinstance(message, int) else message["message_id"]
        await self.box.call("DELETE", f"chats/{self.id}/messages/{number}", bot=self.box.bot)

    async def reacts(self, to: Json | int | str, emoji: str | None) -> None:
        """Puts a reaction on a message (an emoji, `custom:<id>`, `paid`), or takes it back with None."""
        number = await self._message_id(to)
        await self._mark()
        await self.box.act(f"chats/{self.id}/react", {"message_id": number, "emoji": emoji})

    async def blocks(self) -> None:
        """Blocks the bot."""
        await self.box.act(f"users/{self.id}/block", {})

    async def unblocks(self) -> None:
        """Unblocks the bot."""
        await self.box.act(f"users/{self.id}/unblock", {})

    async def taps(self, label: str, *, patience: float = PATIENCE, age: float = 0) -> Json | None:
        """Taps the newest button whose words contain `label`: inline, or of the reply keyboard.

        Waits for the button to appear. Returns the bot's answer to an inline tap
        (`{"text", "show_alert", "url"}`), None when none came or the button was a keyboard's. With an `age` above
        60 (seconds) the tap is so old when the bot gets it that Telegram takes no answer any more.
        """
        end = time.monotonic() + patience
        while True:
            await self.looks()
            found, pressed = self._inline(label), self._keyboard_button(label)
            if pressed is not None and (found is None or self.keyboard_message > found[0]["message_id"]):
                await self._press(pressed)
                return None
            if found is not None:
                message, data = found
                return await self.taps_data(self._mind(message)["message_id"], data, patience=patience, age=age)
            if time.monotonic() > end:
                raise AssertionError(self._nothing(f"found no button with «{label}»"))
            await self._news(end)

    async def taps_data(self, message_id: int, data: str, *, patience: float = PATIENCE, age: float = 0) -> Json | None:
        """Taps a button by its callback data, also one that is no longer shown."""
        await self._mark()
        tap = {"message_id": message_id, "data": data, "wait": 0 if age else patience, "age": age}
        answer: Json | None = (await self.box.act(f"chats/{self.id}/tap", tap))["answer"]
        self.toast = answer if answer and answer["text"] else None
        return answer

    async def _press(self, button: Json) -> None:
        if button.get("request_contact"):
            await self.shares_contact()
        elif button.get("request_location"):
            raise AssertionError(f"«{button['text']}» asks for a location: use shares(lat=…, lon=…)")
        else:
            await self.says(button["text"])

    # -- looking ------------------------------------------------------------------------------------------

    async def looks(self) -> None:
        """Reads the whole chat."""
        seen = await self.box.call("GET", f"chats/{self.id}/messages", limit=10_000, bot=self.box.bot)
        self._take(seen)

    @property
    def heard(self) -> list[str]:
        """What the bot's messages say now, oldest first (as of the last look)."""
        return [words(message) for message in self._from_bot()]

    @property
    def told(self) -> list[str]:
        """What others wrote, as far as the bot brought it: without the line that says whose it is."""
        said = (text.partition("\n") for text in self.heard)
        return [rest for head, _, rest in said if "· №" in head and rest]

    async def hears(self, fragment: str, *, patience: float = PATIENCE) -> Json:
        """The newest message (or edit) of the bot behind the cursor whose words contain `fragment`; the toast over the
        button that was tapped last is heard too.

        `fragment` "[photo]", "[venue]", … finds messages without words. Raises AssertionError with
        everything heard so far when nothing such comes within `patience` seconds.
        """
        end = time.monotonic() + patience
        while True:
            await self.looks()
            if self.toast and fragment in seen(self.toast["text"]):
                return self.toast
            for message in reversed(self._from_bot(since=self.cursor)):
                if fragment in words(message) or (fragment.startswith("[") and fragment[1:-1] in message):
                    return self._mind(message)
            if time.monotonic() > end:
                raise AssertionError(self._nothing(f"did not hear «{fragment}» within {patience:g} s"))
            await self._news(end)

    async def hears_nothing(self, seconds: float = 0.5) -> None:
        """Nothing new from the bot for so long, and since the last act."""
        await asyncio.sleep(seconds)
        await self.looks()
        news = [words(message) for message in self._from_bot(since=self.acted)]
        assert not news, f"{self.name} should have heard nothing, but heard {news}"

    async def _mark(self) -> None:
        """From here on counts as new."""
        try:
            await self.looks()
        except ControlRefusal as refusal:
            if refusal.status != 409:
                raise
        self.cursor, self.acted, self.toast = self.minded, self.rev, None

    def _mind(self, message: Json) -> Json:
        """This message was noticed: what comes next must be newer."""
        self.minded = max(self.minded, message["rev"])
        return message

    async def _news(self, end: float) -> None:
        """Wait for any change of the chat, until `end`."""
        left = max(0.05, min(end - time.monotonic(), 2.0))
        seen: Json = {"after": max(self.messages, default=0), "rev": self.rev, "timeout": left, "bot": self.box.bot}
        try:
            await self.box.call("GET", f"chats/{self.id}/wait", **seen)
        except ControlRefusal as refusal:
            if refusal.status != 409:
                raise
            await asyncio.sleep(0.05)  # the bot did not make its first call yet

    def _take(self, seen: Json) -> None:
        self.messages.update({message["message_id"]: message for message in seen["messages"]})
        self.keyboard, self.rev = seen["reply_keyboard"], seen["rev"]
        self.keyboard_message = seen["reply_keyboard_message"] or 0

    def _from_bot(self, since: int = -1) -> list[Json]:
        messages = (self.messages[number] for number in sorted(self.messages))
        return [m for m in messages if m["from_bot"] and not m["deleted"] and m["rev"] > since]

    def _inline(self, label: str) -> tuple[Json, str] | None:
        """Message and callback data of the newest inline button with these words; whole words win."""
        for message in reversed(self._from_bot()):
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            fitting = [b for row in rows for b in row if label in seen(b["text"]) and "callback_data" in b]
            for button in sorted(fitting, key=lambda button: seen(button["text"]) != label):
                return message, button["callback_data"]
        return None

    def _keyboard_button(self, label: str) -> Json | None:
        rows = (self.keyboard or {}).get("keyboard", [])
        found: list[Json] = [button for row in rows for button in row if label in button["text"]]
        return found[0] if found else None

    async def _message_id(self, to: Json | int | str) -> int:
        await self.looks()
        if not isinstance(to, str):
            number = to if isinstance(to, int) else int(to["message_id"])
            self._mind(self.messages.get(number, {"rev": 0}))
            return number
        for message in reversed(self._from_bot()):
            if to in words(message):
                return int(self._mind(message)["message_id"])
        raise AssertionError(self._nothing(f"has no message with «{to}» to reply to"))

    def _nothing(self, what: str) -> str:
        """A failure somebody can read: the end of the chat, with buttons."""
        lines = [f"{self.name} {what}. The chat:"]
        for message in [self.messages[number] for number in sorted(self.messages)][-15:]:
            who = "bot" if message["from_bot"] else self.name
            extra = f"  buttons: {buttons(message)}" if buttons(message) else ""
            gone = " (deleted)" if message["deleted"] else ""
            new = "*" if message["from_bot"] and message["rev"] > self.cursor else " "
            lines.append(f" {new} {who}: {words(message)!r}{gone}{extra}")
        keyboard = [button["text"] for row in (self.keyboard or {}).get("keyboard", []) for button in row]
        return "\n".join([*lines, f"  reply keyboard: {keyboard}", "  (* heard as new)"])
