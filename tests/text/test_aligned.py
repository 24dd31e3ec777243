"""Edited text that leads back to the page."""

from hypothesis import given
from hypothesis import strategies as st

from shanqu.model import Edit
from shanqu.text.aligned import align, strip_span
from shanqu.text.simplified import TRADITIONAL

PAGE = "全球蕞大,居温州头部、全省第二"
EDITS = (Edit(2, 3, "蕞", "最", "swap"), Edit(8, 10, "头部", "第一", "rank"))


def test_edits_are_applied_and_found_again_in_the_page() -> None:
    aligned = align(PAGE, 0, len(PAGE), EDITS)
    assert aligned.text == "全球最大,居温州第一、全省第二"
    at = aligned.text.index("第一")
    start, end = aligned.to_page(at, at + 2)
    assert PAGE[start:end] == "头部"


def test_a_page_span_is_found_in_the_edited_text() -> None:
    aligned = align(PAGE, 5, len(PAGE), (Edit(8, 10, "头部", "第 一", "rank"),))
    low, high = aligned.from_page(8, 10)
    assert aligned.text[low:high] == "第 一"


def test_an_edit_across_the_border_is_left_out() -> None:
    assert align(PAGE, 0, 9, EDITS).text == "全球最大,居温州头"


def test_simplified_characters_reach_the_border() -> None:
    edits = (Edit(4, 7, "產業對", "产业对", TRADITIONAL),)
    assert align("汽車零件產業對接", 4, 6, edits).text == "产业"
    assert align("汽車零件產業對接", 5, 8, edits).text == "业对接"


def test_a_deleting_edit_leaves_no_character() -> None:
    aligned = align("開發(fā)區", 0, 7, (Edit(2, 6, "(fā)", "", "pinyin"),))
    assert aligned.text == "開發區"
    assert aligned.to_page(0, 3) == (0, 7)


def test_blanks_are_stripped_from_both_ends_of_a_span() -> None:
    assert strip_span("\n  山区 \n", 0, 7) == (3, 5)
    assert strip_span("   ", 0, 3) == (0, 0)


@st.composite
def edited_pages(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    text = draw(st.text(alphabet="山区县abc", min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = tuple(
        Edit(start, end, text[start:end], draw(st.text(alphabet="最第一", max_size=3)), "test")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    )
    return text, edits


@given(edited_pages())
def test_undoing_the_edits_gives_the_page_back(page: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = page
    aligned = align(text, 0, len(text), edits)
    undone, at = [], 0
    for edit in edits:
        undone.append(text[at : edit.start])
        undone.append(edit.before)
        at = edit.end
    assert "".join([*undone, text[at:]]) == text
    assert len(aligned.text) == len(aligned.starts) == len(aligned.ends)
    assert all(a <= b for a, b in zip(aligned.starts, aligned.starts[1:], strict=False))
    for edit in edits:
        if edit.after:
            low, high = aligned.from_page(edit.start, edit.end)
            assert aligned.text[low:high] == edit.after
