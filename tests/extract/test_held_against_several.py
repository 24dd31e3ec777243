"""Rates that a clause holds against several others at once, the points dealt out to each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shanqu.model import Extraction

Reading = Callable[[str], Extraction]


@pytest.mark.parametrize(
    "said",
    [
        "分别比全国、全省快6.1个和4.2个百分点",
        "比全国、全省分别快6.1个和4.2个百分点",
        "分别高于全国和全省6.1、4.2个百分点",
        "增速分别高于全国、全省6.1个、4.2个百分点",
        "增幅分别比全国与全省高6.1个与4.2个百分点",
    ],
)
def test_each_difference_is_from_its_own(reading: Reading, said: str) -> None:
    found = {
        fact.indicator: fact.value
        for fact in reading(f"松阳县规上工业增加值增长12.3%,{said}。").facts
        if "差距" in fact.indicator
    }
    assert found == {"规上工业增加值增速差距(较全国)": 6.1, "规上工业增加值增速差距(较全省)": 4.2}


def test_lower_rates_fall_behind_each(reading: Reading) -> None:
    facts = reading("云和县工业投资增长3%,分别比青田县、遂昌县低2.0个和1.1个百分点。").facts
    assert [fact.value for fact in facts if "差距" in fact.indicator] == [-2.0, -1.1]


def test_differences_of_two_measures_from_one_whole_stay_with_their_measures(reading: Reading) -> None:
    facts = reading(
        "全县城镇、农村居民人均可支配收入分别增长5.1%和7.3%,分别比全省高0.3个和0.8个百分点。"
    ).facts
    assert [fact.indicator for fact in facts][2:] == [
        "城镇居民人均可支配收入增速差距(较全省)",
        "农村居民人均可支配收入增速差距(较全省)",
    ]
