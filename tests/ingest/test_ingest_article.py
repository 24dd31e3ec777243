"""What the markup says of where the article is, and what its head declares."""

from __future__ import annotations

import pytest

from shanqu.ingest.html import Flat, flatten

PROSE = "今年以来，全县新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下。"
MENU = "".join(f"<li><a href=x>栏目{number}</a></li>" for number in range(30))


def flat(markup: str) -> Flat:
    found = flatten(markup)
    assert found is not None
    return found


def chosen(markup: str, vote: str) -> list[str]:
    found = flat(markup)
    return [found.text[hint.start : hint.end] for hint in found.hints if vote in hint.chosen]


def test_the_element_with_most_text_and_least_else_is_chosen() -> None:
    body = f"<p>{PROSE}</p><p>小标题</p><p>{PROSE}</p>"
    assert chosen(f"<ul>{MENU}</ul><div><div>{body}</div><ul>{MENU}</ul></div>", "density") == [
        PROSE,
        "小标题",
        PROSE,
    ]


def test_an_article_in_two_elements_is_chosen_whole() -> None:
    part = f"<div><p>{PROSE}</p><p>{PROSE}</p></div>"
    assert len(chosen(f"<ul>{MENU}</ul><div>{part}<a href=x>广告位</a>{part}</div>", "density")) == 5


def test_teasers_under_linked_headlines_are_no_text() -> None:
    teaser = f"<dl><dt><a href=x>另一条新闻的标题</a></dt><dd>{PROSE}</dd></dl>"
    assert chosen(f"<div><div><p>{PROSE}{PROSE}</p></div>{teaser * 4}</div>", "density") == [PROSE + PROSE]


def test_comments_are_not_chosen_for_the_name_of_what_holds_them() -> None:
    comments = f"<div class='comment-list'>{f'<p>{PROSE}</p>' * 6}</div>"
    assert chosen(f"<div><div><p>{PROSE}{PROSE}</p></div>{comments}</div>", "density") == [PROSE + PROSE]


def test_a_name_does_not_hide_most_of_the_text() -> None:
    text = f"<div class='feed'>{f'<p>{PROSE}</p>' * 6}</div>"
    assert len(chosen(f"<ul>{MENU}</ul>{text}", "density")) == 6


def test_a_named_holder_votes_of_its_own() -> None:
    markup = f"<div><h2>又一则</h2><div id='articleContent'><p>{PROSE}{PROSE}</p></div></div>"
    assert chosen(markup, "holder") == [PROSE + PROSE]
    assert chosen(f"<div id='shop'><p>{PROSE}{PROSE}</p></div>", "holder") == []


def test_nothing_is_chosen_where_nothing_reads_like_text() -> None:
    assert chosen(f"<ul>{MENU}</ul>", "density") == []


def test_text_that_a_script_is_to_show_is_read_where_nothing_else_is() -> None:
    hidden = f"<div style='visibility: hidden'>{f'<p>{PROSE}</p>' * 5}</div>"
    assert PROSE in flat(f"<h1>题目</h1>{hidden}").text
    assert "隐藏" not in flat(f"{f'<p>{PROSE}</p>' * 5}<div style='display:none'><p>隐藏</p></div>").text


def test_the_head_declares_site_column_date_source_and_author() -> None:
    found = flat(
        "<head><title>甲题_要闻_某县新闻网</title><meta name=SiteName content='某县新闻网'>"
        "<meta name=ColumnName content=要闻><meta name=PubDate content='2021-03-04 10:00'>"
        "<meta name=ContentSource content=某县日报><meta name=author content=王小明></head><p>文</p>"
    ).declared
    assert found == ("甲题_要闻_某县新闻网", "某县新闻网", "要闻", "2021-03-04 10:00", "某县日报", "王小明")


def test_linked_data_fills_in_what_the_head_leaves_out() -> None:
    data = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-03-04", "author": [{"name": "王小明"}]}]}'
    found = flat(f"<script type='application/ld+json'>{data}</script><p>文</p>").declared
    assert (found.published, found.author) == ("2021-03-04", "王小明")


def test_linked_data_names_the_site_and_the_column() -> None:
    data = '{"datePublished": "2021-03-04", "publisher": {"name": "某县新闻网"}, "articleSection": ["要闻"]}'
    found = flat(f"<script type='application/ld+json'>{data}</script><p>文</p>").declared
    assert (found.site, found.column, found.author) == ("某县新闻网", "要闻", None)


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ("<time datetime='2021-03-04T08:00'>刚刚</time>", "2021-03-04T08:00"),
        ("<time datetime='2021-03-04'>今</time><li><time datetime='2020-01-01'>昔</time>", None),
        (
            "<li><time datetime='2020-01-01'>昔</time></li><span itemprop=datePublished content='2021-03-04'>今</span>",
            "2021-03-04",
        ),
        ("<time>刚刚</time>", None),
    ],
)
def test_elements_of_time_date_the_page_where_they_agree_or_one_is_marked(
    markup: str, published: str | None
) -> None:
    assert flat(f"<p>文</p>{markup}").declared.published == published


def test_broken_linked_data_is_passed_over() -> None:
    found = flat("<script type='application/ld+json'>{'datePublished': </script><p>文</p>").declared
    assert found.published is None
