"""Words about where words belong."""

from typing import Final

from bot.domain import addressing_notices as a
from bot.domain.addressing import Side
from bot.texts import parts
from bot.texts.parts import paragraphs, simple, yes_no
from bot.texts.words import Speech, Words


def _which_report(notice: a.WhichReport, words: Words) -> str:
    why = words.html("which-report-why", why=notice.why.value, copied=notice.copied)
    more = words.html("list-more", n=notice.more) if notice.more else ""
    return paragraphs(why, words.html("which-report", officer=yes_no(notice.cases)), more)


def _report_here(notice: a.ReportHere, words: Words) -> str:
    return words.html(
        "report-here",
        number=parts.number(notice, Side.RESIDENT),
        category=words.plain(f"category-{notice.category.value}"),
        place=words.name(notice.place),
        status=words.plain(f"status-{notice.status.value}"),
    )


def _copy_put_back(notice: a.CopyPutBack, words: Words) -> str:
    return words.html("copy-put-back", copied=notice.copied, restored=notice.restored)


SPEECH: Final[Speech] = {
    a.ActsOver: lambda _notice, _words: "",
    a.WhichReport: _which_report,
    a.WordsDropped: simple("words-dropped"),
    a.ReportHere: _report_here,
    a.CopyPutBack: _copy_put_back,
}
