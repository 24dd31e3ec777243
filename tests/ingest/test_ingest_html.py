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


def test_a_title_that_came_to_stand_in_the_body_is_not_seen() -> None:
    flat = flatten("<p>竹乡</p><title>竹乡的新路子_山里新闻网</title><p>山里</p>")
    assert flat is not None
    assert (flat.text, flat.title) == ("竹乡\n山里", "竹乡的新路子_山里新闻网")


def test_figure_captions_stay_and_alternative_texts_do_not() -> None:
    markup = "<figure><img alt='图'><figcaption>车间一角。</figcaption></figure>"
    flat = flatten(markup)
    assert flat is not None
    assert flat.text == "车间一角。"
    assert flat.hints[0].tag == "figcaption"


@pytest.mark.parametrize(
    "said",
    [
        "alt='7月17日，竹乡的工人在车间里打磨竹杯。'",
        "alt='IMG_2041.jpg' title='竹乡车间一角，工人正在打磨竹杯'",
        "alt='竹乡茶园航拍 山里日报记者 林波 摄'",
    ],
)
def test_the_alternative_text_of_a_picture_is_its_caption_where_it_reads_like_one(said: str) -> None:
    flat = flatten(f"<p>前文<img {said}>后文</p><p>下文</p>")
    assert flat is not None
    lines = flat.text.split("\n")
    assert (lines[0], lines[2]) == ("前文后文", "下文")
    assert lines[1] in said
    assert [hint.tag for hint in flat.hints] == ["p", "img", "p"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>文</p><img alt='微信图片_20240715，竹乡车间一角.png'>",
        "<p>文</p><img alt='竹乡车间一角'>",
        "<p>文</p><a href=x><img alt='竹乡的工人在车间里打磨竹杯。'></a>",
        "<p>文</p><img alt='竹乡的工人在车间里打磨竹杯。'><p>竹乡的工人 在车间里打磨竹杯。</p>",
        "<title>竹乡新事，工人打磨竹杯忙_山里网</title><p>文</p><img alt='竹乡新事，工人打磨竹杯忙'>",
        "<p>文</p><div hidden><img alt='竹乡的工人在车间里打磨竹杯。'></div>",
    ],
)
def test_names_of_files_titles_and_what_the_page_prints_are_no_captions(markup: str) -> None:
    flat = flatten(markup)
    assert flat is not None
    assert "img" not in [hint.tag for hint in flat.hints]


def test_the_text_under_a_picture_is_known_by_the_name_of_its_element() -> None:
    body = "今年以来，县里新开工项目二十个，完成投资十二亿元。" * 20
    flat = flatten(
        f"<div class='pic-text'><img src=a><p class='img_desc'>车间里打磨竹杯的工人</p><p>{body}</p></div>"
    )
    assert flat is not None
    assert [hint.tag for hint in flat.hints] == ["figcaption", "p"]


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


def test_a_tag_with_a_crowd_of_attributes_is_read_without_them_and_one_with_a_long_one_with_it() -> None:
    crowd = " ".join(f"a{number}=1" for number in range(2000))
    assert text(f"<p>一</p><p {crowd}>二</p>") == "一\n二"
    assert text(f"<p style='display:none' data-x='{'x' * 9000}'>一</p><p>二</p>") == "二"
