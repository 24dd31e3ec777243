"""What only looks like the name of a firm or park: what is done, of which level a thing is, words behind a place; and the
short forms by which a firm is called again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.extract.ordinary import ordinary
from shanqu.extract.span import Span
from shanqu.model import EntityKind, Extraction

Names = Callable[[str, str], list[str]]
Reading = Callable[..., Extraction]


def _ordinary(kind: EntityKind, text: str, name: str, chance: float) -> bool:
    start = text.index(name)
    return ordinary(Span(kind, start, start + len(name), name, None, "tagger"), chance, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("遂昌县重大能源项目开工。", "遂昌县重大能源"),
        ("公司是一家专注于环保包装生产的企业。", "专注于环保包装"),
        ("大力培育生物科技为主导的支柱产业。", "大力培育生物科技"),
        ("走进浙江云和看山区发展。", "浙江云"),
        ("媒体走访松阳县(高亭)的企业。", "松阳县(高亭)"),
    ],
)
def test_what_is_said_of_a_place_or_done_is_no_firm(text: str, name: str) -> None:
    assert _ordinary("company", text, name, 0.85)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("遂昌澜光机械年产5万台水泵项目开工。", "遂昌澜光机械"),
        ("丽水国林集团与松阳县签约。", "丽水国林集团"),
    ],
)
def test_a_brand_or_a_form_makes_a_firm(text: str, name: str) -> None:
    assert not _ordinary("company", text, name, 0.85)


@pytest.mark.parametrize("name", ["云溪在经济技术开发区", "落地经济技术开发区"])
def test_where_something_is_done_is_no_name_of_a_park(name: str) -> None:
    assert _ordinary("park", f"据悉,{name}规划用地150亩。", name, 0.9)


@pytest.mark.parametrize(
    "text",
    [
        "该园是重大产业项目、市级示范轻工小微园。",
        "全县建成省级智控装备特色小镇。",
        "获得对外贸易十强开发区称号。",
        "两岸媒体走访遂昌县(东城)阳光国际幼儿园。",
    ],
)
def test_a_level_or_a_ranking_makes_no_park(names: Names, text: str) -> None:
    assert names("park", text) == []


def test_a_park_is_called_by_its_own_word_before_its_level(names: Names) -> None:
    assert names("park", "湘家荡省级旅游度假区举行推介会。") == ["湘家荡省级旅游度假区"]


def test_the_functional_zones_of_several_towns_are_none(names: Names) -> None:
    text = "白洋街道、王宅镇和履坦镇各工业功能区由管委会统一管理。"
    assert names("park", text) == []


def test_a_firm_begins_behind_the_base_that_it_runs(names: Names) -> None:
    text = "依托全省最大的氟化工基地澜化集团公司,着力延伸产业链。"
    assert names("company", text) == ["澜化集团公司"]


def test_what_something_is_for_begins_no_list_of_firms(names: Names) -> None:
    assert names("company", "安排50亩用地,用于科研办公、众创空间等企业入驻。") == []


def _canonical(reading: Reading, text: str) -> list[tuple[str, str]]:
    return [(item.text, item.canonical) for item in reading(text).mentions if item.kind == "company"]


def test_a_rare_word_is_the_short_name_of_the_firm_whose_brand_it_is(reading: Reading) -> None:
    text = "浙江长荣机械股份有限公司投产。\n长荣的订单排到明年。"
    full = "浙江长荣机械股份有限公司"
    assert _canonical(reading, text) == [(full, full), ("长荣", full)]


@pytest.mark.parametrize(
    "text",
    [
        "浙江大自然户外用品股份有限公司投产。\n大自然给了县里好山好水。",
        "丽水市飞地投资有限公司成立。\n两县共建飞地。",
        "武义县炊具科技有限公司投产。\n县里的炊具远销海外。",
        "沐川竹业有限公司投产。\n沐川县的竹林连成片,沐川因此得名。",
    ],
)
def test_a_common_word_or_a_place_is_no_short_name(reading: Reading, text: str) -> None:
    assert len(_canonical(reading, text)) == 1


def test_a_full_name_without_its_legal_form_is_the_same_firm(reading: Reading) -> None:
    text = "走进云溪湖啤酒有限公司。\n随着规模扩大,云溪湖啤酒的产能难以满足需求。"
    assert [canonical for _, canonical in _canonical(reading, text)] == ["云溪湖啤酒有限公司"] * 2


_FILTERS = "浙江澜田滤清器有限公司"


@pytest.mark.parametrize("short", ["龙泉澜田公司", "龙泉市澜田公司", "澜田公司", "澜田"])
def test_a_place_and_a_brand_name_the_firm_of_that_brand(reading: Reading, short: str) -> None:
    text = f"{_FILTERS}位于龙泉。\n昨日,{short}的新车间投产。"
    assert (short, _FILTERS) in _canonical(reading, text)


@pytest.mark.parametrize(
    "full",
    [
        "杭州澜田滤清器有限公司",
        "浙江澜田鑫能滤清器有限公司",
        "浙江澜田滤清器有限公司和浙江澜田汽车有限公司",
    ],
)
def test_a_firm_elsewhere_of_a_longer_brand_or_one_of_two_is_not_meant(reading: Reading, full: str) -> None:
    text = f"{full}位于龙泉。\n昨日,龙泉澜田公司的新车间投产。"
    assert ("龙泉澜田公司", "龙泉澜田公司") in _canonical(reading, text)


def test_a_county_by_its_short_and_full_name_leads_one_firm(reading: Reading) -> None:
    text = "龙泉市澜田公司投产。\n昨日,龙泉澜田公司的新车间投产。"
    assert ("龙泉澜田公司", "龙泉市澜田公司") in _canonical(reading, text)


def test_a_firm_of_a_zone_is_called_by_it(names: Names) -> None:
    text = "管委会下设澜磐网络科技有限公司和澜磐开发区新区建设开发有限公司。"
    assert names("company", text) == ["澜磐网络科技有限公司", "澜磐开发区新区建设开发有限公司"]


def test_a_zone_takes_its_part_in_brackets_along(names: Names) -> None:
    text = "园区更名为澜湾现代医药产业园区(澜江区块)。"
    assert names("park", text) == ["澜湾现代医药产业园区(澜江区块)"]


def test_a_trade_tells_a_service_complex_from_others_of_its_level(names: Names) -> None:
    text = "省级棉纺织产业创新服务综合体在创建当中。"
    assert names("park", text) == ["棉纺织产业创新服务综合体"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县国资平台松棠县工业发展集团出资1.2亿元。", ["松棠县工业发展集团"]),
        ("运营方万枫集团与招商方杭州腾棠科技签约。", ["万枫集团", "杭州腾棠科技"]),
        ("市属国企丽水棠投集团参与。", ["丽水棠投集团"]),
    ],
)
def test_a_firm_begins_behind_its_role(
    names: Callable[[str, str], list[str]], text: str, expected: list[str]
) -> None:
    assert names("company", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("松阳县铁路办主任告诉记者。", ["松阳县铁路办"]),
        ("文成县两山办副主任说,这件事好办。", ["文成县两山办"]),
        ("县委人才办、县低空办牵头。", ["县委人才办", "县低空办"]),
        ("青田县生态环境保护督察整改办通报。", ["青田县生态环境保护督察整改办"]),
        ("省社科院专家认为,市农科院选派专家。", ["省社科院", "市农科院"]),
        ("村民办起民宿,企业承办,松阳县举办,责成督办。", []),
        ("松阳县创办企业30家,县里主办,县城好办。", []),
    ],
)
def test_offices_are_set_up_for_one_thing(
    names: Callable[[str, str], list[str]], text: str, expected: list[str]
) -> None:
    assert names("organization", text) == expected
