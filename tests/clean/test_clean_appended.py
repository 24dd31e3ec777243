"""Signatures, attachments and tables below an official text are a part of it; the foot of a page is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.appended import appended
from shanqu.clean.lines import split
from shanqu.clean.signs import signs
from shanqu.ingest import read
from shanqu.model import Article, Page

HEAD = ("关于拨付竹木产业补助资金的通知", "发布时间：2023-01-31 来源：县财政局")
BODY = (
    "各乡镇人民政府、县直各单位：",
    "为支持企业技术改造，根据竹木产业专项资金管理办法，经企业申报、专家评审，现将本年度第一批补助资金予以拨付，请专款专用。",
    "各单位要在三月底前完成项目验收，并将资金使用情况报县财政局备案，逾期不报的不再安排下一年度补助资金。",
)
FOOT = ("【打印】【关闭】", "主办：县人民政府 地址：人民路1号", "浙ICP备00000000号")
ROWS = ("序号", "企业名称", "补助(万元)", "1", "山里竹业有限公司", "35.2", "2", "山里文具有限公司", "120")


def cleaned(*lines: str) -> Article:
    return clean(Page(path="p", text="\n".join(lines), encoding="utf-8", sha256=""))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


@pytest.mark.parametrize(
    "below",
    [
        ("县财政局", "县经济商务局", "2023年1月31日", "（此件公开发布）"),
        ("山里县财政局办公室 2023年1月31日",),
        ("附件：1.补助资金分配表", "2.项目验收办法", "县人民政府", "二〇二三年一月三十一日"),
        ("联系人：李小山，联系电话：0570-0000000", "县财政局", "2023年1月31日"),
        ("县产业园联席会议办公室", "（县财政局代章）", "2023131"),
        ("附件：", "补助资金分配表", *ROWS),
        (
            "县财政局",
            "2023年1月31日",
            "附件",
            "补助资金分配表",
            "序号 企业名称 补助(万元)",
            "1 山里竹业有限公司 35.2",
        ),
    ],
)
def test_what_an_office_appends_to_its_notice_stays(below: tuple[str, ...]) -> None:
    assert kept(cleaned(*HEAD, *BODY, *below, *FOOT)) == [*BODY, *below]


def test_a_table_below_the_text_stays_where_markup_finds_only_paragraphs(tmp_path: Path) -> None:
    cells = "".join(f"<td>{cell}</td>" for cell in ROWS)
    text = "".join(f"<p>{line}</p>" for line in BODY)
    page = (
        f"<h1>{HEAD[0]}</h1><p>{HEAD[1]}</p><div>{text}<table><tr>{cells}</tr></table></div><p>{FOOT[2]}</p>"
    )
    (tmp_path / "notice.html").write_text(page, "utf-8")
    (read_page,) = read(tmp_path / "notice.html")
    assert kept(clean(read_page)) == [*BODY, *ROWS]


@pytest.mark.parametrize(
    "below",
    [
        ("县融媒体中心", "2023-01-31 09:12"),
        ("山里新闻网", "2023年1月31日"),
        ("县人民政府", "县财政局", "县经济商务局"),
        ("附件：", "1.项目名单", "2.验收办法"),
        ("排行榜", "1", "竹乡的新路子"),
    ],
)
def test_names_dates_and_files_that_sign_nothing_are_not_appended(below: tuple[str, ...]) -> None:
    page = Page(path="p", text="\n".join((*BODY, *below)), encoding="utf-8", sha256="")
    assert appended(signs(split(page, annotated=False)), len(BODY)) == (
        len(BODY),
        len(BODY),
    )


def test_a_last_paragraph_below_places_of_pictures_stays() -> None:
    last = "【竹木产业】入选名单的企业将得到更多的政策支持和要素保障，也意味着产业发展有了更大的空间。"
    page = cleaned(*HEAD, *BODY, "文章图片", "文章图片", last)
    assert kept(page) == [*BODY, last]


def test_the_day_of_a_signature_dates_a_page_that_nothing_else_dates() -> None:
    found = cleaned(HEAD[0], *BODY, "县财政局", "2023年1月31日", *FOOT)
    assert found.published is not None
    assert found.published.iso == "2023-01-31"


def test_a_list_of_items_with_semicolons_is_text_to_its_end() -> None:
    items = (
        "分领域情况看：",
        "◆制造业项目67个，总投资60亿元；",
        "◆水利项目9个，总投资3亿元；",
        "◆能源项目12个，总投资14亿元；",
    )
    assert kept(cleaned(*HEAD, *BODY, *items)) == [*BODY, *items]
