"""Offices that a text calls by their level alone go by the name of their county."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[..., Extraction]


def _offices(extraction: Extraction) -> dict[str, str]:
    return {one.text: one.canonical for one in extraction.mentions if one.kind == "organization"}


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("文成县的山药熟了。县农业农村局局长林青介绍,销路不愁。", "县农业农村局", "文成县农业农村局"),
        ("景宁的企业拿到补助。县经商科技局负责人林青说。", "县经商科技局", "景宁畲族自治县经商科技局"),
        ("兰溪市的纺织业在变。市统计局负责人林青说。", "市统计局", "兰溪市统计局"),
        ("缙云县纪委开展行动,县市场监管局开通专线。", "县市场监管局", "缙云县市场监管局"),
        ("淳安县召开会议,市生态环境局淳安分局参加。", "市生态环境局淳安分局", "杭州市生态环境局淳安分局"),
    ],
)
def test_an_office_belongs_to_the_one_place_of_its_level(
    reading: Reading, text: str, office: str, name: str
) -> None:
    assert _offices(reading(text))[office] == name


def test_an_office_of_one_of_several_places_keeps_its_name(reading: Reading) -> None:
    text = "文成县、泰顺县都种山药。县农业农村局负责人林青说。"
    assert _offices(reading(text))["县农业农村局"] == "县农业农村局"


def test_a_longer_word_is_no_level(reading: Reading) -> None:
    text = "兰溪市的企业提了意见。市场监管总局派人来听。"
    assert "兰溪市场监管总局" not in "".join(_offices(reading(text)).values())
