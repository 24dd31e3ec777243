"""Counties by any of their names."""

from __future__ import annotations

import pytest

from shanqu.query import find_county


@pytest.mark.parametrize("name", ["遂昌县", "遂昌", "suichang", "sc"])
def test_counties_are_found_by_any_of_their_names(name: str) -> None:
    assert find_county(name) == "331123"


def test_what_is_no_county_is_not_found() -> None:
    assert find_county("浙江省") is None and find_county("巴黎") is None
