"""The way to the terminal."""

import os

from shanqu.ui.driver import Line
from shanqu.ui.first_frame import FirstFrame


def test_what_is_written_when_the_line_is_lost_goes_nowhere():
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as file:
        line = Line(file)
        line.write("遂昌")
        line.flush()
        assert os.read(reading, 100).decode() == "遂昌"
        os.close(reading)
        for _ in range(3):
            assert line.write("x" * 100_000) == 100_000
            line.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), writing)


def test_a_frame_is_shown_for_no_other_library(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, 24)))
    # As if the names of both had the same checksum.
    monkeypatch.setattr("shanqu.ui.first_frame.crc32", lambda _: 1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one, other = (FirstFrame(str(tmp_path / name)) for name in ("甲", "乙"))
    one.keep("遂昌")
    assert (one._kept(), other._kept()) == ("遂昌", None)
