"""A text goes on below a table of which each cell stands on a line of its own, but not below a list."""

from __future__ import annotations

from shanqu.clean import clean, paragraphs
from shanqu.clean.lines import split
from shanqu.clean.signs import signs as signs_of
from shanqu.clean.tables import above_table, below_table
from shanqu.model import Article, Page, Role

HEAD = (
    "首页 新闻 政务 服务 互动",
    "当前位置：首页 > 要闻",
    "山里县发布上半年经济数据",
    "2023-07-20 10:20 来源：山里发布",
)
ABOVE = (
    "今年上半年，全县实现地区生产总值六十二亿元，同比增长百分之六，增速居全市第二位，主要指标好于预期。",
    "分产业看，第一产业稳中有进，第二产业回升明显，第三产业持续恢复，工业用电量同比增长百分之八。",
)
TABLE = (
    *("指标", "单位", "上半年", "增速(%)"),
    *("地区生产总值", "亿元", "62.35", "6.1"),
    *("规上工业增加值", "亿元", "18.20", "8.4"),
    *("固定资产投资", "亿元", "31.05", "12.7"),
    *("一般公共预算收入", "亿元", "6.80", "9.9"),
)
BELOW = (
    "下半年，全县将聚焦项目建设，力争新开工亿元以上项目二十个，推动经济稳进提质，确保完成全年目标任务。",
    "县统计局负责人表示，将继续加强监测分析，及时发现苗头性问题，为县委县政府决策提供参考。",
)
MORE = (
    "有关部门将加快推进重点项目建设，力争年内完成投资三十亿元，为明年开局打下更加坚实的基础。",
    "各乡镇也要结合自身实际，抓紧谋划一批群众期盼的民生项目，让发展成果更多更公平惠及山区百姓。",
)
FOOT = ("编辑：王小红", "相关阅读", "竹乡的新路子", "茶乡的春天来得早", "版权所有 山里新闻网")


def cleaned(*lines: str) -> Article:
    return clean(Page(path="p", text="\n".join(lines), encoding="utf-8", sha256=""))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


def test_the_text_on_both_sides_of_a_table_is_kept_with_it() -> None:
    assert kept(cleaned(*HEAD, *ABOVE, *TABLE, *BELOW, *FOOT)) == [*ABOVE, *TABLE, *BELOW]
    long = BELOW * 3
    assert kept(cleaned(*HEAD, *ABOVE, *TABLE, *long[:3], *FOOT))[: len(ABOVE)] == list(ABOVE)


def test_the_figures_of_a_table_are_no_subheads() -> None:
    found = cleaned(*HEAD, *ABOVE, *TABLE, *BELOW, *FOOT)
    figures = [
        block.role for block in found.blocks if found.page.text[block.start : block.end].strip() == "62.35"
    ]
    assert figures == [Role.BODY]


def test_a_list_of_what_things_are_like_is_no_text_where_there_is_another() -> None:
    menu = ("新闻", "汽车", "体育", "娱乐", "财经", "科技") * 40
    cars = [
        line
        for name, price, year in (
            ("小竹", "10.78~14.38", "2007年5月28日"),
            ("大竹", "22.99~44.99", "2000年"),
            ("青竹", "7.99~11.79", "2002年"),
        )
        for line in (
            f"{name} (合资)",
            f"厂商指导价(万)：{price}万",
            "级别： 紧凑型车",
            f"上市时间：{year}",
            "在产车型：11款",
            "排量(L)：1.2~1.6 CVT MT",
            "油耗(L)：5.4~6.3（官方）",
            "询底价 预约试驾",
        )
    ]
    text = (*ABOVE, *TABLE, *BELOW, *MORE)
    assert kept(cleaned(*menu, *HEAD, *text, *menu[:30], *cars, *menu, *FOOT)) == list(text)


def test_headlines_ranks_and_days_make_no_table() -> None:
    ranks = [line for rank in range(1, 9) for line in (str(rank), "竹乡的新路子越走越宽")]
    days = [line for day in range(11, 19) for line in ("竹乡的新路子越走越宽", f"07-{day}")]
    for rows in (ranks, days, ["竹乡", "茶乡", "药乡", "石乡", "木乡", "菇乡", "瓷乡"]):
        lines = (*ABOVE, *rows, *BELOW)
        signs = signs_of(split(Page("p", "\n".join(lines), "utf-8", ""), annotated=False))
        assert below_table(signs, len(ABOVE)) is None
        assert above_table(signs, len(ABOVE) + len(rows)) is None
