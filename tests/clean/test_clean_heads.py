"""What stands between headline and text, and what is taken from there: kickers, names, columns, accounts."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.names import bare_names
from shanqu.model import Article, Declared, Page

BODY = (
    "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。",
    "为了让竹子卖出好价钱，乡里请来了大学的老师，建起三座加工厂，又办了两期培训班。",
)
TITLE = "竹山里的新机器，老陈的新订单"


def cleaned(*lines: str, heading: str | None = None, **declared: str) -> Article:
    page = Page("p", "\n".join(lines), "utf-8", "", title_hint=heading)
    return clean(page._replace(declared=Declared(heading, **declared)))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


def test_a_first_paragraph_above_a_short_subhead_is_no_kicker() -> None:
    found = cleaned(
        "2022年04月21日 放大 缩小 默认 朗读",
        "竹山新貌",
        "茶香漫山坳 共富有奔头",
        "本报记者 钱小艺 通讯员 项东",
        BODY[0],
        "市场热了",
        *BODY[1:],
    )
    assert kept(found) == [BODY[0], "市场热了", *BODY[1:]]
    assert (found.title, found.reporters) == ("茶香漫山坳 共富有奔头", ("钱小艺",))


@pytest.mark.parametrize(
    "word",
    ["关注", "全文", "时政", "江西", "安徽", "文旅", "高新", "党建", "解读", "项目", "花絮", "车市", "石化"],
)
def test_a_button_a_column_or_a_province_alone_is_nobody(word: str) -> None:
    assert bare_names(word) == ()
    assert cleaned(TITLE, "2024-05-20 08:00", word, *BODY).reporters == ()


@pytest.mark.parametrize("name", ["关锐", "高文旅", "江山月", "文海", "安小石", "解晓东"])
def test_a_name_that_begins_like_such_a_word_stays_one(name: str) -> None:
    assert bare_names(name) == (name,)


@pytest.mark.parametrize(
    ("heading", "site"),
    [
        (f"{TITLE}_竹乡要闻_竹乡县人民政府", "竹乡县人民政府"),
        (f"{TITLE}_竹乡动态_竹乡县农业农村局", "竹乡县农业农村局"),
        (f"{TITLE}_山里号·政务_山里新闻", "山里新闻"),
        (f"{TITLE}_山里财经_山里网", "山里财经"),
        (f"中华竹业网:{TITLE}", "中华竹业网"),
        (f"中华竹业网：{TITLE}", "中华竹业网"),
        (f"老陈的话:{TITLE}", None),
    ],
)
def test_the_window_names_the_site(heading: str, site: str | None) -> None:
    assert cleaned(TITLE, "2024-05-20 08:00", *BODY, heading=heading).site == site


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("2022-06-24 所属栏目：县域经济", "县域经济"),
        ("栏目：园区动态 发布时间：2022-06-24", "园区动态"),
        ("发布日期：2022-06-24 频道：[产业观察]", "产业观察"),
        ("2022-06-24 分类：园区 阅读：31", "园区"),
        ("2022-06-24 分类：", None),
        ("2022-06-24 主题分类：农业、林业、水利", None),
    ],
)
def test_a_field_names_the_column(line: str, column: str | None) -> None:
    assert cleaned(TITLE, line, *BODY).column == column


def test_crumbs_go_before_a_field_and_a_field_before_the_head_of_the_page() -> None:
    line = "2022-06-24 所属栏目：县域经济"
    assert cleaned("首页 > 产业 > 正文", TITLE, line, *BODY).column == "产业"
    assert cleaned(TITLE, line, *BODY, column="要闻").column == "县域经济"


def test_home_is_no_column_however_it_is_written() -> None:
    assert cleaned("首頁(yè) > 正文", TITLE, "2022-06-24", *BODY).column is None


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (("2022-07-25今日缙云阅读 1032",), "今日缙云"),
        (("2022-07-25 08:00 山里日报 浏览 31",), "山里日报"),
        (("2020", "07/08", "16:37", "山里来信", "企鹅号", "分享"), "山里来信"),
        (("山里来信", "官方账号", "2020-07-08 16:37"), "山里来信"),
        (("2022-07-25今日关注阅读 1032",), None),
        (("2022-07-25 阅读 1032",), None),
    ],
)
def test_the_account_beside_the_date_is_the_source(lines: tuple[str, ...], source: str | None) -> None:
    assert cleaned(TITLE, *lines, *BODY).source == source


@pytest.mark.parametrize(
    "line", ["相关热词搜索：开发区 亩均", "相关标签：竹业", "转播到腾讯微博", "向上滑动看下一个"]
)
def test_buttons_and_tags_below_the_text_are_dropped(line: str) -> None:
    assert kept(cleaned(TITLE, "2024-05-20 08:00", *BODY, line)) == [*BODY]
