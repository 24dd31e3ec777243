"""The bottom line: hints, what is the matter, and how it is with what is read."""

from __future__ import annotations

import pytest


async def test_the_state_is_never_cut_to_make_room_for_a_hint(browser):
    for width in range(60, 130, 7):
        async with browser((width, 24)) as shanqu:
            line = shanqu.text("#bottom")
            assert "…" not in line
            assert line.endswith(shanqu.widget("#bottom").state.split(" · ")[0]) or "处" in line


async def test_the_state_gives_way_part_by_part_and_the_way_to_the_help_stays(browser):
    async with browser((80, 24)) as shanqu:
        bottom = shanqu.widget("#bottom")
        bottom.state = "3/12 · 甲乙丙丁戊己庚辛壬癸 · 子丑寅卯辰巳午未申酉戌亥"
        assert shanqu.text("#bottom").endswith("3/12 · 甲乙丙丁戊己庚辛壬癸")
    async with browser((30, 12)) as shanqu:
        shanqu.widget("#bottom").state = "3/12 · 甲乙丙丁戊己庚辛壬癸"
        assert shanqu.text("#bottom").startswith(" ? 帮助") and shanqu.text("#bottom").endswith("3/12")


async def test_what_goes_wrong_is_told_whole_and_the_state_gives_way(browser):
    async with browser((80, 24)) as shanqu:
        said = "甲" * 35
        shanqu.widget("#bottom").state = "3/12 · 去掉 142 字 5 处"
        shanqu.widget("#bottom").flash(said)
        assert said in shanqu.text("#bottom")


async def test_a_mistake_in_the_filter_is_no_longer_told_when_it_is_mended(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.press("slash")
        await shanqu.type("amount>abc")
        assert "abc" in shanqu.text("#bottom")
        await shanqu.press("ctrl+u")
        assert not shanqu.widget("#bottom").message


@pytest.mark.parametrize("keys", [("f",), ("tab", "f")])
async def test_while_something_is_sought_its_hits_are_counted_beside_it(browser, keys):
    async with browser((80, 24)) as shanqu:
        await shanqu.press(*keys)
        await shanqu.type("遂昌")
        count = shanqu.widget("#bottom").state.split(" · ")[0]
        assert count.startswith("1/") and str(shanqu.widget("#question-aside").render()) == count


async def test_what_is_told_while_a_line_is_asked_for_stands_beside_it(browser):
    async with browser((80, 24)) as shanqu:
        await shanqu.press("a")
        assert str(shanqu.widget("#question-aside").render()) == ""
        shanqu.widget("#bottom").flash("磁盘已满")
        await shanqu.settle()
        assert str(shanqu.widget("#question-aside").render()) == "磁盘已满"


async def test_keys_for_copies_are_not_hinted_where_there_are_none(browser):
    async with browser((200, 24)) as shanqu:
        assert "t 折叠" not in shanqu.text("#bottom") and "D 转载" not in shanqu.text("#bottom")
        await shanqu.press("tab", "tab", "e")
        assert "t 折叠" not in shanqu.text("#bottom")
        await shanqu.press("q", "w")
        assert "t 折叠" not in shanqu.text("#bottom")
