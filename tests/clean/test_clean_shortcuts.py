"""What is told of a text in a quick way is what a slower one tells."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from shanqu.clean import fields, lost, names, scrambled
from shanqu.clean.dates import _EVENT, _EVENTS
from shanqu.clean.fields import DATE, find_date
from shanqu.text.aligned import strip_span
from shanqu.text.unseen import is_unseen


def texts(pieces: str) -> st.SearchStrategy[str]:
    """Texts made of some of the pieces, which bars part, in any order."""
    return st.lists(st.sampled_from(pieces.split("|")), max_size=10).map("".join)


FIGURES = "增长|达到|达|总投资|产值|约为|亿元|万|平方|公里|公顷|亩|吨|%|％|高出|了|个百分点|占全市的|每|月|年|今年|，|,|。|三|左右|\n| |\u3000"
CLAUSES = "的|了|了解|得|得到|之一|和|与|把|一并|，|。|：|\n| |发展|竹木|茶|10"
NAMES = "王|林波|张蓓|欧阳晓明|古丽|·|阿依努尔| |\u3000|、|记者|，|a1|摄|■|日报|产业发展"
LABELS = "来源|来 源|文|字号|文 号|作者|责任编辑|发布时间|12:30| |:|丨|/|，|茶"
DATES = "2021|20|12|3|07|年|月|日|-|.|/|:|10:20|在|来源|亿元|,| "


@given(texts(FIGURES))
def test_a_lost_figure_ends_as_is_looked_for_first(text: str) -> None:
    for end, whole in lost._LOST_BEFORE:
        assert end.search(text) is not None or re.search(whole, text) is None


@given(texts(CLAUSES))
def test_clauses_are_parted_only_where_enough_of_them_may_be_bad(text: str) -> None:
    clauses = scrambled._CLAUSE.findall(text)
    least = max(scrambled._BAD_EDGES_LEAST, scrambled._BAD_EDGES * len(clauses))
    assert scrambled._has_bad_edges(text) == (scrambled._bad_edges(clauses[:-1]) > least)


@given(texts(NAMES))
def test_a_line_in_which_something_else_than_names_is_seen_at_once_names_nobody(text: str) -> None:
    line = text.strip("■□●◆▲ ")
    if names._OF_NAMES.fullmatch(line) is None or names._TOO_LONG.search(line) is not None:
        assert sum(map(len, names.people(line))) < max(1, sum(map(len, line.split())))


@given(texts(DATES))
def test_a_date_is_found_from_figure_to_figure(text: str) -> None:
    found, first = find_date(text), DATE.search(text)
    assert (found and found.span()) == (first and first.span())


@given(texts(DATES))
def test_days_of_events_are_found_from_month_to_month(text: str) -> None:
    days = [(found[1], found[2]) for found in _EVENT.finditer(text)]
    assert [(found[1] or found[2], found[3]) for found in _EVENTS.finditer(text)] == days


@given(st.text(" \n\u3000\u200b\ufeff\ue000\x1c县a", max_size=9), st.data())
def test_a_span_is_stripped_of_what_shows_nothing(text: str, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    start, end = strip_span(text, low, high)
    assert all(map(is_unseen, text[low:start] + text[end:high]))
    assert start == end == low or not (is_unseen(text[start]) or is_unseen(text[end - 1]))


@given(texts(LABELS))
def test_where_no_character_stands_that_a_label_ends_in_none_is_looked_for(text: str) -> None:
    assert fields._labelling().search(text) is not None or fields._label()[0].search(text) is None
