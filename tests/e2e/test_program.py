"""The program as a person meets it: typed in a terminal, used with keys, left with q."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import pytest

IGNORING_HANG_UP = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh"]


def lose_line(shanqu) -> None:
    """Take the terminal away, and wait until the program has ended of itself."""
    shanqu.program.hang_up()
    for _ in range(150):
        if not shanqu.program.running:
            break
        time.sleep(0.1)
    assert not shanqu.program.running


def test_the_first_start_shows_the_sample_articles_and_the_keys_work(start, tmp_path: Path):
    shanqu = start()
    shanqu.until("文章")
    shanqu.until("5 篇")
    shanqu.until("遂昌县")
    assert "聚焦浙江山区26县奔富路" in shanqu.text
    assert stat.S_IMODE((tmp_path / "data" / "shanqu" / "library").stat().st_mode) == 0o700

    shanqu.press("/")
    shanqu.press("遂昌模式")
    shanqu.until("1/5")
    assert "浙江县域经济观察:山区县如何发力" in shanqu.text
    shanqu.press("\r\r")
    assert "坐落于山水间的白墙黑瓦办公楼" in shanqu.text.replace("\n", "").replace(" ", "")

    shanqu.press("vg")
    assert "┌ " in shanqu.text
    shanqu.press("v")
    shanqu.press("?")
    assert "在文内查找" in shanqu.text
    shanqu.press("q")
    shanqu.press("q")
    shanqu.press("q")
    assert shanqu.program.wait() == 0


def test_words_that_come_in_one_packet_with_the_key_of_the_filter_are_the_filter(start):
    shanqu = start()
    shanqu.until("5 篇")
    shanqu.until(lambda: "读入" not in shanqu.lines[-1])
    shanqu.press("/suichang\rj\r")
    shanqu.until("2/5")
    assert "suichang" in shanqu.lines[0]
    assert "★" not in shanqu.text
    shanqu.press("qq")
    assert shanqu.program.wait() == 0


def test_the_second_start_finds_everything_on_disk(start):
    first = start()
    first.until("5 篇")
    first.until(lambda: "读入" not in first.lines[-1])
    first.press("q")
    assert first.program.wait() == 0
    second = start()
    second.until("5 篇")
    assert "读入" not in second.lines[-1]


def test_counties_are_compared_by_pinyin_down_to_the_sentence(start):
    shanqu = start()
    shanqu.until("5 篇")
    shanqu.until(lambda: "读入" not in shanqu.lines[-1])
    shanqu.press("c")
    shanqu.press("sc")
    shanqu.press("\r")
    shanqu.press("xianju")
    shanqu.press("\r")
    shanqu.press("\r")
    assert "▲ 遂昌县" in shanqu.text and "▲ 仙居县" in shanqu.text
    shanqu.press("\r")
    shanqu.until("遂昌县 · ")
    assert "16亿元" in shanqu.text
    shanqu.press("\r")
    shanqu.until("在遂昌县经济开发区")


def test_chinese_input_is_not_given_to_the_kitty_protocol_and_nothing_is_animated(start):
    shanqu = start()
    shanqu.until("文章")
    assert b"\x1b[>" + b"25u" not in shanqu.sent
    assert b"\x1b[>1u" not in shanqu.sent


@pytest.mark.parametrize("term", ["xterm-256color", "screen-256color", "linux", "tmux-256color"])
def test_it_works_on_the_terminals_that_people_have(start, term):
    shanqu = start(TERM=term)
    shanqu.until("5 篇")
    assert "文章" in shanqu.text and "▌" in shanqu.text


def test_without_colour_the_state_is_still_seen(start):
    shanqu = start(NO_COLOR="1")
    shanqu.until("5 篇")
    shanqu.press("\t\t")
    assert "▌" in shanqu.text


def test_english_on_request(start):
    shanqu = start("--lang", "en")
    shanqu.until("5 articles")
    assert "? help" in shanqu.text


def test_paths_are_opened_without_touching_the_library(start, tmp_path: Path):
    page = tmp_path / "页.txt"
    page.write_text(
        "庆元发展竹产业\n\n2023-05-06 来源:丽水日报\n\n  庆元县竹口镇的车间里,工人们正忙着赶制订单,产品远销海外。\n",
        encoding="utf-8",
    )
    shanqu = start(str(page))
    shanqu.until("1 篇")
    shanqu.until("庆元县")
    assert not (tmp_path / "data" / "shanqu").exists()


@pytest.mark.parametrize("moment", ["文章", "? 帮助"], ids=["while loading", "when loaded"])
@pytest.mark.parametrize("ignoring", [False, True])
def test_a_lost_line_ends_the_program(start, ignoring, moment):
    shanqu = start(through=IGNORING_HANG_UP if ignoring else [])
    shanqu.until(moment)
    lose_line(shanqu)


def test_a_note_that_a_lost_line_breaks_off_is_there_again(start):
    first = start()
    first.until("5 篇")
    first.until(lambda: "读入" not in first.lines[-1])
    first.press("ga")
    first.press("投资额与公报不符,待")
    first.until("投资额与公报不符,待")
    lose_line(first)
    again = start()
    again.until("? 帮助")
    again.press("ga")
    again.until("投资额与公报不符,待")
    again.press("核\r")
    again.until("✎")
    again.press("q")
    assert again.program.wait() == 0


def test_the_frame_of_the_last_start_is_there_before_anything_is_loaded(start, tmp_path: Path):
    library = tmp_path / "library"
    first = start("--library", str(library), columns=120)
    first.until("5 篇")
    first.until(lambda: "读入" not in first.lines[-1])
    first.press("q")
    for _ in range(2):  # the first of them keeps the frame
        again = start("--library", str(library), columns=120)
        again.until("▲ 遂昌县")
        time.sleep(1.5)
        again.press("")
        shown = again.text
        sent = again.sent
        again.press("jq")
        assert again.program.wait() == 0
    assert sent.index("遂昌县".encode()) < sent.index(b"\x1b[?1000h"), "before Textual takes the terminal"
    assert sent.count(b"\x1b[?1049h") == 1
    assert "实体" in shown and "借力发展" in shown
