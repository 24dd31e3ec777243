"""HTML to lines."""

from __future__ import annotations

import pytest

from shanqu.ingest.html import flatten


def text(markup: str) -> str:
    flat = flatten(markup)
    assert flat is not None
    return flat.text


def test_each_block_is_a_line_and_inline_markup_is_none() -> None:
    assert (
        text("<div>一<p>二<b>三</b><a href=x>四</a></p>五</div><ul><li>六<li>七</ul>")
        == "一\n二三四\n五\n六\n七"
    )


def test_a_line_break_ends_a_line() -> None:
    assert text("<p>一<br>二<br/>三</p>") == "一\n二\n三"


def test_scripts_styles_and_hidden_parts_are_not_seen() -> None:
    markup = "<style>p{}</style><script>x</script><p hidden>甲</p><div style='display: none'><p>乙</p></div><p>丙</p>"
    assert text(markup) == "丙"


def test_figure_captions_stay_and_alternative_texts_do_not() -> None:
    markup = "<figure><img alt='图'><figcaption>车间一角。</figcaption></figure>"
    flat = flatten(markup)
    assert flat is not None
    assert flat.text == "车间一角。"
    assert flat.hints[0].tag == "figcaption"


def test_hints_span_their_line_and_tell_the_share_of_links() -> None:
    flat = flatten("<nav><ul><li><a href=a>首页</a></li></ul></nav><p>看<a href=b>这里</a>吧</p>")
    assert flat is not None
    assert [flat.text[hint.start : hint.end] for hint in flat.hints] == ["首页", "看这里吧"]
    assert [(hint.tag, hint.link_share) for hint in flat.hints] == [("nav", 1.0), ("p", 0.5)]


def test_title_and_address_come_from_the_head() -> None:
    flat = flatten(
        "<head><title>甲_某网</title><meta property='og:title' content='甲'>"
        "<link rel=canonical href='http://a/b'></head><p>文</p>"
    )
    assert flat is not None
    assert (flat.title, flat.url) == ("甲", "http://a/b")


def test_markup_may_nest_as_deep_as_it_likes() -> None:
    deep = "<div>" * 20_000 + "里" + "</div>" * 20_000
    flat = flatten(deep + "<p>外</p>")
    assert flat is None or len(flat.text) <= 3


def test_full_width_indents_are_kept() -> None:
    assert text("<p>\u3000\u3000近年来</p>") == "\u3000\u3000近年来"


def test_deep_nesting_loses_no_text() -> None:
    for depth, warnings in ((300, ()), (5000, ("deep-markup",))):
        flat = flatten("<body>" + "<div>" * depth + "深处" + "</div>" * depth + "<p>后面</p></body>")
        assert flat is not None
        assert (flat.text, flat.warnings) == ("深处\n后面", warnings)


def test_text_on_every_level_of_a_deep_page_is_read() -> None:
    flat = flatten("<p>前</p>" + "".join(f"<div>第{level}层" for level in range(3000)))
    assert flat is not None
    assert flat.text.split("\n") == ["前", *(f"第{level}层" for level in range(3000))]


def test_what_cannot_be_reached_at_all_is_told() -> None:
    flat = flatten("<p>前</p>" + "<object>" * 3000 + "</object>" * 3000 + "<p>后</p>")
    assert flat is not None and "cut-markup" in flat.warnings


@pytest.mark.parametrize("opening", ["<!-- ", "<script>", "<style>"])
def test_the_rest_of_a_page_behind_something_left_open_is_told(opening: str) -> None:
    flat = flatten(f"<p>前面</p>{opening}<p>后面</p>")
    assert flat is not None
    assert (flat.text, flat.warnings) == ("前面", ("cut-markup",))


def test_a_long_text_and_a_long_attribute_are_read_whole() -> None:
    flat = flatten(f'<p>{"字" * 5_000_000}</p><img src="data:{"A" * 11_000_000}"><p>后面</p>')
    assert flat is not None
    assert (len(flat.text), flat.text[-3:], flat.warnings) == (5_000_003, "\n后面", ())
