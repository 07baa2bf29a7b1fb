"""What stands above words that somebody wrote: whose they are, and where they come from when they are not that
person's own."""

from bot.domain.addressing import Side
from bot.domain.marked import NOTHING, Marked, joined, utf16, whole
from bot.domain.notices import Relayed
from bot.domain.provenance import Origin, Quote
from bot.domain.reports import Incoming
from bot.texts.parts import href
from bot.texts.reports import relayed
from bot.texts.words import Words


def head(notice: Relayed, words: Words) -> Marked:
    """Whose it is, and of which report: above every message, so that nobody can write one for somebody else, and so
    that a reply brings it back."""
    line = whole(relayed(notice, words), "bold")
    if not notice.ref:
        return line
    side = Side.RESIDENT if notice.sender or notice.unnamed else Side.OFFICER
    number = str(notice.number)
    start = utf16(line.text[: line.text.rindex(number)])
    link = {"type": "text_link", "offset": start, "length": len(number), "url": href(notice.ref, side)}
    return Marked(line.text, (*line.entities, link))


def lead(notice: Relayed, incoming: Incoming, words: Words, *, quoted: bool) -> Marked:
    """The head, where the words were forwarded from, and the words they answer unless `quoted` (Telegram shows
    them)."""
    forwarded = whole(_forwarded(incoming.forwarded, words), "italic") if incoming.forwarded else NOTHING
    quote = whole(_quoted(incoming.quote, words), "italic") if incoming.quote and not quoted else NOTHING
    return joined((head(notice, words), forwarded, quote))


def _forwarded(origin: Origin, words: Words) -> str:
    return words.plain("relayed-forwarded", origin=origin.kind.value, title=origin.title)


def _quoted(quote: Quote, words: Words) -> str:
    text = " ".join(quote.text.split())
    if quote.elsewhere is None:
        return words.plain("relayed-quoted", words=text)
    origin = quote.elsewhere
    if not text:
        return words.plain("relayed-answers-elsewhere", origin=origin.kind.value, title=origin.title)
    return words.plain("relayed-quoted-elsewhere", origin=origin.kind.value, title=origin.title, words=text)
