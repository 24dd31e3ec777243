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


def test_an_empty_text_has_none() -> None:
    article = article_of("\n")
    assert keywords(article, extract(article)) == ()
