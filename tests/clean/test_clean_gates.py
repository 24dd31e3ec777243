"""A gate that a line does not pass answers a question that would cost more to ask."""

import pytest

from shanqu.clean.fields import DATE, fields, is_meta
from shanqu.clean.gates import DATED, ESTATE, EVERY, FIELDS, ITSELF, META, PICTURED, SPAM
from shanqu.clean.lines import Line
from shanqu.clean.signs import is_offer, is_spam, signs


def may(norm: str) -> int:
    return signs([Line(0, len(norm), norm, norm)])[0].may


@pytest.mark.parametrize(
    "norm",
    [
        "来源:云溪晚报",
        "浏览次数",
        "发布日期 文号 主题 机构",
        "2021年3月4日 08:00",
        "3小时前",
        "作者/林青",
        "03-04",
    ],
)
def test_what_is_a_line_of_fields_passes_their_gate(norm: str) -> None:
    assert may(norm) & META
    assert may(norm) & FIELDS or not fields(norm)


@pytest.mark.parametrize("norm", ["茶山新貌", "36氪快讯", "第1024期"])
def test_what_passes_no_gate_of_fields_is_no_line_of_them(norm: str) -> None:
    assert not may(norm) & (META | FIELDS)
    assert not is_meta(norm) and not fields(norm)


def test_the_gates_tell_dates_pictures_spam_offers_and_talk_of_the_site_apart() -> None:
    assert may("2021-03-04") & DATED and DATE.fullmatch("2021-03-04")
    assert may("图为茶山。林青 摄") & PICTURED and not may("茶山新貌") & PICTURED
    assert may("点此看六合彩") & SPAM and is_spam("点此看六合彩")
    assert may("Copyright 云溪网") & ITSELF and not may("茶山新貌") & ITSELF
    offer = "厂房出租,写字楼招租,可按揭"
    assert may(offer) & ESTATE and is_offer(signs([Line(0, len(offer), offer, offer)])[0])


def test_of_a_line_too_long_for_any_rule_nothing_is_known() -> None:
    assert may("山" * 2001) == EVERY
