"""Reprints in the list: the best copy, the others one key away, what they changed one key further."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_up import article_of, hashes_of, reading_of
from shanqu.model import Extraction, Published
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store
from shanqu.ui.widgets.unfolded import Unfolded

_STORY = "遂昌县的天工之城落户了二十多家企业,当地以生态工业为主导产业,数字经济增长很快。"
_TAIL = "本报记者到园区里走了一圈,看到新的厂房已经封顶,再过两个月第一批设备就要进场。"
_TEXTS = (
    ("天工之城落成", _STORY + _TAIL, "2024-05-03"),
    ("天工之城落成(转)", _STORY + "转自网络", "2024-05-05"),
    ("快讯:天工之城", _STORY, "2024-05-04"),
    ("海边的渔港", "另一篇文章与上面的完全不相干,说的是海边的渔港和码头上的货船。", "2024-05-02"),
    ("山里的茶园", "今年的茶园迎来了丰收,山上的合作社从早到晚都在收青叶、炒新茶。", "2024-05-06"),
)


@pytest.fixture
def reprinted(library_dir: Path) -> Path:
    with Store(library_dir) as store, store.transaction():
        for number, (title, text, date) in enumerate(_TEXTS, 1):
            article = article_of(text, f"/{number}.txt", title)
            article = article._replace(published=Published(date, date, "original", "test"))
            store.write(Analysed(article, Extraction(), hashes_of(text)), rules=1, reading=reading_of)
    return library_dir


def _titles(shanqu) -> list[str]:
    rows = [
        shanqu.widget("#list").draw(at, 0, 40, False).text for at in range(shanqu.widget("#list").count())
    ]
    return [row.strip() for row in rows]


_FOLDED = ["山里的茶园", "天工之城落成", "海边的渔港"]
_OPEN = ["山里的茶园", "天工之城落成", "≡ 快讯:天工之城", "≡ 天工之城落成(转)", "海边的渔港"]


async def test_the_list_shows_the_best_copy_and_how_many_others_there_are(browser, reprinted):
    async with browser(library=reprinted) as shanqu:
        assert _titles(shanqu) == _FOLDED
        assert "≡2" in shanqu.text("#list").splitlines()[3]
        assert "收起转载 2 篇" in shanqu.text("#list-title")
        assert "5 篇" in str(shanqu.widget("#summary").render())


async def test_one_key_unfolds_the_copies_and_folds_them_again_from_any_of_them(browser, reprinted):
    async with browser(library=reprinted) as shanqu:
        await shanqu.press("j", "t")
        assert _titles(shanqu) == _OPEN
        assert shanqu.widget("#list").current == 1
        await shanqu.press("j", "j", "j")
        assert "渔港" in shanqu.text("#reader")
        await shanqu.press("k", "t")
        assert _titles(shanqu) == _FOLDED
        assert shanqu.widget("#list").current == 1


async def test_from_an_unfolded_copy_the_difference_is_one_key_away(browser, reprinted):
    async with browser(library=reprinted) as shanqu:
        await shanqu.press("j", "t", "j", "j", "D")
        assert "2.txt" in str(shanqu.widget("#copies").render())
        await shanqu.press("q")
        assert shanqu.widget("#list").current == 2


async def test_an_article_without_copies_has_nothing_to_unfold(browser, reprinted):
    async with browser(library=reprinted) as shanqu:
        await shanqu.press("t")
        assert _titles(shanqu) == _FOLDED
        assert "没有" in shanqu.widget("#bottom").message


async def test_a_filter_counts_articles_and_tells_how_many_of_them_are_folded(browser, reprinted):
    async with browser(library=reprinted) as shanqu:
        await shanqu.press("slash", *"天工", "enter")
        assert _titles(shanqu) == ["天工之城落成"]
        assert "3/5" in str(shanqu.widget("#chosen").render())
        assert "收起转载 2 篇" in shanqu.text("#list-title")
        await shanqu.press("escape", "slash", *"转自", "enter")
        assert _titles(shanqu) == ["天工之城落成(转)"]
        assert "收起" not in shanqu.text("#list-title")


async def test_who_asks_for_reprints_sees_each(browser, reprinted):
    async with browser(library=reprinted) as shanqu:
        await shanqu.press("j", "t", "slash", *"is:duplicate", "enter")
        assert _titles(shanqu) == ["天工之城落成(转)", "快讯:天工之城", "天工之城落成"]
        await shanqu.press("t")
        assert "都在列表中" in shanqu.widget("#bottom").message
        await shanqu.press("escape")
        assert _titles(shanqu) == _OPEN


def test_what_is_unfolded_stands_below_and_is_found_there():
    listed = Unfolded([5, 6, 7, 8], {6: [60, 61], 8: [80], 9: [90]})
    assert list(listed) == [5, 6, 60, 61, 7, 8, 80]
    assert [listed.index(id) for id in listed] == list(range(7))
    assert [at for at in range(7) if listed.is_below(at)] == [2, 3, 6]
    assert (listed[-1], listed[1:4], listed.opened) == (80, [6, 60, 61], {6, 8})
    with pytest.raises(ValueError):
        listed.index(90)
    with pytest.raises(IndexError):
        listed[7]
