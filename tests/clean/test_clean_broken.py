"""Characters that another encoding broke: a likely reading is offered, marked; the rest is reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.clean.broken import broken_edits, ways_of_reading
from shanqu.clean.lost import has_lost_digits
from shanqu.model import Edit

SENTENCE = "我们县的企业发展很快，全年引进项目"


def edits_of(text: str, every: str = "") -> list[Edit]:
    """What is repaired in a text, by the ways that it calls for or another one that holds it."""
    return list(broken_edits(text, 0, len(text), ways_of_reading(every or text)))


def repaired(text: str) -> str:
    for edit in sorted(edits_of(text), reverse=True):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("written", "read"), [("utf-8", "gb18030"), ("gbk", "latin-1"), ("gbk", "cp1252"), ("utf-8", "latin-1")]
)
def test_a_text_read_in_another_encoding_is_read_again(written: str, read: str) -> None:
    broken = SENTENCE.encode(written).decode(read, errors="ignore")
    if read == "gb18030":
        broken = broken.removesuffix("洰")
    assert repaired(f"县里说:\n{broken}\n") in (f"县里说:\n{SENTENCE}\n", f"县里说:\n{broken}\n")
    whole = "全县引进企业三十家，总投资达".encode(written).decode(read)
    assert repaired(whole) == "全县引进企业三十家，总投资达"


def test_a_byte_that_was_lost_before_a_stop_is_put_back() -> None:
    assert repaired("干部说?！拔覀兂嗨?说") == "干部说。“我們赤?说"
    assert repaired("见于书中?！稘h書·地理志說") == "见于书中。《漢書·地理志說"


@pytest.mark.parametrize(
    "text",
    [
        "他问什么?我们走了很远的路才到这里,大家都累了。",
        "café naïve São Paulo Łódź",
        "镇上的鑫淼焱垚集团、犇羴鱻公司都来了。",
        "Ω≈3.14 ±5% ÷ × «引文»",
        "这条路————从县城到园区····一共走了十年……––––",
        "鎴戜",
        "遂昌县引进了二十多家企业。",
    ],
)
def test_what_reads_well_or_cannot_be_read_stays(text: str) -> None:
    assert repaired(text) == text


@given(st.text(max_size=60))
def test_a_reading_never_brings_in_broken_characters(text: str) -> None:
    for edit in edits_of(text):
        assert edit.before == text[edit.start : edit.end]
        assert "\ufffd" not in edit.after


@given(st.text("我们县鎴戜滑瓯甬?！，覀兂嗨ÎÒÃÇ\n。a", max_size=24))
def test_a_way_of_reading_that_a_text_does_not_call_for_repairs_nothing_in_it(text: str) -> None:
    more = f"{text}\n鎴戜滑鍘ÎÒÃÇ?！拔覀兂嗨"
    assert sorted(edits_of(text, more)) == sorted(edits_of(text))


def test_single_rare_characters_break_nothing() -> None:
    assert not ways_of_reading("瓯江流过青田和温州，甬江流过宁波的鄞州和镇海，婺江流过金华。")
    assert ways_of_reading("鎴戜滑鍘")


@pytest.mark.parametrize(
    "text",
    [
        "今年14月,全县完成工业投资三十亿元。",
        "利用19972010年的资料,专家绘制了分布图。",
        "全县南北跨度公里,山高林密。",
        "规上工业增加值同比增长%,增速居全市前列。",
        "全年税收达到亿元,同比有所增长。",
        "年,该县获评全国示范县。",
        "月,经浙江省政府批准设立。",
        "增速比上年提高个百分点。",
        "项目于年月日开工建设。",
        "去年以来引进家企业。",
    ],
)
def test_a_figure_without_its_digits_is_noticed(text: str) -> None:
    assert has_lost_digits(text)


@pytest.mark.parametrize(
    "text",
    [
        "投资近亿元,产值超亿元的企业有十家。",
        "年产值达到亿元以上的企业共三家。",
        "引进亿元以上项目102个,十亿元项目5个。",
        "指标 | 增长%",
        "近年,该县发展很快。今年,目标更高。",
        "次年1月,项目开工;同年,企业投产。",
        "比上年提高1.2个百分点,增长近一成。",
        "每家企业都有一名联络员,共有企业三十家。",
        "面积达十平方公里,全长约三公里。",
        "十月,稻谷黄了。每月,干部下乡一次。",
    ],
)
def test_words_of_measure_without_a_figure_are_left(text: str) -> None:
    assert not has_lost_digits(text)
