"""The tables of fields above official texts, and the dates that are not those of a page."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.fields import Field, fields, is_meta
from shanqu.model import Article, Page

TITLE = "山里县人民政府关于推动竹木产业高质量发展的实施意见"
BODY = (
    "各乡镇人民政府、县直各单位：",
    "为推动竹木产业高质量发展，根据上级有关文件精神，结合我县实际，制定本实施意见，请认真贯彻执行。",
    "到2025年，全县竹木产业总产值达到五十亿元，年均增长百分之十以上，新增规上企业二十家。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page(path="p", text="\n".join(lines), encoding="utf-8", sha256=""))


@pytest.mark.parametrize(
    "table",
    [
        (
            "索引号 331100000000/2022-26846 主题分类 国民经济发展规划、计划,统计",
            "生成日期 2022-05-06 公开方式 主动公开",
        ),
        (
            "| 索引号 | 331100000000/2022-26846 | 发布机构 | 县府办 |",
            "| 生成日期 | 2022-05-06 | 文号 | 县政发12号 |",
        ),
        (
            "山里县人民政府",
            "信息索引号：33110000",
            "服务对象分类：企业",
            "发文日期：2022-05-06",
            "废止日期：",
            "内容概述：",
        ),
    ],
)
def test_a_table_of_fields_is_read_and_the_headline_below_it_found(table: tuple[str, ...]) -> None:
    found = cleaned(*table, TITLE, *BODY)
    assert found.title == TITLE
    assert found.published is not None
    assert found.published.iso == "2022-05-06"
    assert [paragraph.text for paragraph in paragraphs(found)] == list(BODY)


def test_labels_without_a_colon_are_read_as_a_row_of_cells() -> None:
    assert fields("发布机构 县府办 公开方式 主动公开") == (
        Field("other", "县府办"),
        Field("other", "主动公开"),
    )


@pytest.mark.parametrize(
    "line", ["发布机构 加快 改革 步伐", "全县 发布机构 统一 公开方式 一致", "浏览次数 不是 目的 质量 才是"]
)
def test_words_that_are_labels_elsewhere_make_no_row(line: str) -> None:
    assert not is_meta(line)


@pytest.mark.parametrize(
    "line",
    [
        "王小红:2019年5月—2021年11月",
        "李山:2021年至今",
        "2022年2月18日在县第十七届人民代表大会上",
        "展期2022-05-06至2022-06-06",
    ],
)
def test_a_span_of_time_and_the_day_of_a_meeting_date_no_page(line: str) -> None:
    assert not is_meta(line)
    found = cleaned("2022年县政府工作报告", line, *BODY)
    assert found.published is None


@pytest.mark.parametrize(
    "line",
    [
        "2022-05-06 09:12",
        "发布:2022-05-06 更新:2022-05-07",
        "2022年5月6日 县府办",
        "山里新闻网 2023-05-06 08:30 记者 李小山 通讯员 王红",
    ],
)
def test_the_date_of_a_page_is_one_still(line: str) -> None:
    assert is_meta(line)


def test_the_headline_is_the_line_without_the_name_of_the_site() -> None:
    found = cleaned(
        f"{TITLE}-山里网", "2024 05/09 22:27:02", "0:00", TITLE, "2024-05-09 22:27 来源：山里网", *BODY
    )
    assert found.title == TITLE
    assert [paragraph.text for paragraph in paragraphs(found)] == list(BODY)


def test_the_first_number_of_the_parts_stays_as_the_second_does() -> None:
    parts = (
        "近日，县里公布了第七批特色小镇名单，竹艺小镇榜上有名，成为全县第二个省级特色小镇。",
        "01",
        *BODY[1:2],
        "02",
        *BODY[2:],
    )
    found = cleaned("2023年05月06日 18:30", "好消息！县里再添一个特色小镇", *parts)
    assert [paragraph.text for paragraph in paragraphs(found)] == list(parts)


def test_a_short_label_alone_ends_the_table_and_is_neither_headline_nor_text() -> None:
    article = cleaned(
        "索  引  号 331100000000/2021-01956 公开方式 主动公开",
        "成文日期 2021-02-22 废止日期",
        "有效性",
        TITLE,
        "分享",
        *BODY,
    )
    assert article.title == TITLE
    assert article.reporters == ()
    assert [one.text for one in paragraphs(article)] == list(BODY)
