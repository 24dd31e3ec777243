"""The entities: grouped with counts, filtering, marking, sentences."""

import shutil

from shanqu.query.shapes import EntityRow
from shanqu.ui.widgets.entity_list import Group


async def choose(shanqu, name: str) -> None:
    """Put the cursor of the entity pane on an entity."""
    pane = shanqu.widget("#entities")
    pane.focus()
    await shanqu.press("g")
    for _ in range(200):
        if pane.current is not None and pane.current.canonical == name:
            return
        await shanqu.press("j")
    raise AssertionError(f"{name} is not in the pane")


async def test_counties_come_first_and_mountain_counties_are_marked(browser):
    async with browser() as shanqu:
        lines = shanqu.lines("#entities")
        assert lines[0].startswith("县市区")
        assert any("▲ 遂昌县" in line for line in lines)
        assert any(" 上虞区" in line and "▲" not in line for line in lines)


async def test_entities_are_grouped_by_kind_with_counts(browser):
    async with browser((120, 140)) as shanqu:
        text = shanqu.text("#entities")
        for heading in ("企业", "园区", "机构", "人物", "项目", "产业"):
            assert f"\n{heading} " in text
        suichang = next(line for line in shanqu.lines("#entities") if "遂昌县" in line)
        articles, mentions = suichang.split()[-2:]
        assert (int(articles), int(mentions) > 10) == (2, True)


async def test_enter_filters_the_list_and_marks_the_mentions(browser):
    async with browser() as shanqu:
        await choose(shanqu, "遂昌县")
        await shanqu.press("enter")
        assert shanqu.widget("#list").count() == 2
        assert "●" in str(shanqu.widget("#chosen").render())
        position, hits = shanqu.widget("#reader").position
        assert position == 1 and hits >= 1
        await shanqu.press("enter")
        assert shanqu.widget("#list").count() == 5


async def test_n_walks_the_marked_mentions(browser):
    async with browser() as shanqu:
        await choose(shanqu, "遂昌县")
        await shanqu.press("enter", "J")
        hits = shanqu.widget("#reader").position[1]
        assert hits > 10
        await shanqu.press("n", "n")
        assert shanqu.widget("#reader").position == (2, hits)
        await shanqu.press("N")
        assert shanqu.widget("#reader").position == (1, hits)


async def test_the_entity_under_the_cursor_is_marked_before_it_is_chosen(browser):
    async with browser() as shanqu:
        await choose(shanqu, "景宁畲族自治县")
        assert shanqu.widget("#reader").position[1] >= 3


async def test_the_mentions_of_a_renamed_entity_are_marked(browser, seeds_library, tmp_path):
    own = shutil.copytree(seeds_library, tmp_path / "library")
    async with browser(library=own) as shanqu:
        await choose(shanqu, "景宁畲族自治县")
        await shanqu.press("enter")
        hits = shanqu.widget("#reader").position[1]
        await shanqu.press("R")
        shanqu.widget("#answer").value = "新名"
        await shanqu.press("enter")
        assert hits >= 3
        assert "新名" in str(shanqu.widget("#chosen").render())
        assert shanqu.widget("#reader").position[1] == hits


async def test_e_shows_all_sentences_and_enter_opens_the_article_there(browser):
    async with browser() as shanqu:
        await choose(shanqu, "遂昌县")
        await shanqu.press("e")
        sentences = shanqu.text("#sentences")
        assert "浙江县域经济观察" in sentences
        assert "借力发展" in sentences
        await shanqu.press("G", "enter")
        await shanqu.settle()
        sentence = shanqu.app.screen_stack[-2].query_one("#sentences").current
        reader = shanqu.widget("#reader")
        assert reader.article.page.text[sentence.start : sentence.end].startswith(sentence.text[:4])
        assert sentence.text[:10] in "".join(line.strip() for line in shanqu.lines("#reader"))
        assert reader.scroll_offset.y > 0
        await shanqu.press("q", "q")
        assert shanqu.widget("#entities").has_focus


async def test_a_long_group_is_folded_and_unfolds_on_enter(browser):
    async with browser((120, 200)) as shanqu:
        pane = shanqu.widget("#entities")
        before = pane.count()
        more = next(index for index, line in enumerate(shanqu.lines("#entities")) if "… 还有" in line)
        pane.focus()
        pane.cursor = more
        await shanqu.press("enter")
        assert pane.count() > before


async def test_large_counts_stand_apart(browser):
    async with browser() as shanqu:
        pane = shanqu.widget("#entities")
        row = EntityRow(1, "place", "遂昌县", "331123", 18552, 43918, level="county")
        pane.show([Group("县市区", 1, (row,))], ())
        assert shanqu.lines("#entities")[1].split()[-2:] == ["18552", "43918"]
