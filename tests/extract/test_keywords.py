"""Keywords: what the article says often and texts seldom do, names as wholes."""

from __future__ import annotations

from extraction import article_of

from shanqu.extract import extract
from shanqu.extract.keywords import keywords

TEXT = "遂昌县的竹炭远销海外。竹炭企业去年增加,竹炭的价格也在上涨。\n我们去年在会上介绍了浙江澜泽半导体有限公司,浙江澜泽半导体有限公司的厂房已建好。"


def found(count: int = 10) -> list[str]:
    article = article_of(TEXT)
    return [word for word, _ in keywords(article, extract(article), count)]


def test_what_is_said_often_comes_first() -> None:
    assert "竹炭" in found(2)


def test_a_name_counts_as_one_word() -> None:
    words = found()
    assert "浙江澜泽半导体有限公司" in words
    assert "半导体" not in words


def test_places_and_words_of_form_are_none() -> None:
    assert not {"遂昌县", "遂昌", "我们", "去年", "的"} & set(found(50))


def test_what_any_report_holds_is_no_keyword() -> None:
    article = article_of(
        "上半年,当地竹炭产量同比快速增长,增幅居第三位,竹炭企业四家。竹炭窑有百余座,负责人书记介绍了情况。\n"
    )
    words = [word for word, _ in keywords(article, extract(article), 20)]
    assert not {"同比", "增幅", "快速", "第三位", "四家", "百余", "上半年", "情况", "书记", "负责人"} & set(
        words
    )
    assert "竹炭" in words


def test_an_empty_text_has_none() -> None:
    article = article_of("\n")
    assert keywords(article, extract(article)) == ()
