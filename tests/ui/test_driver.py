"""The way to the terminal."""

import os

from shanqu.ui.driver import Line


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
