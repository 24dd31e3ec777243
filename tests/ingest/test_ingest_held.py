"""Articles that a page holds without showing them: what is read, and what is left alone."""

from __future__ import annotations

import json

import pytest

from shanqu.ingest.html import Flat, flatten

PROSE = "今年以来，全县新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下。"
MARKUP = f"<p>{PROSE}</p>" * 5
TITLE = "二十个项目落地山坳"


def flat(markup: str) -> Flat:
    found = flatten(markup)
    assert found is not None
    return found


def state(article: dict[str, object], **more: object) -> str:
    data = json.dumps({"page": {"article": article}, **more})
    return f"<html><body><div id='app'>加载中</div><script>window.__STATE__={data};</script></body></html>"


@pytest.mark.parametrize(
    "key", ["content", "articleContent", "contentHtml", "body", "article_content", "html"]
)
def test_an_article_in_the_data_of_a_script_is_read(key: str) -> None:
    found = flat(
        state({"title": TITLE, "publishTime": "2022-07-22 08:00", "source": "山里发布", key: MARKUP})
    )
    assert found.text.splitlines()[-6:] == [TITLE, *[PROSE] * 5]
    assert (found.declared.published, found.declared.source) == ("2022-07-22 08:00", "山里发布")
    assert all("holder" in hint.chosen for hint in found.hints[-5:])


def test_a_page_of_nothing_but_data_is_read() -> None:
    data = json.dumps({"detail": {"name": TITLE, "content": MARKUP}})
    page = f"<html><body><div></div><script type='application/json'>{data}</script></body></html>"
    assert flat(page).text == "\n".join([TITLE, *[PROSE] * 5])


@pytest.mark.parametrize(
    "literal",
    [
        f"'{MARKUP}'",
        "'" + MARKUP.replace("<", "\\x3c").replace(">", "\\x3e") + "'",
        "'" + MARKUP.replace("<", "&lt;").replace(">", "&gt;") + "'",
        "JsDecode('" + "\\x0a".join([PROSE] * 5) + "')",
        "`" + "\n".join([PROSE] * 5) + "`",
    ],
)
def test_the_text_of_a_script_is_unpacked_however_it_is_written(literal: str) -> None:
    assert flat(f"<h1>{TITLE}</h1><script>var a = {{content: {literal}, id: 3}};</script>").text == "\n".join(
        [TITLE, *[PROSE] * 5]
    )


@pytest.mark.parametrize("moment", ["1658448000", "1658448000000"])
def test_a_moment_beside_the_text_is_its_day_in_china(moment: str) -> None:
    data = f'{{"pubTime": {moment}, "content": "{MARKUP}"}}'
    assert flat(f"<p>题</p><script>x = {data}</script>").declared.published == "2022-07-22"


def test_what_the_head_declares_goes_before_what_a_script_says() -> None:
    head = "<head><meta name=PubDate content='2021-03-04'><meta name=ContentSource content=某县日报></head>"
    page = state({"pubDate": "2022-07-22", "source": "山里发布", "content": MARKUP})
    found = flat(page.replace("<html>", f"<html>{head}")).declared
    assert (found.published, found.source) == ("2021-03-04", "某县日报")


@pytest.mark.parametrize(
    "box",
    [
        "<textarea style='display:none'>{}</textarea>",
        "<noscript>{}</noscript>",
        "<template>{}</template>",
        "<script type='text/template'>{}</script>",
    ],
)
def test_markup_in_an_element_that_is_not_shown_stands_where_the_element_does(box: str) -> None:
    page = f"<h1>{TITLE}</h1>{box.format(MARKUP)}<p>版权所有</p>"
    assert flat(page).text.splitlines() == [TITLE, *[PROSE] * 5, "版权所有"]


def test_a_frame_with_its_document_is_read() -> None:
    page = f'<h1>{TITLE}</h1><iframe srcdoc="{MARKUP}"></iframe><p>版权所有</p>'
    assert flat(page).text.splitlines() == [TITLE, *[PROSE] * 5, "版权所有"]


def test_nothing_is_unpacked_where_the_page_shows_its_text() -> None:
    other = "另一篇文章的正文，写的是邻县的事，读者看不到它，也就不该算在这一页里。"
    data = json.dumps({"content": f"<p>{other}</p>" * 20})
    page = f"<h1>{TITLE}</h1>{MARKUP}<textarea>{other * 20}</textarea><script>x = {data}</script>"
    assert flat(page).text.splitlines() == [TITLE, *[PROSE] * 5]


@pytest.mark.parametrize(
    "script",
    [
        'toast({"message": "%s"})',
        "// content: 见下\nvar tip = '%s';",
        'x = {"content": "short, 短"}; y = "%s"',
        'x = {"content": "%s',
    ],
)
def test_other_words_of_a_script_are_no_article(script: str) -> None:
    said = script % (PROSE * 5) if "%s" in script else script
    assert flat(f"<h1>{TITLE}</h1><script>{said}</script>").text == TITLE


def test_a_script_in_another_language_is_no_article() -> None:
    data = json.dumps({"content": "This is, in short, a text of words. " * 40})
    assert flat(f"<h1>{TITLE}</h1><script>x = {data}</script>").text == TITLE


@pytest.mark.parametrize(
    "piece", ['content:"', "content:'\\\\", '"body":"\\', "content=`甲", 'html:"' + "甲" * 30]
)
def test_scripts_of_any_form_take_no_longer_than_their_length(piece: str) -> None:
    assert flat(f"<h1>{TITLE}</h1><script>{piece * 20_000}</script>").text == TITLE
