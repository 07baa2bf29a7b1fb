"""Words of the directory: files that were sent, going back."""

from collections.abc import Iterable
from typing import Final

from bot.domain import registry_notices as r
from bot.domain.acts.directory import BackAct, BackPage, BackStep, ImportAct, ImportStep
from bot.texts.buttons import Button, Face, Faces, Offer, button, keyboard, turning
from bot.texts.parts import lines, moment, page_line, paragraphs, simple, yes_no
from bot.texts.words import Words

ROOM: Final = 700
"""Characters of a caption that faults may take."""


def counts(found: Iterable[r.KindCount], words: Words) -> str:
    """One line for each kind that changes."""
    return lines(
        words.html(
            "directory-counts",
            kind=words.plain(f"registry-kind-{each.kind.value}"),
            added=str(each.added),
            changed=str(each.changed),
            retired=str(each.retired),
        )
        for each in found
        if each.added or each.changed or each.retired
    )


def fault(found: r.FaultWords, words: Words) -> str:
    """Where, and why."""
    reason = words.plain(f"registry-error-{found.code}", **dict(found.fields))
    where = {"sheet": found.sheet, "line": str(found.line or ""), "column": found.column}
    depth = "cell" if found.line and found.column else "line" if found.line else "sheet" if found.sheet else "file"
    return words.html(f"registry-at-{depth}", reason=reason, **where)


def _checked(notice: r.ImportChecked, words: Words) -> str:
    return paragraphs(
        words.html("import-moved") if notice.moved else "",
        words.html("import-checked", name=notice.name, part=yes_no(notice.part)),
        counts(notice.counts, words),
        words.html("import-checked-how"),
    )


def _faulty(notice: r.ImportFaulty, words: Words) -> str:
    shown: list[str] = []
    for each in notice.first:
        line = f"• {fault(each, words)}"
        if sum(map(len, shown)) + len(line) <= ROOM:
            shown.append(line)
    rest = notice.total - len(shown)
    return paragraphs(
        words.html("import-faulty", name=notice.name, n=notice.total),
        lines(shown),
        words.html("import-faulty-rest", n=rest) if rest else "",
    )


def _same(notice: r.ImportSame, words: Words) -> str:
    return words.html("import-same", name=notice.name)


def _applied(notice: r.ImportApplied, words: Words) -> str:
    number = str(notice.generation)
    return paragraphs(words.html("import-applied", name=notice.name, number=number), counts(notice.counts, words))


def _discarded(notice: r.ImportDiscarded, words: Words) -> str:
    return words.html("import-discarded", name=notice.name)


def _history(notice: r.DirectoryHistory, words: Words) -> str:
    if not notice.items:
        return words.html("directory-history-none")
    listed = (past(each, words) for each in notice.items)
    how = words.html("directory-history-how")
    return paragraphs(words.html("directory-history"), "\n\n".join(listed), page_line(notice, words), how)


def past(found: r.PastWords, words: Words) -> str:
    """«№ 12 · 22.11.2026 10:00 · Ірина: файл registry.xlsx», and what it changed."""
    head = words.html(
        "directory-history-line",
        number=str(found.generation),
        at=moment(found.at),
        who=found.admin or words.plain("directory-history-terminal"),
        what=_what(found, words),
    )
    return lines((head, counts(found.counts, words)))


def _what(found: r.PastWords, words: Words) -> str:
    kind, _, code = found.label.partition(":")
    if found.how.value == "edit" and code:
        return words.plain("directory-history-edit", kind=kind, code=code)
    return words.plain(f"directory-history-{found.how.value}", label=found.label)


def _confirm(notice: r.ConfirmRollback, words: Words) -> str:
    changed = counts(notice.counts, words) or words.html("rollback-nothing")
    number = str(notice.generation)
    return paragraphs(words.html("rollback-confirm", number=number, n=notice.undone), changed)


def _rolled_back(notice: r.RolledBack, words: Words) -> str:
    number = str(notice.generation)
    return paragraphs(words.html("rolled-back", number=number), counts(notice.counts, words))


def _checked_offer(notice: r.ImportChecked, words: Words) -> Offer:
    number = notice.check_id
    return keyboard(
        [button(words, "import-apply", ImportAct(check_id=number, step=ImportStep.APPLY))],
        [button(words, "import-discard", ImportAct(check_id=number, step=ImportStep.DISCARD))],
    )


def _history_offer(notice: r.DirectoryHistory, words: Words) -> Offer | None:
    rows = [
        [
            Button(
                words.plain("button-rollback-before", number=str(item.generation)),
                BackAct(generation=item.generation, seen=notice.newest, step=BackStep.SHOW),
            )
        ]
        for item in notice.items
    ]
    return keyboard(*rows, turning(notice, words, lambda page: BackPage(number=page))) if rows else None


def _confirm_offer(notice: r.ConfirmRollback, words: Words) -> Offer:
    common = {"generation": notice.generation, "seen": notice.newest}
    return keyboard(
        [button(words, "rollback-do", BackAct(**common, step=BackStep.DO))],
        [button(words, "keep-as-is", BackAct(**common, step=BackStep.DROP))],
    )


FACES: Final[Faces] = {
    r.TemplateFile: Face(simple("template-file")),
    r.RegistryFile: Face(simple("registry-file")),
    r.ImportChecked: Face(_checked, _checked_offer),
    r.ImportFaulty: Face(_faulty),
    r.ImportSame: Face(_same),
    r.ImportApplied: Face(_applied),
    r.ImportDiscarded: Face(_discarded),
    r.ImportHow: Face(simple("import-how")),
    r.DirectoryHistory: Face(_history, _history_offer),
    r.ConfirmRollback: Face(_confirm, _confirm_offer),
    r.RolledBack: Face(_rolled_back),
    r.RollbackDropped: Face(simple("rollback-dropped")),
}
