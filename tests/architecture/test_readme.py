"""The README promises every command, setting and file format, and no other."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from bot.__main__ import parser
from bot.config import Settings
from bot.services.registry.sheets import SHEETS
from bot.telegram.menu import OFFICER_COMMANDS, RESIDENT_COMMANDS
from bot.texts.admin_speech import COMMANDS as ADMIN_COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(of: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command that can be run, with the words that lead to it."""
    nested = [action for action in of._actions if isinstance(action, argparse._SubParsersAction)]
    if not nested:
        yield before.strip(), of
    for action in nested:
        for name, each in action.choices.items():
            yield from commands(each, f"{before} {name}")


def test_every_command_is_there() -> None:
    assert [name for name, _ in commands(parser()) if f"`{name}" not in README] == []


def test_every_option_is_there() -> None:
    for name, each in commands(parser()):
        options = {option for action in each._actions for option in action.option_strings if option.startswith("--")}
        missing = {option for option in options - {"--help"} if option not in README}
        assert missing == set(), name


def test_every_command_named_exists() -> None:
    known = {name for name, _ in commands(parser())}
    for line in re.findall(r"python -m bot ([a-z]+(?: [a-z]+)?)", README):
        assert any(name.startswith(line) or line.startswith(name) for name in known), line


def test_every_setting_is_there_with_its_default() -> None:
    assert [name for name in Settings.model_fields if f"`{name.upper()}`" not in README] == []
    for name, field in Settings.model_fields.items():
        default = field.default
        if default not in (None, ()):
            shown = str(default).lower() if isinstance(default, bool) else f"{default}".removesuffix(".0")
            assert f"`{shown}`" in README, name


def test_every_chat_command_is_there() -> None:
    assert [
        each for each in (*RESIDENT_COMMANDS, *OFFICER_COMMANDS, *ADMIN_COMMANDS) if f"`/{each}`" not in README
    ] == []


def test_every_sheet_and_column_is_there() -> None:
    for sheet in SHEETS:
        assert f"{sheet.title} `{sheet.key}`" in README
        for column in sheet.columns:
            star = "*" if column.required else ""
            assert f"{column.title}{star} `{column.key}`" in README, f"{sheet.key}.{column.key}"


def test_every_make_target_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_it_opens_with_a_picture_and_two_commands() -> None:
    opening = README[:1600]
    picture = re.search(r"!\[[^]]+\]\(([^)]+)\)", opening)
    assert picture
    assert (ROOT / picture[1]).is_file()
    assert "make demo" in opening
    assert "make test " in opening


def test_both_commands_for_tests_are_there_and_a_merge_must_pass_all() -> None:
    assert {"make test ", "make test-all "} <= set(re.findall(r"^make test\S* ", README, re.MULTILINE))
    assert re.search("^make test-all$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
