"""Formatting stays on the same visible characters, whatever is done to the words."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.marked import Marked, joined, utf16, whole

LETTERS = ["а", "b", " ", "\n", "👮", "👨\u200d👩\u200d👧", "🇺🇦", "é", "❤️", "\u0000", "слово "]
texts = st.lists(st.sampled_from(LETTERS), max_size=40).map("".join)


@st.composite
def marked(draw: st.DrawFn) -> Marked:
    """Any words with any formatting on whole characters, overlapping or not."""
    text = draw(texts)
    units = [0, *accumulate(utf16(each) for each in text)]
    edges = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(edges, edges), max_size=5))
    found = [(min(span), max(span)) for span in spans if span[0] != span[1]]
    return Marked(text, [{"type": "bold", "offset": units[b], "length": units[e] - units[b]} for b, e in found])


def covered(words: Marked) -> list[str]:
    """What each entity stands on; fails when it ends behind the text or inside a character."""
    raw = words.text.encode("utf-16-le")
    ends = [each["offset"] + each["length"] for each in words.entities]
    assert all(end * 2 <= len(raw) for end in ends)
    return [
        raw[each["offset"] * 2 : end * 2].decode("utf-16-le") for each, end in zip(words.entities, ends, strict=True)
    ]


@given(marked(), st.data())
def test_what_is_taken_out_is_taken_out_of_the_formatting_too(words: Marked, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.integers(0, max(len(words.text) - 1, 0)), max_size=8)) if words.text else set()
    edited = words.edited([(each, each + 1, "") for each in sorted(gone)])
    assert edited.text == "".join(each for n, each in enumerate(words.text) if n not in gone)
    starts = {unit: n for n, unit in enumerate(accumulate((utf16(each) for each in words.text), initial=0))}
    kept = [
        "".join(words.text[n] for n in range(starts[e["offset"]], starts[e["offset"] + e["length"]]) if n not in gone)
        for e in words.entities
    ]
    assert covered(edited) == [each for each in kept if each]


@given(marked(), st.integers(0, 40), st.text(max_size=4))
def test_what_is_put_in_belongs_to_what_is_around_it(words: Marked, place: int, new: str) -> None:
    place = min(place, len(words.text))
    edited = words.edited([(place, place, new)])
    assert edited.text == words.text[:place] + new + words.text[place:]
    at = utf16(words.text[:place])
    for before, after in zip(words.entities, covered(edited), strict=True):
        around = before["offset"] < at < before["offset"] + before["length"]
        assert utf16(after) == before["length"] + (utf16(new) if around else 0)


@given(marked(), st.integers(1, 60))
def test_parts_are_the_whole(words: Marked, most: int) -> None:
    most = max(most, 2)
    parts = words.divided(most)
    assert "".join(each.text for each in parts) == words.text
    assert all(each.length <= most for each in parts)
    assert sum(map(utf16, (said for each in parts for said in covered(each)))) == sum(
        each["length"] for each in words.entities
    )


def test_a_long_text_is_divided_between_its_words() -> None:
    text = "довге слово " * 100
    parts = Marked(text).divided(50)
    assert all(each.text.endswith(" ") for each in parts)
    family = "👨\u200d👩\u200d👧"
    assert [each.text for each in Marked(family * 3).divided(10)] == [family] * 3


@given(marked(), marked())
def test_what_is_joined_keeps_its_own(one: Marked, other: Marked) -> None:
    both = joined((whole("Заголовок", "italic"), one, other))
    assert covered(both) == ["Заголовок", *covered(one), *covered(other)]
