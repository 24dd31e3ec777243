"""What the benchmark of cleaning measures."""

from __future__ import annotations

from pathlib import Path

from cleaning import shanqu
from marked import load, score

GOLD = """# title: 竹乡的新路子|竹乡新路子
# published: 2020-01-02
T 竹乡的新路子
B 近年来,当地把生态工业作为富民的根本。
S 一根竹子
N 本报见习记者的话
B 去年,全县竹产业产值达三十亿元。
"""
PAGE = """<html><body><nav><a>首页</a></nav><h1>竹乡的新路子</h1><p>2020-01-02 10:00</p>
<p>近年来,当地把生态工业作为富民的根本。</p><p><b>一根竹子</b></p><p>本报见习记者的话</p>
<p>去年,全县竹产业产值达三十亿元。</p><footer>版权所有 山里新闻网</footer></body></html>"""


def test_a_text_is_measured_by_what_is_wanted_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE, "utf-8")
    (tmp_path / "one.html.page").write_text(GOLD, "utf-8")
    (page,) = load(tmp_path, flat=False)
    body = page.of("BS")
    whole = score(page, body, {"title": "竹乡新路子", "published": "2020-01-02T10:00"})
    assert (whole.f1, whole.body, whole.noise, whole.subheads) == (1.0, 1.0, 1.0, (1, 1))
    assert whole.head == {"title": True, "published": True}
    # A neutral line counts neither way; noise does; a subhead inside a line is none of its own.
    other = score(page, ["".join(body), "本报见习记者的话", "版权所有 山里新闻网"], {"title": None})
    assert other.body == 1.0
    assert other.noise < 0.7
    assert other.subheads == (0, 1)
    assert other.head == {"title": False}


def test_html_is_scored_as_plain_text_too_and_a_page_file_alone_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE, "utf-8")
    (tmp_path / "one.html.page").write_text(GOLD, "utf-8")
    (tmp_path / "two.page").write_text(
        "- 首页 > 新闻\nT 标题在此\nB 正文一句话就够了⟪(编辑:王明)⟫\n_ \n- 上一篇:无\n", "utf-8"
    )
    one, two = load(tmp_path, flat=True)
    assert not one.html and b"<p>" not in one.data
    assert two.data.decode() == "首页 > 新闻\n标题在此\n正文一句话就够了(编辑:王明)\n\n上一篇:无"
    assert two.lines == (("T", "标题在此"), ("B", "正文一句话就够了"))


def test_this_program_keeps_the_article(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE, "utf-8")
    (tmp_path / "one.html.page").write_text(GOLD, "utf-8")
    (page,) = load(tmp_path, flat=False)
    assert score(page, *shanqu(page)).body == 1.0
