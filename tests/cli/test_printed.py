"""What commands print for people: dates as far as they are known, copies marked, numbers that are numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from shanqu.cli.main import main
from shanqu.gazetteer.tables import use_folder
from shanqu.text.width import text_width

_STORY = "遂昌县的天工之城落户了二十多家企业,当地以生态工业为主导产业,数字经济增长很快。" * 3


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, tail in (("a", ""), ("b", "本报记者报道。")):
        text = f"天工之城落成\n来源:山区日报 09-28 10:15\n{_STORY}{tail}\n"
        (pages / f"{name}.txt").write_text(text, encoding="utf-8")
    folder = str(tmp_path / "library")
    assert main(["--library", folder, "add", str(pages)]) == 0
    capsys.readouterr()
    return folder


def test_a_list_marks_copies_and_prints_no_more_of_a_date_than_is_known(library, capsys):
    assert main(["--library", library, "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all("≡1 " in line and " 09-28 " in line and "--" not in line for line in lines)


def test_a_search_counts_hits_only_where_words_are_asked_for(library, capsys):
    assert main(["--library", library, "search", "is:duplicate"]) == 0
    assert "×" not in capsys.readouterr().out
    assert main(["--library", library, "search", "天工之城"]) == 0
    shown = capsys.readouterr().out
    assert "×" in shown and "09-28)" in shown and "--09" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "遂昌", "--limit", "2.5"), "2.5 is not a whole number"),
        (("read", "abc"), "abc is not a whole number"),
        (("profile", "遂昌", "--limit", "x"), "x is not a whole number"),
    ],
)
def test_what_is_no_number_is_told_in_plain_words(library, capsys, arguments, said):
    assert main(["--lang", "en", "--library", library, *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_table_of_numbers_is_no_wider_than_what_stands_in_it(library, capsys):
    assert main(["--lang", "zh", "--library", library, "overview"]) == 0
    lines = capsys.readouterr().out.split("\n来源\n")[0].splitlines()
    assert lines[0].split() == [
        "全部县市区",
        "文章",
        "文本",
        "提及",
        "企业",
        "项目",
        "投资陈述",
        "其中最大",
        "最近年份",
        "山区县",
    ]
    assert max(map(text_width, lines)) < 96
    (suichang,) = (line.split() for line in lines if "遂昌县" in line)
    assert suichang[1] == "2"


def test_long_cells_share_the_room_that_short_ones_leave(library, capsys):
    assert main(["--lang", "zh", "--library", library, "compare", "遂昌", "仙居"]) == 0
    lines = capsys.readouterr().out.split("\n来源\n")[0].splitlines()
    assert max(map(text_width, lines)) <= 120


def test_a_row_of_the_users_own_stands_in_the_comparison(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    own = tmp_path / "shanqu" / "gazetteer"
    own.mkdir(parents=True)
    row = '[[row]]\ngroup = "招商看点"\nlabel = "投资额"\nindicators = ["总投资"]\nunits = ["元"]\n'
    (own / "indicators.toml").write_text(row, encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text("遂昌招商\n2024-03-05\n遂昌县一个项目开工,总投资12亿元。\n", encoding="utf-8")
    folder = str(tmp_path / "library")
    try:
        assert main(["--library", folder, "add", str(page)]) == 0
        use_folder(None)
        assert main(["--library", folder, "compare", "遂昌", "龙游", "--lang", "zh"]) == 0
        shown = capsys.readouterr().out
    finally:
        use_folder(None)
    first = shown.partition("投资额")
    assert "招商看点" in first[0] and "12亿元" in first[2].splitlines()[0]


def test_headings_and_what_is_said_below_a_name_are_not_cut(library, capsys):
    assert main(["--lang", "zh", "--library", library, "profile", "遂昌"]) == 0
    lines = capsys.readouterr().out.split("\n来源\n")[0].splitlines()
    assert lines[0].split("  ")[0].startswith("产业 (")
    assert not [line for line in lines if "…" in line]
    assert not [line for line in lines if "--09" in line] and any("09-28" in line for line in lines)
