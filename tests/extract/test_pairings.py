"""Pairings: who is whose partner, and where a county has an enclave."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction, Fact

Reading = Callable[..., Extraction]


def _pairings(extraction: Extraction) -> list[Fact]:
    return [fact for fact in extraction.facts if fact.kind == "pairing"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遂昌县与上虞区结对。", ("遂昌县", "上虞区", "结对")),
        ("景宁与宁波市鄞州区开展山海协作。", ("景宁畲族自治县", "鄞州区", "山海协作")),
        ("仙居县对口支援四川省宣汉县。", ("仙居县", "宣汉县", "对口")),
        ("遂昌县与诸暨市共建智能装备产业园。", ("遂昌县", "诸暨市", "共建")),
        ("磐安县在金华市金东区设立了“飞地”。", ("磐安县", "金东区", "飞地")),
        ("位于杭州市滨江区的开化县“飞地”启用。", ("开化县", "滨江区", "飞地")),
        ("遂昌县的结对县上虞区送来技术。", ("遂昌县", "上虞区", "结对")),
        ("三门县与浙江工业大学结对。", ("三门县", "浙江工业大学", "结对")),
    ],
)
def test_each_way_to_say_it(reading: Reading, text: str, expected: tuple[str, str, str]) -> None:
    (pairing,) = _pairings(reading(text))
    assert (pairing.place, pairing.subject, pairing.indicator) == expected
    assert pairing.code and pairing.sentence == text and pairing.value is None


def test_lists_are_dealt_out(reading: Reading) -> None:
    text = "武义县与海宁市、磐安县与义乌市分别结对。缙云县、松阳县分别与富阳区、余姚市结对。"
    assert [(one.place, one.subject) for one in _pairings(reading(text))] == [
        ("武义县", "海宁市"),
        ("磐安县", "义乌市"),
        ("缙云县", "富阳区"),
        ("松阳县", "余姚市"),
    ]


def test_each_enclave_of_a_sentence_has_its_own_county(reading: Reading) -> None:
    text = "仙居县在杭州市西湖区设立了飞地,磐安县在金华市金东区建设飞地。"
    assert [(one.place, one.subject) for one in _pairings(reading(text))] == [
        ("仙居县", "西湖区"),
        ("磐安县", "金东区"),
    ]


def test_a_zone_of_two_names_is_the_span(reading: Reading) -> None:
    (pairing,) = _pairings(reading("2019年9月,龙游—镇海山海协作产业园扩容。"))
    assert (pairing.value_text, pairing.place, pairing.subject) == (
        "龙游—镇海山海协作产业园",
        "龙游县",
        "镇海区",
    )
    assert (pairing.period, pairing.period_norm, pairing.status) == ("2019年9月", "2019-09", "actual")


def test_the_county_spoken_of_before_has_the_partner(reading: Reading) -> None:
    (pairing,) = _pairings(reading("遂昌县地处浙西南。该县还与上虞区结对。"))
    assert (pairing.place, pairing.subject) == ("遂昌县", "上虞区")


def test_what_is_to_come_is_a_planned_pairing(reading: Reading) -> None:
    (pairing,) = _pairings(reading("苍南县计划与龙港市共建新能源产业园。"))
    assert pairing.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "遂昌县党员与群众结对。",
        "遂昌县和松阳县都靠近丽水市区,发展飞地经济。",
        "遂昌县未与上虞区结对。",
        "遂昌县与丽水市共建飞地园区。",  # it lies in that city
    ],
)
def test_what_is_no_pairing(reading: Reading, text: str) -> None:
    assert _pairings(reading(text)) == []
