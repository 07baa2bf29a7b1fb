"""Sends without files: text, places, people, polls, dice, "is typing"."""

import random
from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods
from aiogram.types import LinkPreviewOptions

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.methods.posting import post
from bot.sandbox.parsing import given
from bot.sandbox.polls import poll_content
from bot.sandbox.ranges import check_location
from bot.sandbox.texts import Words, text_content

Json = dict[str, Any]

ACTIONS: Final = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
DICE: Final[Mapping[str, int]] = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


def send_message(call: Call[methods.SendMessage]) -> Json:
    """Text."""
    method = call.method
    words = Words(method.text, method.parse_mode, method.entities)
    return post(call, {**text_content(words, call.world.user_json), **preview_of(method)})


def preview_of(method: Any) -> Json:
    """`{"link_preview_options": …}` when a caller said anything about previews."""
    options = given(method.link_preview_options)
    if isinstance(options, LinkPreviewOptions):
        said = {key: value for key, value in options.model_dump().items() if isinstance(value, bool | str)}
        return {"link_preview_options": said} if said else {}
    off = given(getattr(method, "disable_web_page_preview", None))
    return {"link_preview_options": {"is_disabled": True}} if off else {}


def location_of(method: Any) -> Json:
    """Bot API `Location` from a method's fields; raises ApiError 400 outside the ranges."""
    check_location(method)
    extras = ("horizontal_accuracy", "live_period", "heading", "proximity_alert_radius")
    known = {key: value for key in extras if (value := getattr(method, key, None)) is not None}
    return {"latitude": method.latitude, "longitude": method.longitude, **known}


def send_location(call: Call[methods.SendLocation]) -> Json:
    """A point, or a live location."""
    return post(call, {"location": location_of(call.method)})


def send_venue(call: Call[methods.SendVenue]) -> Json:
    """A named place."""
    method = call.method
    if not method.title.strip() or not method.address.strip():
        raise bad("venue title and address must be non-empty")
    extras = ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
    known = {key: value for key in extras if (value := getattr(method, key))}
    location = location_of(method)
    return post(
        call,
        {
            "venue": {"location": location, "title": method.title, "address": method.address, **known},
            "location": location,
        },
    )


def send_contact(call: Call[methods.SendContact]) -> Json:
    """A phone number with a name."""
    method = call.method
    if not method.first_name.strip() or not method.phone_number.strip():
        raise bad("contact phone number and first name must be non-empty")
    fields = ("phone_number", "first_name", "last_name", "vcard")
    return post(call, {"contact": {key: value for key in fields if (value := getattr(method, key))}})


def send_poll(call: Call[methods.SendPoll]) -> Json:
    """A poll; nobody in the sandbox votes in it."""
    return post(call, {"poll": poll_content(call.world, call.method)})


def send_dice(call: Call[methods.SendDice]) -> Json:
    """A throw of dice."""
    emoji = call.method.emoji or "🎲"
    if emoji not in DICE:
        raise bad("wrong dice emoji specified")
    return post(call, {"dice": {"emoji": emoji, "value": random.randint(1, DICE[emoji])}})  # noqa: S311


def send_chat_action(call: Call[methods.SendChatAction]) -> bool:
    """ "… is typing"; nothing is kept."""
    dialog = call.dialog(call.method.chat_id)
    if call.method.action not in ACTIONS:
        raise bad("wrong parameter action in request")
    call.world.hub.publish("action", dialog.key[1], action=call.method.action, bot=call.bot.id)
    return True


HANDLERS: Final[Mapping[str, Handler]] = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendContact": send_contact,
    "sendPoll": send_poll,
    "sendDice": send_dice,
    "sendChatAction": send_chat_action,
}
