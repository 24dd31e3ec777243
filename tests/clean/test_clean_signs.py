"""The features of lines: found once for all that read alike, apart from what the markup says of each."""

from __future__ import annotations

from shanqu.clean.lines import Line, split
from shanqu.clean.signs import looks_of, signs, unmarked
from shanqu.model import LineHint, Page

TEXT = "返回首页\n来源：山里网\n来源:山里网\n返回首页\n"


def test_lines_that_read_alike_share_their_features() -> None:
    first, full, half, again = signs(split(Page("p", TEXT, "utf-8", ""), annotated=False))
    assert first is again
    assert (full.line.norm, full.line.text) == (half.line.norm, "来源：山里网")
    assert half.line.text == "来源:山里网"


def test_what_the_markup_says_is_the_line_s_own_and_can_be_left_out() -> None:
    page = Page("p", TEXT, "utf-8", "", hints=(LineHint(0, 5, "nav", 1.0),))
    linked, *_, plain = signs(split(page, annotated=False))
    assert (linked.line.tag, plain.line.tag) == ("nav", "")
    assert (unmarked(linked).line.tag, unmarked(linked).rule) == ("", linked.rule)
    assert unmarked(plain) is plain


def test_a_line_without_a_tag_can_be_marked_up_all_the_same() -> None:
    chosen = Line(0, 5, "返回首页", "返回首页", chosen=("density",))
    assert signs([chosen])[0].line is chosen


def test_what_a_line_looks_like_does_not_hang_on_the_lines_it_is_read_with() -> None:
    lines = split(
        Page("p", TEXT + "竹林里的第12台新机器\n今年的竹子卖得比去年好。\n", "utf-8", ""),
        annotated=False,
    )
    together = signs(lines)
    for line, sign in zip(lines, together, strict=True):
        (alone,) = signs([line])
        assert (alone.han, alone.prose, alone.rule) == (sign.han, sign.prose, sign.rule)
    assert [look.form for look in looks_of(together)] == ["", "", "", "", "竹林里的第0台新机器", ""]
