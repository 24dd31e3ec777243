"""Pages whose line breaks are lost, or stand at one width: one line for all, or every line cut at the same column."""

from __future__ import annotations

from itertools import pairwise

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.lines import narrow
from shanqu.clean.rewrapped import gathered, unbroken
from shanqu.clean.unrolled import cuts
from shanqu.model import Article, Page, Role

TITLE = "白岩县竹木产业园迎来首批企业"
BODY = (
    "近日，白岩县竹木产业园举行开园仪式，首批9家企业入驻，总投资12.6亿元。",
    "产业园位于溪口镇，规划面积420亩，一期厂房去年底已经完工，水电气路全部通到企业门口。",
    "“从签约到投产只用了八个月。”一家企业的负责人说，今年产值预计达到2.3亿元。",
)
HEAD = ("首页", "新闻中心", "县域要闻", "专题", "当前位置：首页 > 县域要闻 > 正文")
FIELDS = ("2023-08-14 09:20", "来源：白岩新闻网", "作者：程远", "浏览次数：318")
TAIL = (
    "（来源：白岩日报）",
    "转自：山里网",
    "责任编辑：余敏",
    "上一篇：白岩召开三季度经济分析会",
    "下一篇：白岩两镇入选试点",
    "分享到：",
    "微信",
    "版权所有：白岩新闻网 浙ICP备00000000号",
)


def read(text: str) -> Article:
    return clean(Page(path="p", text=text, encoding="utf-8", sha256=""))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


def parts(line: str) -> list[str]:
    at = [0, *cuts(narrow(line)), len(line)]
    return [line[low:high].strip() for low, high in pairwise(at)]


def wrapped(*paragraphs: str, width: int) -> str:
    lines = (paragraph[at : at + width] for paragraph in paragraphs for at in range(0, len(paragraph), width))
    return "\n".join(lines)


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000\u3000", " \u3000"])
def test_a_page_on_one_line_is_read_as_if_it_had_its_lines(gap: str) -> None:
    article = read(gap.join((*HEAD, TITLE, *FIELDS, *BODY, *TAIL)))
    assert kept(article) == list(BODY)
    assert article.title == TITLE
    assert article.published is not None and article.published.iso == "2023-08-14"
    assert article.source == "白岩新闻网"
    assert (article.reporters, article.editors) == (("程远",), ("余敏",))


def test_fields_that_were_glued_to_the_text_and_to_each_other_go_too() -> None:
    article = read(
        f"{TITLE} {' '.join(FIELDS)} {''.join(BODY)}（来源：白岩日报）转自：山里网责任编辑：余敏上一篇：白岩开会"
    )
    assert "".join(kept(article)) == "".join(BODY)
    assert article.editors == ("余敏",)


def test_blocks_of_one_line_cover_it_and_cleaning_twice_is_cleaning_once() -> None:
    text = " ".join((*HEAD, TITLE, *FIELDS, *BODY, *TAIL))
    article = read(text)
    assert [block.start for block in article.blocks[1:]] == [block.end for block in article.blocks[:-1]]
    assert (article.blocks[0].start, article.blocks[-1].end) == (0, len(text))
    again = read("\n".join((TITLE, *kept(article))))
    assert kept(again) == kept(article)


@pytest.mark.parametrize(
    "line",
    [
        "白岩讯 （记者 程远 通讯员 余敏） 8月14日，全县 9 家企业集中开工。 总投资 12.6 亿元，占地 420 亩。",
        "他们用的是 iPhone 11 Pro 拍的照片，效果不错，大家都说好。",
        "园区涉及溪口 白岩 桥头三个镇，今年新增就业 3000 余人，带动农户增收。",
    ],
)
def test_white_space_inside_sentences_parts_no_lines(line: str) -> None:
    assert len(parts(line)) <= 2
    assert all(part.endswith("。") for part in parts(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "。 记者 程远 余敏 责任编辑：何平 来源：白岩日报",
            ["。", "记者 程远 余敏", "责任编辑：何平", "来源：白岩日报"],
        ),
        (
            "山间小景。 程远 摄 村口的水车。 来源：白岩网",
            ["山间小景。", "程远 摄", "村口的水车。", "来源：白岩网"],
        ),
        (
            "要闻。 白岩县前三季度工业运行 九大产业八个增长 2023年8月14日 09:20 来源：白岩网",
            ["要闻。", "白岩县前三季度工业运行 九大产业八个增长", "2023年8月14日 09:20", "来源：白岩网"],
        ),
        (
            "首页。 要闻。 科技资讯 财经 白岩前三季度工业平稳 九大产业八个增长 白岩前三季度工业平稳 九大产业八个增长",
            [
                "首页。",
                "要闻。",
                "科技资讯",
                "财经",
                "白岩前三季度工业平稳 九大产业八个增长",
                "白岩前三季度工业平稳 九大产业八个增长",
            ],
        ),
        ("完工。 一期工程 二期工程正在招标。", ["完工。 一期工程 二期工程正在招标。"]),
    ],
)
def test_lines_are_told_by_what_stands_beside_the_white_space(line: str, expected: list[str]) -> None:
    assert parts(line) == expected


def test_a_page_with_lines_of_its_own_is_not_taken_apart() -> None:
    spaced = f"{BODY[0]} {BODY[1]} {BODY[2]}"
    article = read("\n".join((*HEAD, TITLE, *FIELDS, BODY[0], spaced, BODY[1], BODY[2], *TAIL)))
    assert spaced in kept(article)


def test_a_page_that_is_broken_at_one_width_is_made_whole() -> None:
    text = wrapped(*HEAD, TITLE, " ".join(FIELDS[:2]), *BODY, BODY[1] + BODY[0], *TAIL, width=24)
    article = read(text)
    assert kept(article) == [*BODY, BODY[1] + BODY[0]]
    assert article.title == TITLE
    # Every break is an edit, so the page can be had back.
    assert {edit.reason for edit in article.edits} == {"hard-wrap"}
    assert all(text[edit.start : edit.end] == edit.before for edit in article.edits)


def test_subheads_and_lists_stay_lines_of_their_own_where_text_is_broken() -> None:
    texts = (BODY[0] + BODY[2], BODY[1], BODY[2] + BODY[1])
    lines = [texts[0], "一、抓招商", texts[1], "二、抓服务", texts[2]]
    article = read(wrapped(TITLE, *lines, width=28))
    assert kept(article) == lines
    assert [paragraph.role for paragraph in paragraphs(article)].count(Role.SUBHEAD) == 2


@pytest.mark.parametrize(
    "lines",
    [
        # Verse: no line is full but by chance.
        [
            "山里的水清又清",
            "流过竹林流过村",
            "修好公路通县城",
            "厂房立在溪水边",
            "姑娘回乡来做工",
            "一年更比一年好",
        ],
        # Headlines that a list cuts at one length end no sentence.
        ["白岩县召开三季度经济运行分析会部署下一阶段重点工"] * 8,
        # Statutes: each line is a sentence.
        ["企业应当在每年三月底前向县经信局报送上年度产值。"] * 8,
    ],
)
def test_short_lines_that_are_whole_are_not_joined(lines: list[str]) -> None:
    pieces = [f"{line}\n" for line in lines]
    assert gathered(pieces) == pieces


def test_a_line_with_a_day_or_a_label_begins_anew_below_a_full_one() -> None:
    full = "白岩县竹木产业园举行开园仪式首批九家企业"
    pieces = [f"{line}\n" for line in (full, "2023-08-14 来源：白岩网", *[full, full, full, "入驻。"] * 3)]
    assert gathered(pieces)[:2] == pieces[:2]
    assert len(gathered(pieces)) == 5


def test_latin_words_keep_the_space_between_them() -> None:
    assert unbroken("用的是 Open\nData 的平\n台\n") == "用的是 Open Data 的平台"


def test_few_broken_lines_among_many_menus_are_joined_once_the_text_is_found() -> None:
    menu = tuple(f"{place}{kind}" for place in "甲乙丙丁戊己" for kind in ("县新闻", "镇简讯", "村影像"))
    text = wrapped(*menu, TITLE, " ".join(FIELDS[:2]), *BODY, *TAIL, width=30)
    article = read(text)
    assert [one.text for one in paragraphs(article)] == list(BODY)


def test_a_poem_under_menus_is_not_joined() -> None:
    menu = tuple(f"{place}县新闻" for place in "甲乙丙丁戊己庚辛")
    verse = ("竹影摇窗月在山", "溪声入枕梦初还", "隔岸人家灯一点", "夜深犹有织机闲")
    kept = [one.text for one in paragraphs(read("\n".join((*menu, "山居", "2023-08-14 作者：程远", *verse))))]
    assert not any(len(line) > 7 for line in kept if line in "".join(verse))


def test_a_page_cut_amid_its_last_broken_paragraph_is_made_whole() -> None:
    cut = "园区还与两所职业学校签订协议，每年定向培养一百二十名数控技工，今年首批学员里有八成留在县里的企业，"
    text = wrapped(TITLE, BODY[0] + BODY[2], cut + "其中六十人进了溪口镇的竹木企", width=28)
    assert "\n" not in "".join(one.text for one in paragraphs(read(text)))
    assert len(paragraphs(read(text))) == 2
