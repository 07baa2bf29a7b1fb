"""HTML parse mode: what Telegram makes of it, and how it refuses."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.html_text import TAGS, parse_html
from bot.sandbox.texts import Words, formatted
from bot.sandbox.utf16 import Ruler, cut, units

WRITTEN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))
SIMPLE = sorted(tag for tag in TAGS if tag not in {"a", "span", "tg-emoji", "pre", "code", "blockquote"})


@given(WRITTEN)
def test_escaped_text_comes_back_whole(text: str) -> None:
    assert parse_html(escape(text, quote=False)) == (text, [])


@given(WRITTEN)
def test_any_text_is_parsed_or_refused_in_telegrams_words(text: str) -> None:
    refusals = []
    try:
        parse_html(text)
    except ApiError as refusal:
        refusals.append(refusal.description)
    assert all(words.startswith("Bad Request: can't parse entities: ") for words in refusals)


@given(st.lists(st.tuples(st.sampled_from([None, *SIMPLE]), st.text("aї😀 <&>", min_size=1)), max_size=8))
def test_offsets_are_utf16(parts: list[tuple[str | None, str]]) -> None:
    source = "".join(f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text) for tag, text in parts)
    text, entities = parse_html(source)
    assert text == "".join(text for _, text in parts)
    marked = [(TAGS[tag], text) for tag, text in parts if tag]
    assert [(e["type"], cut(text, e["offset"], e["length"])) for e in entities] == marked


@given(WRITTEN)
def test_ruler_measures_like_utf16(text: str) -> None:
    ruler = Ruler(text)
    for position in range(len(text) + 1):
        offset = ruler.offset(position)
        assert offset == len(text[:position].encode("utf-16-le")) // 2
        assert ruler.position(offset) == position
    assert units(text) == ruler.offset(len(text))


@given(WRITTEN)
def test_trimming_keeps_entities_on_their_words(text: str) -> None:
    bare, entities = formatted(Words(f"  <b>{escape(text)}</b>\n", "HTML"), lambda _: None)
    assert bare == text.strip()
    for entity in entities:
        assert entity["offset"] >= 0
        assert entity["offset"] + entity["length"] <= units(bare)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2, {}), ("italic", 1, 1, {})]),
        ("<strong>x</strong><em>y</em>", "xy", [("bold", 0, 1, {}), ("italic", 1, 1, {})]),
        ("😀<u>ї</u>", "😀ї", [("underline", 2, 1, {})]),
        ("<ins>a</ins><s>b</s>", "ab", [("underline", 0, 1, {}), ("strikethrough", 1, 1, {})]),
        ("<strike>c</strike><del>d</del>", "cd", [("strikethrough", 0, 1, {}), ("strikethrough", 1, 1, {})]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1, {})]),
        ("<tg-spoiler>b</tg-spoiler>", "b", [("spoiler", 0, 1, {})]),
        ("<code>a</code><pre>b</pre>", "ab", [("code", 0, 1, {}), ("pre", 1, 1, {})]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1, {"language": "python"})]),
        ('<a href="https://example.org">x</a>', "x", [("text_link", 0, 1, {"url": "https://example.org/"})]),
        ("<a>example.org/x</a>", "example.org/x", [("text_link", 0, 13, {"url": "http://example.org/x"})]),
        ('<a href="tel:102">102</a>', "102", []),
        ('<a href="tg://user?id=7">Я</a>', "Я", [("text_mention", 0, 1, {"user": {"id": 7}})]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1, {})]),
        ("<blockquote expandable>b</blockquote>", "b", [("expandable_blockquote", 0, 1, {})]),
        ('<tg-emoji emoji-id="5368">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2, {"custom_emoji_id": "5368"})]),
        ("<b></b>a", "a", []),
        ("<B>a</b>", "a", [("bold", 0, 1, {})]),
        ("&lt;&amp;&gt;&quot;&#1111;&#x457;&nbsp;& ", '<&>"її&nbsp;& ', []),
        ("<b>a</>", "a", [("bold", 0, 1, {})]),
    ],
)  # fmt: skip
def test_markup(source: str, text: str, entities: list[tuple[str, int, int, dict[str, object]]]) -> None:
    expected = [{"type": kind, "offset": at, "length": length, **more} for kind, at, length, more in entities]
    assert parse_html(source) == (text, expected)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>ї", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ї</b>", "Unexpected end tag at byte offset 2"),
        ("<b>ї</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("<font>x</font>", 'Unsupported start tag "font" at byte offset 0'),
        ("3 < 5 ї", 'Unsupported start tag "" at byte offset 2'),
        ("ї <b", "Unclosed start tag at byte offset 3"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_refusals(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"
