"""Where forms may begin in a text, looked up place by place in short texts and all at once in long ones."""

from __future__ import annotations

import pytest

from shanqu.extract.beginnings import Beginnings

FORMS = ["遂昌", "遂昌县", "昌县", "𠮷野村", "县", "经济开发区"]


def _found(beginnings: Beginnings, text: str) -> list[str]:
    return [beginnings.pairs[number] for number in beginnings.of(text)]


@pytest.mark.parametrize("padding", ["", "无" * 200])
def test_each_character_gets_the_pair_that_it_begins(padding: str) -> None:
    text = "遂昌县𠮷野\0\0经济" + padding
    expected = ["遂昌", "昌县", "", "𠮷野", "", "", "", "经济", ""] + [""] * len(padding)
    assert _found(Beginnings(FORMS), text) == expected


def test_a_pair_knows_how_long_the_forms_are_that_it_begins() -> None:
    beginnings = Beginnings(FORMS)
    bits = [int(beginnings.bits[beginnings.of(text)[0]]) for text in ("遂昌", "经济", "浙江")]
    assert [beginnings.lengths[one] for one in bits] == [(2, 3), (5,), ()]


@pytest.mark.parametrize("text", ["", "遂", "遂昌"])
def test_there_are_as_many_numbers_as_characters(text: str) -> None:
    assert len(Beginnings(FORMS).of(text)) == len(text)


def test_of_no_forms_nothing_is_found() -> None:
    assert not Beginnings([]).of("遂昌县" * 50).any()
