"""What a page says of itself around its article: its site, its date, what a cross closes."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.itself import named_by_itself
from shanqu.model import Article, Page

TITLE = "竹山里的新机器，老陈的新订单"
BODY = (
    "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page("p", "\n".join(lines), "utf-8", ""))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["山里网首页", "新闻"], "山里网"),
        (["返回山里网首页"], "山里网"),
        (["copyright © 2009-2019 竹海之声 浙icp备1号"], "竹海之声"),
        (["版权所有:山里网络科技有限公司"], None),
        (["copyright © 2019 竹海网络科技有限公司 版权所有", "竹海科技有限公司版权所有"], None),
        (["版权所有 竹海信息技术"], None),
        (["关于山里网", "联系我们"], None),
        (["关于山里网", "山里网"], "山里网"),
        (["山里财经", "山里财经", "山里首页", "关于山里"], "山里财经"),
        (["未经授权请勿转载", "copyright 未经授权请勿转载"], None),
        (["网站首页", "返回首页", "频道首页"], None),
        ([], None),
    ],
)
def test_a_site_is_named_where_the_page_surely_speaks_of_itself(lines: list[str], name: str | None) -> None:
    assert named_by_itself(lines, None, None) == name


def test_the_source_alone_is_no_site_but_speaks_for_one() -> None:
    assert named_by_itself(["来源:山里网"], "山里网", None) is None
    assert named_by_itself(["关注山里网"], "山里网", None) == "山里网"


def test_a_name_alone_under_the_note_on_rights_signs_the_page() -> None:
    note = "免责声明：本网站所有信息仅供参考，如自行使用本网资料发生偏差，本站概不负责。"
    assert cleaned(TITLE, "2024-05-20 08:00", *BODY, note, "今日山里财经").site == "今日山里财经"
    assert cleaned(TITLE, "2024-05-20 08:00", *BODY, note, "山里财经").site is None


def test_the_pages_own_date_may_stand_below_the_text() -> None:
    found = cleaned("首页 > 要闻 > 正文", TITLE, *BODY, "分享到：微信", "发布日期：2019-03-06 责任编辑：龙慧")
    assert found.published is not None
    assert found.published.iso == "2019-03-06"


def test_a_first_sentence_with_words_of_a_byline_is_text() -> None:
    first = "山里县的杨梅熟了，记者来到山村，果农正忙着采摘。"
    found = cleaned(TITLE, "2024-05-20 08:00 来源：山里新闻网", first, *BODY)
    assert [paragraph.text for paragraph in paragraphs(found)] == [first, *BODY]


def test_lines_that_crosses_close_are_adverts() -> None:
    adverts = ("38岁店主的生活日记", "×", "英国的大学排名全知晓.", "×")
    found = cleaned(
        TITLE,
        "2024-05-20 08:00",
        BODY[0],
        "广告",
        *adverts[:2],
        BODY[1],
        "广告",
        *adverts[2:],
        BODY[0][:-9] + "。",
    )
    assert [paragraph.text for paragraph in paragraphs(found)] == [*BODY, BODY[0][:-9] + "。"]
