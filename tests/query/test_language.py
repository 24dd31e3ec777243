"""The search language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.model import Either, Near, Query, Term
from shanqu.query import QuerySyntaxError, parse
from shanqu.query.highlight import free_words


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


_SUICHANG, _JINGNING, _INDUSTRY = Term("遂昌"), Term("景宁"), Term("工业")


def _either(*choices: tuple[Term | Near | Either, ...], negated: bool = False) -> Either:
    return Either(tuple(Query(choice) for choice in choices), negated)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("遂昌 OR 景宁", (_either((_SUICHANG,), (_JINGNING,)),)),
        ("遂昌 | 景宁 工业", (_either((_SUICHANG,), (_JINGNING,)), _INDUSTRY)),
        ("工业 遂昌 ｜ 景宁", (_INDUSTRY, _either((_SUICHANG,), (_JINGNING,)))),
        ("(遂昌 工业) OR 景宁", (_either((_either((_SUICHANG, _INDUSTRY)),), (_JINGNING,)),)),
        ("（遂昌 OR 景宁）工业", (_either((_SUICHANG,), (_JINGNING,)), _INDUSTRY)),
        ("-(遂昌 OR 景宁)", (_either((_SUICHANG,), (_JINGNING,), negated=True),)),
        ("-(遂昌)", (Term("遂昌", negated=True),)),
        ("-(-遂昌)", (_SUICHANG,)),
        ("-(遂昌 工业)", (_either((_SUICHANG, _INDUSTRY), negated=True),)),
        ("(GDP(亿元) OR 工业)", (_either((Term("GDP(亿元)"),), (_INDUSTRY,)),)),
        ("GDP(亿元)", (Term("GDP(亿元)"),)),
        ('"OR"', (Term("OR"),)),
        ("遂昌 NEAR/20 工业", (Near(("遂昌", "工业"), 20),)),
        ("遂昌 NEAR 工业", (Near(("遂昌", "工业"), 10),)),
        ("遂昌 NEAR/5 工业 NEAR/6 景宁", (Near(("遂昌", "工业"), 5), Near(("工业", "景宁"), 6))),
        ("遂昌 NEAR/5 工业 OR 景宁", (_either((Near(("遂昌", "工业"), 5),), (_JINGNING,)),)),
        ('"遂 昌" NEAR/0 工业 景宁', (Near(("遂 昌", "工业"), 0), _JINGNING)),
        ("before:2021-06 晚于:2020年 年:2021-2023", (
            Term("2021-06", "before"), Term("2020年", "after"), Term("2021-2023", "year"),
        )),
        ("amount>10亿 金额≤5,000万元 amount:1亿", (
            Term("10亿", "amount", compare=">"), Term("5,000万元", "amount", compare="<="), Term("1亿", "amount", compare="="),
        )),
        ("is:星标 -是:转载 has:笔记 有:标签", (
            Term("starred", "is"), Term("duplicate", "is", True), Term("note", "has"), Term("tag", "has"),
        )),
        ("a>b", (Term("a>b"),)),
        ("遂昌 AND 工业", (_SUICHANG, _INDUSTRY)),
        ("(遂昌 AND 工业) OR ＡＮＤ 景宁", (_either((_either((_SUICHANG, _INDUSTRY)),), (_JINGNING,)),)),
        ('"AND" ANDROID and', (Term("AND"), Term("ANDROID"), Term("and"))),
        ("year:undated -年:无日期", (Term("undated", "is"), Term("undated", "is", True))),
        ("kind:企业 类别:growth", (Term("company", "kind"), Term("growth", "kind"))),
    ],
)  # fmt: skip
def test_conditions_are_joined_compared_and_put_side_by_side(text: str, terms: tuple[object, ...]) -> None:
    assert parse(text).terms == terms


@pytest.mark.parametrize(
    "half",
    ["OR", "遂昌 OR", "OR 遂昌", "AND", "遂昌 AND", "AND 遂昌", "遂昌 AND OR", "遂昌 kind:com", "遂昌 NEAR/", "NEAR/3", "遂昌 NEAR/3", "(遂昌", "(遂昌 OR", "遂昌 ()", "遂昌 -(", "遂昌 before:",
     "遂昌 before:20", "遂昌 year:2021-", "遂昌 amount>", "遂昌 is:sta", "遂昌 has:"],
)  # fmt: skip
def test_half_an_operator_or_value_says_nothing_yet(half: str) -> None:
    assert parse(half).terms in ((Term("遂昌"),), ())


def test_a_name_stands_for_the_query_kept_under_it() -> None:
    named = {"我的县": "遂昌 OR 景宁", "两": "@我的县 工业", "环": "@环"}
    either = _either((_SUICHANG,), (_JINGNING,))
    assert parse("@我的县 工业", named).terms == (either, _INDUSTRY)
    assert parse("-@两", named).terms == (_either((either, _INDUSTRY), negated=True),)
    with pytest.raises(QuerySyntaxError, match="stands for itself"):
        parse("@环", named)


def test_a_name_that_no_query_has_is_told_with_those_that_some_have() -> None:
    named = {"两山": "遂昌", "我的县": "景宁"}
    with pytest.raises(QuerySyntaxError, match="no query is kept as @我; there are @我的县 @两山") as raised:
        parse("遂昌 -@我", named)
    assert (raised.value.start, raised.value.end) == (4, 6)
    with pytest.raises(QuerySyntaxError, match="no query is kept under a name"):
        parse("@我", {})
    assert parse('"@我"', named).terms == (Term("@我"),)
    assert parse("@我").terms == (Term("@我"),)


@pytest.mark.parametrize(
    ("text", "span", "word"),
    [
        ("遂昌 -contry:景宁", (4, 11), "contry"),
        ("遂昌 before:2021-13", (10, 17), "2021-13"),
        ("year:abc", (5, 8), "abc"),
        ("遂昌 amount>很多", (10, 12), "很多"),
        ("is:red 遂昌", (3, 6), "red"),
        ("遂昌 kind:新闻", (8, 10), "新闻"),
        ("县:遂昌 NEAR/3 工业", (0, 14), "NEAR"),
        ("(" * 30 + "遂昌", (20, 21), ""),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_place(text: str, span: tuple[int, int], word: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse(text)
    assert ((caught.value.start, caught.value.end), caught.value.field) == (span, word)
    assert word in caught.value.message


@given(st.one_of(
    st.text('县遂a:：-－"“”「」 \u3000公司()（|@>20'),
    st.lists(st.sampled_from(["OR", "AND", "NEAR/2", "(", ")", "-", "遂昌", "县:", "year:2", '"']), max_size=9).map(" ".join),
))  # fmt: skip
def test_nothing_that_can_be_typed_into_the_filter_breaks_it(text: str) -> None:
    try:
        query = parse(text)
    except QuerySyntaxError as error:
        assert 0 <= error.start < error.end <= len(text)
    else:
        assert all(word and word == word.strip() for word in free_words(query))
