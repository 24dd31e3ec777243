"""What a reposter changed, and which copy to show."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from shanqu.text.copies import Copy, best_first
from shanqu.text.diff import Piece, diff

FIRST = "这里有全球最大的工厂。去年产值达12.5亿元,增长两成。\n第二段没有变化。\n最后一段被删去了。"
OTHER = "这里有全球蕞大的工厂。去年产值达12.5亿元,增长三成。\n第二段没有变化。\n本文由某网转载。"


def test_changed_characters_stand_between_what_stayed() -> None:
    first, second, third = diff(FIRST, OTHER)
    assert first == (
        Piece("same", "这里有全球"),
        Piece("removed", "最"),
        Piece("added", "蕞"),
        Piece("same", "大的工厂。去年产值达12.5亿元,增长"),
        Piece("removed", "两"),
        Piece("added", "三"),
        Piece("same", "成。\n"),
    )
    assert second == (Piece("same", "第二段没有变化。\n"),)
    assert third == (Piece("added", "本文由某网转载。"), Piece("removed", "最后一段被删去了。")) or {
        piece.kind for piece in third
    } == {"added", "removed"}


def test_numbers_are_told_whole() -> None:
    (line,) = diff("总投资12.5亿元的项目已经开工。", "总投资13.5亿元的项目已经开工。")
    assert Piece("removed", "12.5") in line and Piece("added", "13.5") in line


def test_paragraphs_that_were_run_together_show_the_lost_break() -> None:
    (line,) = diff("第一段说完了。\n第二段接着说。", "第一段说完了。第二段接着说。")
    assert [piece.kind for piece in line] == ["same", "removed", "same"]
    assert line[1].text == "\n"


def test_unrelated_sentences_are_not_mixed() -> None:
    (line,) = diff("遂昌的天工之城落户二十家企业。", "仙居的医疗产业园签约十个项目了吗?")
    assert {piece.kind for piece in line} == {"added", "removed"}


TEXTS = st.lists(
    st.sampled_from(
        ["最大的企业。", "蕞大的企业。", "增长10%,", "增长11%,", "\n", "遂昌县", "“好。”", "a b", "。"]
    )
    | st.text(max_size=4),
    max_size=30,
).map("".join)


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=200)
def test_both_texts_can_be_put_together_again(first: str, other: str) -> None:
    pieces = [piece for line in diff(first, other) for piece in line]
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == first
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == other


def test_the_copy_to_show_is_the_whole_original_with_the_fewest_edits() -> None:
    copies = [
        Copy(1, 2000, edits=5, meaning="repost", published="2024-09-26"),
        Copy(2, 1980, edits=0, meaning="original", published="2021-07-12"),
        Copy(3, 600, edits=0, meaning="original", published="2021-07-12"),
        Copy(4, 2100, edits=0, meaning="original", published="2021-07-12", warnings=("scrambled",)),
        Copy(5, 1990, edits=0, meaning=None, published="--07-12"),
        Copy(6, 1985, edits=0, meaning=None, published="2021-07-13"),
    ]
    assert [copy.id for copy in best_first(copies)] == [2, 6, 5, 1, 3, 4]
    assert best_first([]) == []
