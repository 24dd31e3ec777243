"""What holds for every text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scorer import load

from shanqu.clean import clean, paragraphs
from shanqu.ingest import read
from shanqu.model import Page
from shanqu.text.aligned import align
from shanqu.text.paragraphs import cleaned_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
# Not: short items under a heading that reads less like a headline than the first item does, and a letter box
# whose menu is taken for its headline.
EVERY = sorted(
    path for path in Path(__file__).parent.glob("*/*.page") if path.stem not in ("briefs", "mailbox-reply")
)
PIECES = st.sampled_from(
    [
        "首页 > 新闻 > 正文",
        "来源:浙江日报 2020-01-02",
        "相关文章",
        "分享到:",
        "【编辑:王明】",
        "山区县的蕞大项目",
        "发(fā)展(zhǎn)产业(chǎn)",
        "位列全市头部。",
        "\u200b\ufeff",
        "版权声明:本文由本站发布",
        "庆元",
        "麗水經濟開發區發(fā)展(zhǎn)產(chǎn)業招商引資,縣委頭部時間獲悉",
        "企業多?！拔覀兂嗨?說",
        "ÎÒÃÇµÄÆóÒµ",
        "澳门2024免费资料大全",
        "好,,。<strong>&nbsp;",
        "\ufffd\ufffd。\ue001",
        "近年来,当地把产业作为富民的根本,引进企业,建设园区,产值连续三年增长,带动了群众增收致富。",
        "\n",
        "\r\n",
        "\u3000",
        "\x0c",
        "?",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map("\n".join)
)


def page(text: str) -> Page:
    return Page(path="p", text=text, encoding="utf-8", sha256="")


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_blocks_cover_the_page_without_gap_or_overlap(text: str) -> None:
    blocks = clean(page(text)).blocks
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.start < block.end for block in blocks)
    assert all(one.end == other.start for one, other in pairwise(blocks))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_undoing_the_edits_gives_the_page_back(text: str) -> None:
    edits = clean(page(text)).edits
    assert all(text[edit.start : edit.end] == edit.before for edit in edits)
    assert all(one.end <= other.start for one, other in pairwise(edits))
    aligned = align(text, 0, len(text), edits)
    undone = dict.fromkeys(zip(aligned.starts, aligned.ends, strict=True))
    assert [*aligned.starts] == sorted(aligned.starts) and [*aligned.ends] == sorted(aligned.ends)
    removed = [(edit.start, edit.end) for edit in edits if not edit.after]
    assert "".join(text[low:high] for low, high in sorted({*undone, *removed})) == text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_cleaning_the_cleaned_text_keeps_all_of_it(path: Path) -> None:
    once = cleaned_text(clean(load(path).page))
    again = clean(page(once))
    # Without its headline, the first subhead or question of a text reads like one.
    headline = [again.title] if again.title is not None and once.startswith(f"{again.title}\n") else []
    assert [*headline, *(p.text for p in paragraphs(again))] == once.splitlines()


def test_an_empty_page_has_no_body_and_says_so() -> None:
    assert clean(page("")).warnings == ("no-body",)
    assert "no-body" in clean(page(" \n\n")).warnings


@pytest.mark.parametrize("line", ["0100300909" * 8 + "\b1", "丨丨年年年丨" * 30 + "\b"])
def test_a_line_that_a_rule_could_divide_in_countless_ways_is_read_like_any_other(line: str) -> None:
    # Were each way tried, this would not end.
    assert clean(page(f"标题\n{line}\n")).blocks[-1].end == len(line) + 4


@pytest.mark.parametrize("line", ["啊" * 200_000, "山区," * 60_000, "首页|" * 60_000, "(" * 100_000])
def test_a_line_without_end_is_taken_as_it_is(line: str) -> None:
    assert clean(page(f"标题\n{line}\n")).blocks[-1].end == len(line) + 4


@pytest.mark.parametrize("path", [*SEEDS, *EVERY], ids=lambda path: path.stem)
def test_a_cleaned_article_below_its_headline_is_not_cleaned_any_further(path: Path) -> None:
    article = clean(next(read(path)) if path.suffix == ".txt" else load(path).page)
    once = f"{article.title or ''}\n{cleaned_text(article)}".strip()
    again = clean(page(once))
    assert f"{again.title or ''}\n{cleaned_text(again)}".split() == once.split()
    assert again.edits == ()
