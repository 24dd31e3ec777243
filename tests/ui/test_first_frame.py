"""The frame of the last start, on screen before anything is loaded."""

import io
import os
import pty
import subprocess
import sys
import termios
from types import SimpleNamespace

import pytest

from shanqu.ui.first_frame import FirstFrame, at_once, let_chinese_through


@pytest.fixture
def terminal(tmp_path, monkeypatch):
    """A terminal, and the library of the environment with a file in it."""
    master, slave = pty.openpty()
    for kind in ("CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    library = tmp_path / "library"
    library.mkdir()
    (library / "library.sqlite").write_bytes(b"x")
    monkeypatch.setenv("SHANQU_LIBRARY", str(library))
    with open(slave) as keys, open(os.dup(slave), "w") as screen:  # noqa: PTH123
        monkeypatch.setattr("shanqu.ui.first_frame.sys", SimpleNamespace(stdin=keys, stdout=screen))
        yield master, library
    os.close(master)


def test_it_is_sent_for_the_library_that_is_meant_and_the_terminal_is_given_back(terminal):
    master, library = terminal
    FirstFrame(str(library)).keep("遂昌县")
    for arguments in ([], ["--library", str(library)]):
        before = termios.tcgetattr(master)
        frame = at_once(arguments)
        assert frame is not None and frame.right
        assert "遂昌县" in os.read(master, 1000).decode()
        frame.paint()
        frame.leave()
        frame.leave()
        assert os.read(master, 1000) == b"\x1b[?1049l\x1b[?25h"
        assert termios.tcgetattr(master) == before


@pytest.mark.parametrize("arguments", [["list"], ["--lang", "en"], ["seeds"], ["--library", ""], ["--help"]])
def test_it_waits_where_the_command_line_says_more(terminal, arguments):
    FirstFrame(str(terminal[1])).keep("遂昌县")
    assert at_once(arguments) is None


def test_it_is_not_sent_once_the_library_or_the_settings_are_others(terminal, tmp_path):
    library = terminal[1]
    FirstFrame(str(library)).keep("遂昌县")
    (library / "library.sqlite").write_bytes(b"another one")
    assert at_once([]) is None
    FirstFrame(str(library)).keep("遂昌县")
    (tmp_path / "CONFIG" / "shanqu").mkdir(parents=True)
    (tmp_path / "CONFIG" / "shanqu" / "config.toml").write_text('theme = "light"', encoding="utf-8")
    assert at_once([]) is None


def test_it_is_not_kept_where_the_settings_are_to_be_complained_of(terminal):
    library = terminal[1]
    FirstFrame(str(library), lasting=False).keep("遂昌县")
    assert at_once([]) is None


def test_nothing_slow_is_loaded_before_it():
    code = (
        "import sys; before = set(sys.modules); import shanqu.__main__, shanqu.ui.first_frame;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = [name for name in done.stdout.split() if not name.startswith("shanqu")]
    assert set(loaded) <= {"__future__", "termios", "zlib"}


@pytest.mark.parametrize(
    ("locale", "written"), [("ascii", "utf-8"), ("latin-1", "utf-8"), ("gbk", "gbk"), ("utf-8", "utf-8")]
)
def test_a_locale_without_chinese_does_not_keep_it_from_the_terminal(locale, written):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=locale)
    let_chinese_through(stream)
    stream.write("山区▌" + "🏭" * (locale == "gbk"))
    stream.flush()
    assert stream.buffer.getvalue().decode(written).startswith("山区▌")
