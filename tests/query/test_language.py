"""The search language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.model import Term
from shanqu.query import QuerySyntaxError, parse


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("遂昌 产业", (Term("遂昌"), Term("产业"))),
        ("遂昌\u3000产业", (Term("遂昌"), Term("产业"))),
        ('"生态 工业"', (Term("生态 工业"),)),
        ("“生态 工业”", (Term("生态 工业"),)),
        ("＂生态 工业＂", (Term("生态 工业"),)),
        ("「生态 工业」 遂昌", (Term("生态 工业"), Term("遂昌"))),
        ("-招商", (Term("招商", negated=True),)),
        ("－招商", (Term("招商", negated=True),)),
        ("county:遂昌", (Term("遂昌", "county"),)),
        ("县：遂昌", (Term("遂昌", "county"),)),
        ("县:sc -企业:网易", (Term("sc", "county"), Term("网易", "company", True))),
        ("公司:a 地:b 园区:c 机构:d 人:e 项目:f", tuple(
            Term(value, field)
            for value, field in zip(
                "abcdef", ("company", "place", "park", "organization", "person", "project"), strict=True
            )
        )),
        ("产业:a product:b 政策:c 标题:d site:e 栏目:f", tuple(
            Term(value, field)
            for value, field in zip("abcdef", ("industry", "product", "policy", "title", "site", "column"), strict=True)
        )),
        ('标题:"山区 县"', (Term("山区 县", "title"),)),
        ("ORG:省商务厅", (Term("省商务厅", "organization"),)),
        ("A-B", (Term("A-B"),)),
        ("来源:环球网", (Term("来源:环球网"),)),
        ("13:30", (Term("13:30"),)),
        ("http://x.cn", (Term("http://x.cn"),)),
        ('"contry:x"', (Term("contry:x"),)),
    ],
)  # fmt: skip
def test_what_is_typed_is_meant(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text).terms == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("-", ()),
        ('"', ()),
        ("县:", ()),
        ("-县:", ()),
        ('县:"', ()),
        ("遂昌 -", (Term("遂昌"),)),
        ('"生态 工', (Term("生态 工"),)),
        ("县:“景 宁", (Term("景 宁", "county"),)),
        ("count", (Term("count"),)),
    ],
)
def test_what_is_still_being_typed_is_read_kindly(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text).terms == terms


def test_a_field_that_is_none_is_named_with_its_position() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse("遂昌 -contry:景宁")
    assert (caught.value.field, caught.value.position) == ("contry", 4)
    assert '"contry"' in caught.value.message


@given(st.text('县遂a:：-－"“”「」 \u3000公司'))
def test_nothing_that_can_be_typed_into_the_filter_breaks_it(text: str) -> None:
    try:
        terms = parse(text).terms
    except QuerySyntaxError as error:
        assert error.field.isascii()
    else:
        assert all(term.value and term.value == term.value.strip() for term in terms)
