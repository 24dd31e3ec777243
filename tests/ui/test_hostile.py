"""Text out of pages reaches the terminal as text only, in every widget."""

from pathlib import Path

import pytest

from shanqu.indexing import add
from shanqu.text.gate import is_safe

HOSTILE = "\x1b]0;owned\x07[/][@click=app.quit]点[/b]\x9b31m\u202e反\u200b[red]"
PAGE = f"""当前位置:首页 > 浙江产业信息{HOSTILE} > 正文内容

遂昌{HOSTILE}发力生态工业

admin1年前 (2024-09-26){HOSTILE}浙江产业信息54

  遂昌县经济开发区{HOSTILE}引进浙江某某科技有限公司,总投资12亿元,带动丽水市产业发展,当地干部说前景很好。

  记者{HOSTILE}在遂昌县看到,仙居县与遂昌县结对,两地产业互补,项目建成后年产值预计达到16亿元。

版权声明:本文由{HOSTILE}发布,如需转载请注明出处。
"""


@pytest.fixture(scope="module")
def hostile_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "page\x1b[31m.txt").write_text(PAGE, encoding="utf-8")
    add([folder], folder / "library")
    return folder / "library"


async def all_text(shanqu) -> list[str]:
    """What every widget of the screen would send to the terminal."""
    lines = []
    for widget in shanqu.app.screen.walk_children():
        lines += ["".join(part.text for part in widget.render_line(y)) for y in range(widget.size.height)]
    return lines


async def check(shanqu) -> None:
    lines = await all_text(shanqu)
    assert any("遂昌" in line for line in lines)
    for line in lines:
        assert is_safe(line), repr(line)


async def test_no_widget_lets_control_characters_through(browser, hostile_library):
    async with browser((120, 40), library=hostile_library) as shanqu:
        await check(shanqu)
        assert "[/]" in shanqu.text("#reader"), "markup is shown as the text that it is"
        await shanqu.press("v")
        await check(shanqu)
        await shanqu.press("tab", "tab", "enter", "e")
        await check(shanqu)
        await shanqu.press("enter")
        await shanqu.settle()
        await check(shanqu)


async def test_the_comparison_and_its_sentences_are_safe(browser, hostile_library):
    async with browser((120, 40), library=hostile_library) as shanqu:
        await shanqu.press("c")
        await shanqu.type("sc")
        await shanqu.press("enter")
        await shanqu.type("xianju")
        await shanqu.press("enter", "enter")
        await check(shanqu)
        await shanqu.press("j", "enter")
        await check(shanqu)


async def test_a_pasted_escape_sequence_is_no_more_than_text(browser):
    from textual.events import Paste

    async with browser() as shanqu:
        await shanqu.press("slash")
        shanqu.widget("#filter").post_message(Paste("遂昌\x1b[2J"))
        await shanqu.settle()
        assert is_safe(shanqu.widget("#filter").value)
        for line in await all_text(shanqu):
            assert is_safe(line)
