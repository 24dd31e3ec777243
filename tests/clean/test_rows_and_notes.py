"""Rows of tables are no lists of headlines; notes on rights and hotlines are neither text nor the site's name."""

from __future__ import annotations

import pytest

from shanqu.clean import clean
from shanqu.model import KEPT_ROLES, Article, Page

HEAD = "遂昌县三个项目集中开工\n\n2024-03-05 08:30:00 来源:遂昌新闻网\n\n"
BODY = "3月5日上午,遂昌县举行项目集中开工仪式。此次开工的项目总投资12亿元,建成后可带动当地产业发展,新增就业岗位三百个。\n"


def _read(text: str) -> Article:
    return clean(Page("page.txt", text, "utf-8", ""))


def _kept(article: Article) -> str:
    return "".join(
        article.page.text[block.start : block.end] for block in article.blocks if block.role in KEPT_ROLES
    )


def test_a_numbered_row_of_a_table_stays() -> None:
    cells = [
        "年产竹炭板300万张、竹地板20万平方米建设项目",
        "东城新区KG-02地块",
        "浙江竹青炭业有限公司",
        "已按要求开展公参",
    ]
    cells += [
        "承诺落实各项防治措施",
        "废水经调节池、沉淀池处理后纳管",
        "废气经净化处理后排放",
        "固废分类收集",
        "噪声采取减振措施",
    ]
    row = "1 | " + " | ".join(cells) + " | 无\n"
    assert "竹炭板" in _kept(_read(HEAD + BODY + row + BODY))


def test_a_line_of_headlines_does_not_stay() -> None:
    spam = (
        "|".join(
            ["免费看片在线", "国产精品视频", "最新电影下载", "亚洲影院入口", "高清无码专区", "午夜剧场推荐"]
            * 4
        )
        + "\n"
    )
    assert "国产精品" not in _kept(_read(spam + HEAD + BODY))


@pytest.mark.parametrize(
    "note",
    [
        "凡山乡快报、山乡网记者署名文字、图片,版权均属于山乡快报所有。任何媒体、网站或者个人,未经授权不得转载。\n",
        "凡本报记者署名稿件,版权归山乡快报所有,未经许可不得转载或者镜像。\n",
    ],
)
def test_a_note_on_whose_the_rights_are_is_not_text(note: str) -> None:
    assert "版权" not in _kept(_read(HEAD + note + "\n" + BODY))


def test_what_is_said_of_rights_in_a_sentence_stays() -> None:
    said = "凡是入园企业的软件作品,县里都帮助登记。去年全县登记的版权达到二百件,比上年增加一倍。\n"
    assert "登记的版权" in _kept(_read(HEAD + BODY + said + BODY))


@pytest.mark.parametrize(
    "foot", ["凡注有“山乡在线”的稿件,均为山乡在线独家版权所有\n", "山乡建材网全国免费服务热线:400 0000 000\n"]
)
def test_no_note_is_taken_for_the_site(foot: str) -> None:
    name = _read(HEAD + BODY + foot).site or ""
    assert not any(word in name for word in ("均为", "独家", "热线"))
