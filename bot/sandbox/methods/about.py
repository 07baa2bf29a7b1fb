"""What a bot says about itself: name, commands, descriptions, menu button."""

import re
from collections.abc import Mapping
from typing import Any, Final

from aiogram import methods

from bot.sandbox.calls import Call, Handler
from bot.sandbox.errors import bad
from bot.sandbox.utf16 import units

Json = dict[str, Any]

COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE: Final = re.compile(r"(?:[a-z]{2})?")
COMMANDS: Final = 100
DESCRIPTION: Final = 256
# what -> most characters
TEXTS: Final[Mapping[str, int]] = {"name": 64, "description": 512, "short_description": 120}


def get_me(call: Call[methods.GetMe]) -> Json:
    """The bot as User, with what it may do."""
    return {
        **call.bot.json(),
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _scope(call: Call[Any]) -> Json:
    """The scope as plain JSON; scopes of chats must be known chats."""
    scope = call.method.scope
    plain: Json = scope.model_dump(exclude_none=True) if scope else {"type": "default"}
    if "chat_id" in plain:
        plain["chat_id"] = call.seen(plain["chat_id"]).key[1]
    return plain


def _language(call: Call[Any]) -> str:
    code = call.method.language_code or ""
    if not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return str(code)


def _commands_key(scope: Json, language: str) -> str:
    return "|".join([*(str(scope.get(part, "")) for part in ("type", "chat_id", "user_id")), language])


def set_my_commands(call: Call[methods.SetMyCommands]) -> bool:
    """The command menu for a scope and a language."""
    commands = [
        {"command": item.command.removeprefix("/"), "description": item.description} for item in call.method.commands
    ]
    _check_commands(commands)
    scope, language = _scope(call), _language(call)
    entry = {"scope": scope, "language": language, "commands": commands}
    return _put_commands(call, _commands_key(scope, language), entry if commands else None)


def _check_commands(commands: list[Json]) -> None:
    if len(commands) > COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for item in commands:
        if not COMMAND.fullmatch(item["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(item["description"]) <= DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def _put_commands(call: Call[Any], key: str, entry: Json | None) -> bool:
    call.bot.commands.pop(key, None)
    if entry is not None:
        call.bot.commands[key] = entry
    call.world.shelf.touch("bot", call.bot.id)
    call.world.hub.publish("commands", None, bot=call.bot.id)
    return True


def delete_my_commands(call: Call[methods.DeleteMyCommands]) -> bool:
    """No menu of its own for a scope and a language."""
    return _put_commands(call, _commands_key(_scope(call), _language(call)), None)


def get_my_commands(call: Call[methods.GetMyCommands]) -> list[Json]:
    """The menu of exactly this scope and language."""
    entry = call.bot.commands.get(_commands_key(_scope(call), _language(call)))
    return entry["commands"] if entry else []


def _setter(what: str) -> Handler:
    def put(call: Call[Any]) -> bool:
        text = getattr(call.method, what) or ""
        if units(text) > TEXTS[what]:
            raise bad(f"bot {what.replace('_', ' ')} is too long")
        call.bot.texts[f"{what}|{_language(call)}"] = text
        if what == "name" and text and not call.method.language_code:
            call.bot.first_name = text
        call.world.shelf.touch("bot", call.bot.id)
        call.world.hub.publish("profile", None, bot=call.bot.id)
        return True

    return put


def _getter(what: str) -> Handler:
    def get(call: Call[Any]) -> Json:
        texts = call.bot.texts
        default = call.bot.first_name if what == "name" else ""
        return {what: texts.get(f"{what}|{_language(call)}") or texts.get(f"{what}|") or default}

    return get


def _menu_chat(call: Call[Any]) -> str:
    return "" if call.method.chat_id is None else str(call.seen(call.method.chat_id).key[1])


def set_chat_menu_button(call: Call[methods.SetChatMenuButton]) -> bool:
    """The button beside the input field, of one chat or of all."""
    button = call.method.menu_button
    call.bot.menu_buttons[_menu_chat(call)] = button.model_dump(exclude_none=True) if button else {"type": "default"}
    call.world.shelf.touch("bot", call.bot.id)
    return True


def get_chat_menu_button(call: Call[methods.GetChatMenuButton]) -> Json:
    """The button of a chat, else that of all chats."""
    buttons = call.bot.menu_buttons
    return buttons.get(_menu_chat(call)) or buttons.get("") or {"type": "commands"}


HANDLERS: Final[Mapping[str, Handler]] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
