"""Pinyin of names, and whose county they are."""

from __future__ import annotations

import pytest

from shanqu.indexing.readings import counties_named, reading
from shanqu.model import EntityKind, Extraction, Mention


def _mention(kind: EntityKind, canonical: str, code: str | None = None) -> Mention:
    return Mention(kind, 0, len(canonical), canonical, canonical, code)


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        (_mention("place", "遂昌县", "331123"), ("suichang", "sc")),
        (_mention("place", "景宁畲族自治县", "331127"), ("jingning", "jn")),
        (_mention("company", "某某银行A股"), ("moumouyinhangagu", "mmyhag")),
        (_mention("person", "王敏"), ("wangmin", "wm")),
        (_mention("place", "遂昌县石练镇", "331123"), ("suichangxianshilianzhen", "scxslz")),
    ],
)
def test_readings(mention: Mention, expected: tuple[str, str]) -> None:
    assert reading(mention) == expected


def test_a_township_counts_for_its_county_and_a_prefecture_is_none() -> None:
    found = Extraction(
        (
            _mention("place", "丽水市", "3311"),
            _mention("place", "仙居县上张乡", "331024"),
            _mention("place", "遂昌县", "331123"),
            _mention("place", "遂昌县", "331123"),
            _mention("park", "龙游经济开发区", "330825"),
        )
    )
    assert counties_named(found) == ["遂昌县", "仙居县"]
