"""The documents promise every command, setting and file format, once, and no other; what they name is there."""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.config import Settings
from bot.services.registry.sheets import SHEETS
from bot.telegram.menu import OFFICER_COMMANDS, RESIDENT_COMMANDS
from bot.texts.admins import COMMANDS as ADMIN_COMMANDS

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "README.md", ROOT / ".github" / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in FILES}
README = TEXTS["README.md"]
COMMANDS, SETTINGS, FORMATS, ARCHITECTURE, RECIPES = (
    TEXTS[name]
    for name in (
        "docs/commands.md",
        "docs/settings.md",
        "docs/files.md",
        "docs/architecture.md",
        ".github/CONTRIBUTING.md",
    )
)
ALL = "\n".join(TEXTS.values())
CHAT_COMMANDS = {"start", *RESIDENT_COMMANDS, *OFFICER_COMMANDS, *ADMIN_COMMANDS}
PATH = r"`((?:bot|handlers|db|locales|tests|docs|\.github|\.ci)/[^`\s]+)`"


def commands(of: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command that can be run, with the words that lead to it."""
    nested = [action for action in of._actions if isinstance(action, argparse._SubParsersAction)]
    if not nested:
        yield before.strip(), of
    for action in nested:
        for name, each in action.choices.items():
            yield from commands(each, f"{before} {name}")


def options(of: argparse.ArgumentParser) -> set[str]:
    found = {option for action in of._actions for option in action.option_strings if option.startswith("--")}
    return found - {"--help"}


def rows(text: str, title: str) -> list[tuple[str, str]]:
    """The first cell and the rest of each row of every table whose first title this is."""
    found: list[tuple[str, str]] = []
    for table in re.findall(rf"^\| {title}.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE):
        for line in table.splitlines():
            first, _, rest = line.strip("| ").partition(" | ")
            found.append((first, rest))
    return found


def quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


# --- the reference ----------------------------------------------------------------------------------------------------


def test_every_command_is_there_once_and_no_other() -> None:
    told = [each for first, _ in rows(COMMANDS, r"command \(") for each in quoted(first)]
    named = Counter(found[0] for each in told if (found := re.match(r"[a-z]+(?: [a-z]+)?", each)))
    assert named == Counter(name for name, _ in commands(parser()))


def test_every_option_is_there_and_no_other() -> None:
    for name, each in commands(parser()):
        assert {option for option in options(each) if option not in ALL} == set(), name
    known = {option for _, each in commands(parser()) for option in options(each)}
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", ALL)) <= known


def test_every_command_named_exists() -> None:
    known = {name for name, _ in commands(parser())}
    for line in re.findall(r"python -m bot ([a-z]+(?: [a-z]+)?)", ALL):
        assert any(name.startswith(line) or line.startswith(name) for name in known), line


def test_every_setting_is_there_once_with_its_default_and_no_other() -> None:
    told = {name: rest for first, rest in rows(SETTINGS, "setting") for name in quoted(first)}
    assert Counter(quoted(" ".join(first for first, _ in rows(SETTINGS, "setting")))) == Counter(
        name.upper() for name in Settings.model_fields
    )
    for name, field in Settings.model_fields.items():
        default = field.default
        if default not in (None, (), ""):
            shown = str(default).lower() if isinstance(default, bool) else f"{default}".removesuffix(".0")
            assert f"`{shown}`" in told[name.upper()], name


def test_every_chat_command_is_there_and_no_other() -> None:
    told = {each.split()[0].removeprefix("/") for first, _ in rows(COMMANDS, r"command \|") for each in quoted(first)}
    assert told == CHAT_COMMANDS
    assert set(re.findall(r"`/([a-z]+)", ALL)) <= CHAT_COMMANDS


def test_every_sheet_and_column_is_there_and_no_other() -> None:
    told = dict(rows(FORMATS, "sheet"))
    assert set(told) == {f"{sheet.title} `{sheet.key}`" for sheet in SHEETS}
    for sheet in SHEETS:
        cell = told[f"{sheet.title} `{sheet.key}`"]
        assert quoted(cell) == [column.key for column in sheet.columns]
        for column in sheet.columns:
            star = "*" if column.required else ""
            assert f"{column.title}{star} `{column.key}`" in cell, f"{sheet.key}.{column.key}"


# --- what is named is there -------------------------------------------------------------------------------------------


def test_every_make_target_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^)make ([a-z-]+)", ALL, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("name", TEXTS)
def test_every_path_named_exists(name: str) -> None:
    assert [path for path in re.findall(PATH, TEXTS[name]) if not list(ROOT.glob(path))] == []


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_named_behind_a_path_stands_in_that_file(name: str) -> None:
    """`bot/domain/moves.py` (`MOVES`)"""
    for path, inside in re.findall(PATH + r"\s\(([^()]*)\)", TEXTS[name]):
        code = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.glob(path) if file.is_file())
        for each in quoted(inside):
            assert "/" in each or re.search(rf"\b{re.escape(each)}\b", code), f"{path}: {each}"


def headings(text: str) -> set[str]:
    """As links name them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", TEXTS[name]):
        if target.startswith("https://"):
            continue
        path, _, heading = target.partition("#")
        file = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert file.is_file(), target
        assert not heading or heading in headings(file.read_text(encoding="utf-8")), target


def test_the_floors_are_those_that_are_kept() -> None:
    rules = ConfigParser()
    rules.read(ROOT / ".importlinter", encoding="utf-8")
    told = re.search(r"^## Floors\n.*?^```\n(.*?)^```$", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert told
    assert told[1].split("\n")[:-1] == rules["importlinter:contract:floors"]["layers"].split("\n")[1:]


def test_there_is_a_recipe_for_whatever_is_added_often() -> None:
    told = set(re.findall(r"^\*\*An? ([a-z ]+)\.\*\*", RECIPES, re.MULTILINE))
    assert {"command", "notice", "button", "job", "table", "directory field", "language"} <= told


# --- the door ---------------------------------------------------------------------------------------------------------


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


def test_it_is_short_and_leads_to_all_the_rest() -> None:
    assert len(README.splitlines()) <= 120
    linked = set(re.findall(r"\]\(([^)#\s]+)\)", README))
    assert set(TEXTS) - {"README.md"} <= linked
