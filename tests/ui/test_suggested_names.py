"""Answers that are suggested while one is typed: whom an entity is merged with, what a name is split into."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_entities import choose


def firm(name: str) -> tuple[str, str, str, None]:
    return ("company", name, name, None)


@pytest.fixture
def mills(put: Callable[..., int], library_dir: Path) -> Path:
    put("云锦纸业与云锦竹业签约。", "/1", firm("云锦纸业"), firm("云锦竹业"), published="2023-01-01")
    put(
        "云锦竹业投产。山庄也来。",
        "/2",
        firm("云锦竹业"),
        ("park", "山庄", "山庄", None),
        published="2023-02-01",
    )
    return library_dir


def suggested(shanqu) -> list[str]:
    return [line.split()[0] for line in shanqu.lines("#suggestions") if line.strip("▌ ")]


async def merge(shanqu, name: str, typed: str) -> None:
    await choose(shanqu, name)
    await shanqu.press("M")
    await shanqu.type(typed)
    await shanqu.settle()


async def test_half_a_name_suggests_the_others_of_its_kind_and_enter_asks_which_one(browser, mills):
    async with browser((100, 30), library=mills) as shanqu:
        await merge(shanqu, "云锦竹业", "云锦")
        assert suggested(shanqu) == ["云锦纸业"]
        await shanqu.press("enter")
        assert shanqu.app.screen.query("#question")
        assert shanqu.lines("#suggestions")[0].startswith("▌ 云锦纸业")
        await shanqu.press("enter")
        assert "云锦竹业 → 云锦纸业" in shanqu.widget("#bottom").message
        assert "云锦竹业" not in shanqu.text("#entities")


async def test_arrows_pick_a_suggestion_and_tab_completes_the_name(browser, mills):
    async with browser((100, 30), library=mills) as shanqu:
        await merge(shanqu, "云锦竹业", "纸")
        await shanqu.press("down")
        assert shanqu.lines("#suggestions")[0].startswith("▌ 云锦纸业")
        await shanqu.press("up")
        assert shanqu.lines("#suggestions")[0].startswith("  云锦纸业")
        await shanqu.press("tab")
        assert shanqu.widget("#answer").value == "云锦纸业"
        await shanqu.press("escape")
        assert not shanqu.app.screen.query("#question, #suggestions")


async def test_a_name_that_nothing_has_or_another_kind_has_is_told_and_can_be_typed_again(browser, mills):
    async with browser((100, 30), library=mills) as shanqu:
        await merge(shanqu, "云锦竹业", "无名")
        await shanqu.press("enter")
        assert "没有文章提到" in shanqu.widget("#bottom").message
        await shanqu.press("backspace", "backspace", *"山庄", "enter")
        assert "园区" in shanqu.widget("#bottom").message
        assert shanqu.app.screen.query("#question")


async def test_names_are_suggested_by_pinyin_too(browser):
    async with browser((100, 30)) as shanqu:
        await choose(shanqu, "遂昌县")
        await shanqu.press("M", *"jingn")
        await shanqu.settle()
        assert suggested(shanqu)[0].startswith("景宁")


async def test_a_name_may_be_split_into_one_that_is_new(browser, mills):
    async with browser((100, 30), library=mills) as shanqu:
        await choose(shanqu, "云锦竹业")
        await shanqu.press("P", "P", *"云锦", "enter")
        assert "云锦竹业 → 云锦" in shanqu.widget("#bottom").message


async def test_names_are_suggested_on_a_small_terminal(browser, mills):
    async with browser((60, 12), library=mills) as shanqu:
        await shanqu.press("tab", "tab", "M", *"云")
        await shanqu.settle()
        assert 0 < shanqu.widget("#suggestions").size.height <= 6
        assert suggested(shanqu)


async def test_without_a_word_its_contexts_are_asked_for_and_there_another_word(browser):
    async with browser() as shanqu:
        await shanqu.press("w", *"产业", "enter")
        assert "产业" in shanqu.text("#profile-title")
        await shanqu.press("w", *"结对", "enter")
        assert "结对" in shanqu.text("#profile-title")
        await shanqu.press("q")
        assert "产业" in shanqu.text("#profile-title")
        await shanqu.press("q", "w", "up")
        assert shanqu.widget("#answer").value == "结对"


async def test_the_list_stays_filtered_by_what_a_chosen_entity_is_merged_with(browser, mills):
    async with browser((120, 30), library=mills) as shanqu:
        await choose(shanqu, "云锦纸业")
        await shanqu.press("enter", "M", *"竹", "enter", "enter")
        assert "● 云锦竹业  2/2" in str(shanqu.widget("#chosen").render())
        await shanqu.press("U")
        assert "● 云锦竹业  2/2" in str(shanqu.widget("#chosen").render())


async def test_without_an_entity_its_profile_and_sentences_are_asked_for_by_name(browser, mills):
    async with browser((100, 30), library=mills) as shanqu:
        await shanqu.press("i", *"锦竹")
        await shanqu.settle()
        assert "企业" in shanqu.lines("#suggestions")[0]
        await shanqu.press("down", "enter")
        assert "云锦竹业" in shanqu.text("#profile-title")
        await shanqu.press("q", "e", *"山庄", "enter")
        assert "山庄也来" in shanqu.text("#sentences")


async def test_the_suggestion_that_is_clicked_on_is_taken(browser, mills):
    async with browser((100, 30), library=mills) as shanqu:
        await shanqu.press("i", *"云锦")
        await shanqu.settle()
        await shanqu.pilot.click("#suggestions", offset=(5, 1))
        await shanqu.settle()
        assert "云锦纸业" in shanqu.text("#profile-title")


async def test_of_a_filter_its_word_is_shown_in_its_contexts_and_not_its_conditions(browser):
    async with browser() as shanqu:
        await shanqu.press("slash", *"县:遂昌", "space", *"产业", "enter", "w")
        assert "“产业”" in shanqu.text("#profile-title")
        await shanqu.press("q", "escape", "slash", *"产业", "space", *"结对", "enter", "w")
        assert shanqu.widget("#answer").value == "产业"
        await shanqu.press("up")
        assert shanqu.widget("#answer").value == "结对"


async def test_a_concordance_keeps_its_order_and_its_line_when_the_terminal_is_resized(browser):
    async with browser((120, 30)) as shanqu:
        await shanqu.press("w", *"产业", "enter", "s", "j", "j", "j")
        before = shanqu.widget("#kwic").current.ref
        await shanqu.pilot.resize_terminal(100, 24)
        await shanqu.settle()
        assert "后文" in shanqu.text("#profile-title")
        assert shanqu.widget("#kwic").current.ref == before


async def test_what_was_told_before_does_not_stand_beside_a_question(browser, mills):
    async with browser((100, 30), library=mills) as shanqu:
        await shanqu.press("o", "q", "asterisk")
        assert shanqu.widget("#bottom").message
        await shanqu.press("w")
        assert not shanqu.widget("#bottom").message and not str(shanqu.widget("#question-aside").render())
