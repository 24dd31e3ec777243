"""Of when a figure is whose sentence names no time."""

from __future__ import annotations

from shanqu.clean import clean
from shanqu.extract import extract
from shanqu.model import Page


def test_a_paragraph_that_has_told_of_a_time_does_not_go_back_to_the_first_of_the_text() -> None:
    text = (
        "遂昌快讯\n2024-03-05 来源:遂昌新闻网\n云溪工业园区成立于2003年,2006年升格为省级开发区。\n园区现有企业140家。\n"
        "截至2023年底,入园企业154家。1-12月投产企业完成工业总产值68亿元,实现税收2亿元。完成固定资产投资8亿元。\n"
    )
    said = {fact.value_text: fact.period for fact in extract(clean(Page("x", text, "utf-8", ""))).facts}
    assert said["8亿元"] in ("1-12月", "截至2023年底", None)
