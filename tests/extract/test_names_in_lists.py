"""Names that vouch for one another in a list, and names that the words around them take in: in news, lists and speeches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract import extract
from shanqu.extract.listings import agreed, between
from shanqu.extract.ordinary import limits
from shanqu.extract.span import Span
from shanqu.extract.trimming import trimmed
from shanqu.model import Article, Block, Extraction, Page, Role

Names = Callable[[str, str], list[str]]


def _tagged(text: str, kind: str, name: str, chance: float) -> tuple[Span, float]:
    start = text.index(name)
    return Span(kind, start, start + len(name), name, None, "tagger"), chance  # type: ignore[arg-type]


def test_a_list_of_firms_makes_a_firm_of_what_is_called_like_a_person() -> None:
    text = "澜步、王澜、某商行、鼎升分别位列第二至第五位。"
    finds = [("company", "澜步", 0.52), ("person", "王澜", 0.56), ("company", "某商行", 0.44)]
    found = [_tagged(text, *one) for one in [*finds, ("company", "鼎升", 0.34)]]
    kinds = {
        span.canonical: (span.kind, chance >= limits("added")["company"])
        for span, chance in agreed(text, found)
    }
    assert set(kinds.values()) == {("company", True)}


def test_two_names_that_are_none_too_likely_do_not_vouch_for_one_another() -> None:
    text = "澜步、鼎升分别位列第二和第三位。"
    found = [_tagged(text, "company", "澜步", 0.52), _tagged(text, "company", "鼎升", 0.34)]
    assert agreed(text, found) == found


def test_who_is_named_beside_a_person_is_no_firm() -> None:
    text = "由周澜娟、刘澜彬等17位委员提出。"
    found = [_tagged(text, "person", "周澜娟", 0.95), _tagged(text, "company", "刘澜彬", 0.74)]
    assert [span.kind for span, _ in agreed(text, found)] == ["person", "person"]


def test_what_stands_between_two_firms_is_one_unless_it_is_a_word() -> None:
    text = "澜昆、佰石、鼎友入驻，澜昆、轴承、鼎友合作。"
    first = [Span("company", 0, 2, "澜昆", None, "list"), Span("company", 6, 8, "鼎友", None, "list")]
    second = [Span("company", 11, 13, "澜昆", None, "list"), Span("company", 17, 19, "鼎友", None, "list")]
    assert [span.canonical for span in between(text, first)] == ["佰石"]
    assert list(between(text, second)) == []


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("company", "供澜德陶瓷", [("company", "澜德陶瓷")]),
        ("company", "澜核安科均", [("company", "澜核安科")]),
        ("company", "澜谷展团", [("company", "澜谷")]),
        ("company", "浙商总会", [("organization", "浙商总会")]),
        ("company", "公元股份", [("company", "公元股份")]),
        (
            "organization",
            "市工业联合会和市金融学会",
            [("organization", "市工业联合会"), ("organization", "市金融学会")],
        ),
        ("organization", "澜江大学与遂昌研究中心", [("organization", "澜江大学与遂昌研究中心")]),
        ("person", "杨澜萍向考察组", [("person", "杨澜萍")]),
    ],
)
def test_a_name_ends_where_the_next_word_begins(
    kind: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = trimmed(kind, text, 0, len(text))  # type: ignore[arg-type]
    assert [(part, text[start:end]) for part, start, end in found] == expected


def test_who_heads_a_body_is_no_part_of_its_name() -> None:
    text = "县政协提案委王澜荣主任陪同。"
    found = [(part, text[start:end]) for part, start, end in trimmed("organization", text, 0, 9)]
    assert found == [("organization", "县政协提案委"), ("person", "王澜荣")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "(上图/县委宣传部供图)澜诺微医疗科技(浙江)有限公司生产车间内十分忙碌。",
            ["澜诺微医疗科技(浙江)有限公司"],
        ),
        ("德国行业龙头澜特集团落户缙云。", ["澜特集团"]),
        ("记者走进遂昌经济开发区澜力软管有限公司。", ["澜力软管有限公司"]),
        ("近日，缙云城投出资建设标准厂房。", ["缙云城投"]),
        ("城投类企业负债下降，缙云城投债发行顺利。", []),
        ("外延、晶圆制造等企业急需氢气。", []),
        ("浙江澜成自控股份有限公司扩产。澜成自控去年产值3亿元。", ["浙江澜成自控股份有限公司", "澜成自控"]),
    ],
)
def test_where_a_firm_begins_and_ends_on_a_page(names: Names, text: str, expected: list[str]) -> None:
    assert names("company", text) == expected


def test_a_short_name_takes_as_much_of_the_full_one_as_is_said(names: Names) -> None:
    text = "澜欣达纺织印染科技有限公司获奖。下属公司(澜欣达纺织印染等)获奖7项。"
    assert names("company", text) == ["澜欣达纺织印染科技有限公司", "澜欣达纺织印染"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在衢州绿色产业集聚区常山片区，工地一片繁忙。", ["衢州绿色产业集聚区常山片区"]),
        ("龙游区块现场设在县城。", []),
        ("该区永澜老工业区146家企业搬迁。", ["永澜老工业区"]),
        ("该县将充分利用省级开发区的金字招牌，近几年小镇发展很快。", []),
        ("全力打造绿色发展示范区和产城融合先行区。", []),
        ("走进浙江省台州市仙居县医械小镇。", ["医械小镇"]),
        (
            "企业入驻龙湾永澜南园小微企业创业园。50余家企业入驻永澜南园。",
            ["龙湾永澜南园小微企业创业园", "永澜南园"],
        ),
        ("龙泉用于“飞地”产业园建设的土地有150亩。", []),
        ("浙江省塑料澜管专业园区创建于2002年。", ["浙江省塑料澜管专业园区"]),
    ],
)
def test_parks_without_the_words_around_them(names: Names, text: str, expected: list[str]) -> None:
    assert names("park", text) == expected


def test_a_zone_named_again_without_its_city_is_the_same(reading: Callable[..., Extraction]) -> None:
    found = reading("绍兴滨海新区与开化县签约。滨海新区将划出50亩地。").mentions
    assert [mention.canonical for mention in found if mention.kind == "park"] == ["绍兴滨海新区"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省发改委、经信厅、科技厅、商务厅负责人参加。", ["省发改委", "经信厅", "科技厅", "商务厅"]),
        ("县政府设有10个局、3个办。", []),
        ("乐清市澜件行业协会会长陈澜旺率协会一行考察。", ["乐清市澜件行业协会"]),
        ("武义县委整合开发区管委会与街道办事处。", ["武义县委"]),
        ("由开发区管委会统一管理，泉溪镇工业功能区委托乡镇管理。", []),
        ("作为集原创设计研发中心、总部大楼于一体的综合体，项目已开工。", []),
    ],
)
def test_offices_and_associations(names: Names, text: str, expected: list[str]) -> None:
    found = [name for name in names("organization", text) if not name.startswith(("开发区", "街道"))]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青田县委书记戴澜和说，全县上下要加快发展。", ["戴澜和"]),
        ("归国华侨詹澜彬很看好这个项目。", ["詹澜彬"]),
        ("市领导金澜、朱澜杰、陈澜蓉、程澜军早早地等在门口。", ["金澜", "朱澜杰", "陈澜蓉", "程澜军"]),
        ("王县长就县里的情况作了介绍。", []),
        ("协会起步于民、兴盛于民、潜力在民。", []),
    ],
)
def test_persons_by_the_words_beside_them(names: Names, text: str, expected: list[str]) -> None:
    assert names("person", text) == expected


def test_a_page_in_traditional_characters_is_read_by_the_simplified_ones() -> None:
    text = "義烏市南瀾針織有限公司總經理吳瀾說，從法院拍得土地。"
    page = Page("test.txt", text, "utf-8", "")
    article = Article(page, (Block(0, len(text), Role.BODY, "test"),), warnings=("traditional",))
    found = [(mention.text, mention.canonical) for mention in extract(article).mentions]
    assert ("義烏市南瀾針織有限公司", "义乌市南澜针织有限公司") in found
    assert ("吳瀾", "吴澜") in found


def test_an_item_without_words_breaks_no_list_of_trades(names: Names) -> None:
    assert names("person", "县委书记周澜霞说，重点布局和发展生物医药、集成电路、高端装备等先进制造业。") == [
        "周澜霞"
    ]
