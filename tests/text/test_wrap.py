"""Chinese line breaking: 禁则."""

from hypothesis import given
from hypothesis import strategies as st

from shanqu.text.width import text_width
from shanqu.text.wrap import wrap

LEAD = "齐齐哈尔新闻网丽水11月15日电(记者 邵燕飞 林波)坐落于山水间的白墙黑瓦办公楼,工作累了,站在阳台上眺望绿水青山……这是浙江省丽水市遂昌县生态成果价值转化的典型项目——天工之城·数字绿谷中的一景。"


def broken(text: str, width: int, first_indent: int = 0) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, first_indent=first_indent)]


def test_no_line_starts_with_a_stop_or_a_closing_mark() -> None:
    for width in range(10, 80):
        for line in broken(LEAD, width)[1:]:
            assert line[0] not in ",。)”…—", (width, line)


def test_no_line_ends_with_an_opening_mark() -> None:
    text = "在这“绿水青山”之地,落户了(阿里云)《网易》等20多家“头部型”企业。"
    for width in range(10, 60):
        for line in broken(text, width)[:-1]:
            assert line[-1] not in "“(《", (width, line)


def test_numbers_and_latin_words_are_not_cut() -> None:
    text = "全球首张ISO26782国际认证,GDP年均增长12.4%,总投资385.6亿元"
    for width in range(16, 60):
        lines = broken(text, width)
        for token in ("ISO26782", "12.4%", "385.6"):
            assert any(token in line for line in lines), (width, lines)


def test_dashes_and_ellipses_stay_in_pairs() -> None:
    for width in range(10, 80):
        for line in broken(LEAD, width)[:-1]:
            assert line.count("—") % 2 == 0
            assert line.count("…") % 2 == 0


def test_the_first_line_is_shorter_by_the_indent() -> None:
    first, second, *_ = broken("山" * 60, 20, first_indent=4)
    assert text_width(first) == 16
    assert text_width(second) == 20


def test_a_word_longer_than_the_line_is_cut_at_the_width() -> None:
    assert broken("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@given(st.text(alphabet="山区,。“”(—…a1 .%)", max_size=200), st.integers(8, 60))
def test_lines_follow_each_other_and_fit(text: str, width: int) -> None:
    spans = list(wrap(text, width))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(text_width(text[start:end].rstrip(" ")) <= width for start, end in spans)
    assert all(start < end for start, end in spans)
