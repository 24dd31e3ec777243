"""Sentences that copies of a text repeat stand once in a list of sentences; the copies are one key away."""

from collections.abc import Callable
from pathlib import Path

import pytest

FIRM = ("company", "青岩纸业", "青岩纸业有限公司", None)
TEXT = (
    "青岩纸业在湖山乡建成一条新的生产线,每年可以生产特种纸三万吨,产品卖到十二个国家和地区。"
    "厂里的工人大多来自附近的四个村,车间主任说订单已经排到了明年春天,仓库里几乎没有存货。"
    "县里的干部介绍,这条生产线从签约到投产只用了两百一十天,比同类项目快了将近四个月。"
    "下一步,青岩纸业还要在老厂区旁边造一座污水处理站,并把两台旧锅炉换成天然气锅炉。"
)
TITLE = "湖山乡的新生产线"


@pytest.fixture
def copies(put: Callable[..., int], library_dir: Path) -> Path:
    """A text, two copies of it of which one prints another number, and a text of its own."""
    put(TEXT, "/1", FIRM, title=TITLE, published="2024-03-03", site="甲网")
    put(TEXT, "/2", FIRM, title=TITLE, published="2024-05-05", site="乙网")
    put(TEXT.replace("三万吨", "五万吨"), "/3", FIRM, title=TITLE, published="2024-04-04", site="丙网")
    put("青岩纸业去年纳税两千万元。", "/4", FIRM, title="纳税大户", published="2024-06-06", site="丁网")
    return library_dir


async def test_a_sentence_that_copies_repeat_stands_once_with_their_number(browser, copies: Path) -> None:
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("tab", "tab", "e")
        shown = shanqu.text("#sentences")
        assert shown.count("污水处理站") == 1 and "天然气锅炉。  ≡2 转载" in shown
        assert "4 句 3 篇" in shanqu.text("#evidence-title")
        assert "转载重复 3 句" in shanqu.text("#evidence-title")
        assert "1/4" in shanqu.text("#bottom")


async def test_what_a_copy_says_otherwise_stays(browser, copies: Path) -> None:
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("tab", "tab", "e")
        shown = shanqu.text("#sentences")
        assert shown.count("三万吨") == 1 and shown.count("五万吨") == 1


async def test_the_copies_of_a_sentence_unfold_below_it_and_fold_again(browser, copies: Path) -> None:
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("tab", "tab", "e", "t")
        assert "没有别的转载" in shanqu.text("#bottom")
        await shanqu.press("G", "t")
        shown = shanqu.text("#sentences")
        assert shown.count("污水处理站") == 3 and shown.count("≡ " + TITLE) == 2
        assert "4/4" in shanqu.text("#bottom")
        await shanqu.press("j", "t")
        assert shanqu.text("#sentences").count("污水处理站") == 1
        assert "4/4" in shanqu.text("#bottom")


async def test_one_key_goes_from_article_to_article(browser, copies: Path) -> None:
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("tab", "tab", "e", "J")
        assert "2/4" in shanqu.text("#bottom")
        await shanqu.press("G", "K")
        assert "3/4" in shanqu.text("#bottom")
        await shanqu.press("K", "K", "K")
        assert "第一篇" in shanqu.text("#bottom")


async def test_contexts_of_a_name_leave_out_what_copies_repeat(browser, copies: Path) -> None:
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("tab", "tab", "w")
        shown = shanqu.text("#kwic")
        assert shown.count("污水处理站") == 1
        assert shown.count("在湖山乡建成") == 2
        assert "转载重复 3 处" in shanqu.text("#profile-title")
        await shanqu.press("j", "j")
        assert "≡2 转载" in shanqu.text("#source")


async def test_contexts_show_the_copies_when_asked_and_leave_them_out_again(browser, copies: Path) -> None:
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("tab", "tab", "w", "j", "j", "t")
        assert shanqu.text("#kwic").count("污水处理站") == 3
        assert "转载重复" not in shanqu.text("#profile-title")
        assert "污水处理站" in shanqu.widget("#kwic").current.right
        await shanqu.press("t")
        assert shanqu.text("#kwic").count("污水处理站") == 1
        assert "污水处理站" in shanqu.widget("#kwic").current.right


async def test_keys_for_copies_are_hinted_where_there_are_some(browser, copies: Path) -> None:
    async with browser((200, 24), library=copies) as shanqu:
        assert "t 折叠" in shanqu.text("#bottom") and "D 转载" in shanqu.text("#bottom")
        await shanqu.press("tab", "tab", "e")
        assert "t 折叠" in shanqu.text("#bottom")
        await shanqu.press("q", "w")
        assert "t 折叠" in shanqu.text("#bottom")


async def test_a_profile_counts_articles_and_texts_where_copies_are_among_them(browser, copies: Path) -> None:
    async with browser((120, 40), library=copies) as shanqu:
        await shanqu.press("tab", "tab", "i")
        assert "4 篇  2 篇独立文本" in shanqu.text("#profile-title")
