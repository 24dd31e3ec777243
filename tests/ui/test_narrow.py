"""At 80 columns and fewer nothing is cut that there is room for, and no room is left empty."""

from __future__ import annotations

import pytest

from shanqu.i18n import set_language
from shanqu.query import Evidence, QuerySyntaxError, parse
from shanqu.query.matrix_shapes import Figure, Mark, MatrixCell, MatrixRow
from shanqu.query.profile_shapes import Item
from shanqu.text.width import text_width
from shanqu.ui.matrix_layout import cell_lines, label_lines
from shanqu.ui.screens.help import FILTERS
from shanqu.ui.widgets.profile_list import widths_of

_SENTENCE = Evidence(1, "标题", None, None, None, "在遂昌落户了两家企业。", (), 0, 11, 0)


@pytest.fixture
def row() -> MatrixRow:
    return MatrixRow(
        "started", "investment", "开工、投产与完工", (MatrixCell(),), unequal=("scope", "status", "period")
    )


def test_a_long_label_and_what_its_row_is_unlike_in_go_on_below(row):
    lines = label_lines(row, 14)
    assert all(text_width(line) <= 14 for line in lines)
    assert "".join(lines) == "开工、投产与完工≁ 范围 状态时期"
    assert label_lines(row, 20) == ["开工、投产与完工", "≁ 范围 状态 时期"]


@pytest.mark.parametrize("width", [17, 18, 21, 24, 30])
def test_the_marks_of_no_figure_are_cut_and_what_it_is_about_not_without_a_sign(width):
    marks = (Mark("period", "去年(2023)"), Mark("scope", "园区"), Mark("status", "预计"))
    figures = tuple(
        Figure(text, "产值", about=about, kind="level", value=1.0, marks=marks)
        for text, about in (("96.4亿元", "甲乙新城"), ("约1,234.56亿元", "丙丁新城"), ("五年翻番", ""))
    )
    lines = cell_lines(MatrixCell("value", figures), width)
    said = [" ".join(filter(None, (line.text, line.note))) for line in lines]
    assert sum(said_of.count("去年(2023)") for said_of in said) == 3
    for line in lines:
        room = width - text_width(line.text) - 1
        shown = (
            line.note if text_width(line.note) <= room + (not line.text) else line.note[: max(0, room - 1)]
        )
        assert all(mark.text in shown for mark in marks if mark.text in line.note), (line, width)
        assert not line.note or room >= 3


def test_where_no_entry_has_more_to_say_the_sentence_takes_the_room():
    names = [Item("数字经济", _SENTENCE), Item("天工之城·数字绿谷", _SENTENCE)]
    assert widths_of(names, 79) == (17, 0)
    dated = [*names, Item("签约", _SENTENCE, "浙江某科技有限公司", date="2024-05-03")]
    assert widths_of(dated, 79) == (17, 17)


async def test_help_goes_on_beside_its_keys_and_the_keys_of_lists_move_in_it(browser):
    async with browser((80, 24)) as shanqu:
        set_language("en")
        await shanqu.press("question_mark")
        shown = "\n".join(str(part.render()) for part in shanqu.app.screen.query(".help-rows"))
        assert all(text_width(line) <= 77 for line in shown.splitlines())
        assert f"\n{'':<19}cell rests on\n" in shown
        text = shanqu.widget("#help")
        await shanqu.press("space", "j")
        assert text.scroll_offset.y > 10
        await shanqu.press("G")
        assert text.scroll_offset.y == text.max_scroll_y
        await shanqu.press("g", "escape")
        assert shanqu.app.screen is shanqu.app.browse


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_of_filters_in_the_help_can_be_typed(language):
    from shanqu.i18n import _

    set_language(language)
    for example, _said in FILTERS:
        for query in _(example).split("  "):
            try:
                parse(" ".join(f"{part}遂昌" if part.endswith(":") else part for part in query.split()))
            except QuerySyntaxError as error:
                assert error.field == "" and "@" in query, query


async def test_a_sentence_that_names_several_companies_is_shown_once(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.compare("sc", "xianju")
        await shanqu.press("slash", *"企业名录", "enter")
        await shanqu.press("enter")
        shown = shanqu.text("#sentences")
        assert shown.count("落户了阿里云、网易等20多家") == 1
        current = shanqu.widget("#sentences").current
        assert len(current.hits) == 2


async def test_the_cell_under_the_cursor_is_marked_without_colour(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.compare("sc", "xianju")
        matrix = shanqu.widget("#matrix")

        def marks() -> list[int]:
            line = matrix.draw(matrix.cursor, 0, 80, True).text
            return [at for at, char in enumerate(line) if char == "▌"]

        before = marks()
        await shanqu.press("l")
        assert len(before) == len(marks()) == 2
        assert before[0] == marks()[0] == 0 and before[1] < marks()[1]
