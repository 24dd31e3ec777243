"""Fewer bytes paint the same picture."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from shanqu.ui.lean import lean

_SGR = "\x1b[38;5;252;48;5;233m"


def _cells(data: str) -> list[list[tuple[object, ...]]]:
    # So many lines that none is pushed out: the program never goes on below the last one.
    screen = pyte.Screen(20, 24)
    stream = pyte.Stream(screen)
    stream.feed(data)
    stream.feed("#")  # written as whatever comes next would be
    return [
        [_seen(screen.buffer[row][column]) for column in range(screen.columns)] for row in range(screen.lines)
    ]


def _seen(char: pyte.screens.Char) -> tuple[object, ...]:
    """What a person can see of a character."""
    under = (char.underscore, char.strikethrough, char.reverse)
    if char.data == " " and not any(under):
        return (" ", char.bg)
    return (char.data, char.fg, char.bg, char.bold, char.italics, *under)


_colour = st.sampled_from([None, "red", "bright_blue", "color(109)", "color(233)", "#102030"])
_styles = st.builds(
    lambda fore, back, bold, italic, underline, reverse: Style(
        color=fore, bgcolor=back, bold=bold, italic=italic, underline=underline, reverse=reverse
    ),
    _colour,
    _colour,
    *[st.sampled_from([None, None, True])] * 4,
)
_texts = st.sampled_from([" ", "  ", "a", "遂昌", "县 ", "", "\n"])
_painted = st.builds(lambda style, text: style.render(text) if text != "\n" else text, _styles, _texts)
_moves = st.builds(lambda row, column: f"\x1b[{row};{column}H", st.integers(1, 5), st.integers(1, 16))
_pieces = st.lists(st.one_of(_painted, _painted, _moves), max_size=16)


@given(_pieces)
def test_the_picture_is_the_same_and_no_longer(pieces: list[str]) -> None:
    data = "\x1b[1;1H" + "".join(pieces)
    shorter = lean(data)
    assert _cells(shorter) == _cells(data)
    assert len(shorter) <= len(data)


def test_a_style_is_told_once_for_neighbours() -> None:
    assert lean(f"{_SGR}遂\x1b[0m{_SGR}昌\x1b[0m") == f"{_SGR}遂昌\x1b[0m"


def test_only_what_changes_of_a_style_is_told() -> None:
    data = f"{_SGR}遂\x1b[0m\x1b[38;5;109;48;5;233m昌\x1b[0m"
    assert lean(data) == f"{_SGR}遂\x1b[38;5;109m昌\x1b[0m"


def test_blanks_take_only_the_background() -> None:
    data = f"{_SGR}遂\x1b[0m\x1b[1;38;5;109;48;5;233m   \x1b[0m{_SGR}昌\x1b[0m"
    assert lean(data) == f"{_SGR}遂   昌\x1b[0m"


def test_moves_that_another_one_follows_are_left_out() -> None:
    assert lean("\x1b[8;1Ha\x1b[8;37H\n\x1b[9;1Hb") == "\x1b[8;1Ha\x1b[9;1Hb"


@pytest.mark.parametrize(
    "data", ["\x1b[?1049h", "\x1b[2J", "\x1b[58;5;3mx\x1b[0m\x1b[0mx", "\x1b]8;;http://a\x07", "遂昌\n", ""]
)
def test_what_is_not_known_stays(data: str) -> None:
    assert lean(data) == data
