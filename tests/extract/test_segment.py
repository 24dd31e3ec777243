"""Word boundaries: jieba's, without what jieba loads and leaves behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

from shanqu.extract.segment import frequency, is_verb, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究生命起源和尚未开发", ["研究", "生命", "起源", "和", "尚未", "开发"]),
        ("他说的确实在理", ["他", "说", "的", "确实", "在", "理"]),
        ("A股公司Rokid年产50万", ["A股", "公司", "Rokid", "年产", "50", "万"]),
        ("增长9.3%。\r\n第二", ["增长", "9", ".", "3", "%", "。", "\r\n", "第二"]),
        ("", []),
    ],
)
def test_words_are_those_that_are_together_the_most_frequent(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_names_of_zones_are_not_cut_apart() -> None:
    assert "遂昌经济开发区" in words("项目落户遂昌经济开发区。")


def test_the_list_tells_verbs_and_how_often_a_word_was_seen() -> None:
    assert is_verb("推进") and not is_verb("企业")
    assert frequency("企业") > 1000 and frequency("澜泽") == 0


def test_jieba_itself_is_not_loaded() -> None:
    code = (
        "import sys; from shanqu.extract.segment import words; words('企业'); print('jieba' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
