"""Feeds of other reports below a text, walls before paid text, advertisements of exchanges, and players."""

from __future__ import annotations

import pytest

from shanqu.clean import clean
from shanqu.clean.lines import narrow
from shanqu.clean.rules import find
from shanqu.model import Declared, Page, Role
from shanqu.text.paragraphs import original_title, paragraphs

TITLE = "竹乡的新机器"
FIRST = "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。"
SECOND = "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。"
OTHER = "去年入冬以来，邻县的茶农忙着修剪茶园，合作社请来技术员上门讲课，还添置了三台采茶机。"
ANOTHER = "春笋上市之后，山上的笋农每天四点出门，一个上午能挖两百斤，收购的车就停在村口的大樟树下。"


def kept(text: str) -> list[str]:
    return [one.text for one in paragraphs(clean(Page("p", text, "utf-8", "")), original=True)]


@pytest.mark.parametrize(
    "heading", ["其他人也在看", "大家都在看", "你可能还想看", "读者还在看", "看过本文的人还看了"]
)
@pytest.mark.parametrize("who", ["山乡社·2 天前", "山乡财经 · 7分钟前", "竹海网 | 3小时前"])
def test_a_feed_of_reports_with_their_age_is_no_part_of_the_text(heading: str, who: str) -> None:
    page = f"{TITLE}\n2024-05-20 08:00\n{FIRST}\n{SECOND}\n{heading}\n{who}\n茶农忙剪枝\n{OTHER}\n{who}\n笋农忙采收\n{ANOTHER}\n"
    assert kept(page) == [FIRST, SECOND]


def test_the_age_of_a_report_in_a_feed_does_not_date_the_page() -> None:
    page = f"{TITLE}\n2024年5月20日週一 下午2:05\n{FIRST}\n其他人也在看\n山鄉社·2 天前\n茶農忙剪枝\n{OTHER}\n"
    published = clean(Page("p", page, "utf-8", "")).published
    assert published is not None and published.iso == "2024-05-20"


def test_above_a_text_who_and_how_long_ago_is_said_of_the_page() -> None:
    article = clean(Page("p", f"{TITLE}\n山乡网 · 2小时前\n{FIRST}\n{SECOND}\n", "utf-8", ""))
    assert article.published is not None and article.published.text == "2小时前"
    assert original_title(article) == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "本文共计1320字 订阅后继续阅读",
        "登录 后获取已订阅的阅读权限",
        "登录后阅读全文",
        "开通会员即可阅读全文",
        "剩余内容需付费阅读",
        "剩余70%未读",
        "该文章仅限会员阅读",
        "试读已结束",
    ],
)
def test_below_a_wall_before_paid_text_a_single_line_is_no_text(line: str) -> None:
    page = f"{TITLE}\n2024-05-20 08:00\n{FIRST}\n{SECOND}\n{line}\n我们的音频是独立的产品，订阅之后就可以在手机上收听全部节目，随时随地都不会错过。\n"
    assert kept(page) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line", ["村民登录后就能看到自家的茶园。", "订阅农资的农户今年多了三成。", "剩余内容由镇里补充。"]
)
def test_a_sentence_about_reading_and_paying_is_no_wall(line: str) -> None:
    found = find(line, "any")
    assert found is None or found.id != "anchor:paywall"


@pytest.mark.parametrize(
    "line",
    [
        "为什么显示这个广告?",
        "為什麼你不喜歡這個廣告?",
        "這個廣告與我無關",
        "我不斷看到這個廣告",
        "Ad•春茶上市",
        "关闭广告",
    ],
)
def test_what_is_said_against_an_advertisement_is_known(line: str) -> None:
    found = find(narrow(line), "any")
    assert found is not None and found.role is Role.ADVERT


@pytest.mark.parametrize(
    "line",
    ["00:00/00:00", "/2:54", "倍速", "1.5x", "超清", "循环播放", "跳过片头", "时长:01:45建议wifi下打开"],
)
def test_the_switches_of_a_player_are_known(line: str) -> None:
    found = find(line, "any")
    assert found is not None and found.role is Role.NAVIGATION


@pytest.mark.parametrize("line", ["8:30", "50%", "2倍", "高清河", "静音房", "播放厅"])
def test_the_cells_of_a_table_are_no_switches(line: str) -> None:
    found = find(line, "any")
    assert found is None or not found.id.startswith("anchor:player")


def test_the_account_behind_the_moment_is_the_source() -> None:
    article = clean(
        Page("p", f"{TITLE}\n2024-05-20 08:00:12山里来信 来自浙江省\n{FIRST}\n{SECOND}\n", "utf-8", "")
    )
    assert article.source == "山里来信"


def test_a_place_behind_the_moment_is_no_source() -> None:
    article = clean(Page("p", f"{TITLE}\n2024-05-20 08:00:12 来自浙江省\n{FIRST}\n{SECOND}\n", "utf-8", ""))
    assert article.source is None


def test_authors_behind_a_label_without_its_colon_are_named() -> None:
    article = clean(
        Page(
            "p",
            f"{TITLE}\n2024-05-20 08:00\n{FIRST}\n{SECOND}\n作者 王之山 陈小溪\n编辑 周小竹\n",
            "utf-8",
            "",
        )
    )
    assert article.reporters == ("王之山", "陈小溪")


def test_the_name_above_the_number_of_an_account_is_the_source() -> None:
    article = clean(
        Page("p", f"{TITLE}\n掌上竹乡\n掌上竹乡\n微信号 zhuxiang2020\n{FIRST}\n{SECOND}\n", "utf-8", "")
    )
    assert article.source == "掌上竹乡"


@pytest.mark.parametrize("names", ["王之山、陈小溪", "王之山 陈小溪", "王之山，陈小溪"])
def test_names_alone_behind_the_dateline_are_the_reporters(names: str) -> None:
    article = clean(Page("p", f"{TITLE}\n新华社杭州5月19日电（{names}）{FIRST}\n{SECOND}\n", "utf-8", ""))
    assert article.reporters == ("王之山", "陈小溪")


def test_a_list_of_goods_behind_the_dateline_names_nobody() -> None:
    article = clean(Page("p", f"{TITLE}\n新华社杭州5月19日电（竹笋、香榧）{FIRST}\n{SECOND}\n", "utf-8", ""))
    assert article.reporters == ()


MENU = ["竹器常识", "竹编技法", "春笋吃法", "茶园游记", "哪种竹子最结实？"]


def test_a_menu_between_the_day_and_the_abstract_is_no_text() -> None:
    abstract = "核心提示：竹乡的机器多了，老陈的订单也多了，县里正忙着给竹农铺路。"
    assert kept("\n".join([TITLE, "2024-05-20 08:00", *MENU, abstract, FIRST, SECOND])) == [
        abstract,
        FIRST,
        SECOND,
    ]


def test_a_subtitle_above_the_abstract_stays() -> None:
    abstract = "核心提示：竹乡的机器多了，老陈的订单也多了，县里正忙着给竹农铺路。"
    with_subtitle = kept("\n".join([TITLE, "2024-05-20 08:00", "——山里来的新订单", abstract, FIRST, SECOND]))
    assert with_subtitle[-3:] == [abstract, FIRST, SECOND]


def test_short_lines_above_another_paragraph_stay() -> None:
    verse = ["竹风入山来，", "机声过溪去，", "一夜春雨后，", "家家有新语。"]
    assert kept("\n".join([TITLE, "2024-05-20 08:00", *verse, FIRST, SECOND])) == [*verse, FIRST, SECOND]


@pytest.mark.parametrize(
    ("author", "named"), [("王之山、陈小溪", ("王之山", "陈小溪")), ("山乡融媒", ()), ("admin", ())]
)
def test_authors_that_a_column_names_are_the_reporters(author: str, named: tuple[str, ...]) -> None:
    page = Page("p", f"{TITLE}\n{FIRST}\n{SECOND}\n", "utf-8", "", declared=Declared(author=author))
    assert clean(page).reporters == named


def test_authors_in_the_head_of_a_page_are_not() -> None:
    declared = Declared(heading=TITLE, author="王之山")
    assert clean(Page("p", f"{TITLE}\n{FIRST}\n{SECOND}\n", "utf-8", "", declared=declared)).reporters == ()


def test_the_authors_that_a_text_names_come_before_those_of_a_column() -> None:
    page = Page(
        "p", f"{TITLE}\n记者 陈小溪\n{FIRST}\n{SECOND}\n", "utf-8", "", declared=Declared(author="王之山")
    )
    assert clean(page).reporters == ("陈小溪",)
