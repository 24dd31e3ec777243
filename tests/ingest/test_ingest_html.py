"""HTML to lines."""

from __future__ import annotations

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
