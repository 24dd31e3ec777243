"""Towns that the gazetteer has not: behind their county, and by themselves."""

from __future__ import annotations

from typing import cast

import pytest

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.span import Span
from shanqu.extract.unknown_towns import find_unknown_towns
from shanqu.model import EntityKind


def towns(text: str) -> list[tuple[str, str, str | None]]:
    """The towns with their names in full and the codes of their places."""
    places = [
        Span(cast(EntityKind, entry.kind), start, end, entry.canonical, entry.code, entry.how)
        for start, end, entry in place_scanner().all(text)
    ]
    return [(text[one.start : one.end], one.canonical, one.code) for one in find_unknown_towns(text, places)]


def test_a_town_behind_its_county_is_in_it() -> None:
    assert towns("江山市淤潭镇今年引进两个项目,走进淤潭镇的园区。") == [
        ("淤潭镇", "江山市淤潭镇", "330881"),
        ("淤潭镇", "江山市淤潭镇", "330881"),
    ]


def test_a_town_beyond_the_province_has_no_code() -> None:
    assert towns("项目坐落于青川县沙岭镇。") == [("沙岭镇", "青川县沙岭镇", None)]


def test_a_town_may_stand_by_itself_if_its_name_is_no_word() -> None:
    assert [name for name, _, _ in towns("桂垟镇、鸭泇镇和金塅乡构成梯队。")] == [
        "桂垟镇",
        "鸭泇镇",
        "金塅乡",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "云和县小城镇、缙云县各乡镇、庆元县重点镇。",
        "遂昌县古镇保护,松阳县老街道改造,龙泉市剑瓷小镇。",
        "景宁县返乡青年、青田县侨乡文化、庆元县菇乡。",
        "全镇、该镇、村镇、名镇,在家乡,到城乡。",
        "缙云县一区一镇一品,浙江未来乡村。",
        "记者在桥头镇看到。",
    ],
)
def test_towns_of_a_kind_are_none(text: str) -> None:
    assert towns(text) == []
