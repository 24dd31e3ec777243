"""The terminal driver that goes on from a frame which is already on screen, and keeps one for the next start."""

from __future__ import annotations

import contextlib
from io import TextIOBase, TextIOWrapper
from typing import IO, cast

from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from shanqu.ui.first_frame import ENTER_ALTERNATE, FirstFrame, let_chinese_through
from shanqu.ui.lean import lean

# Shorter answers are not the whole screen.
_LEAST_FRAME = 1000


class Line(TextIOBase):
    """The way to the terminal. What is written when the line has been lost goes nowhere.

    Textual writes in a thread: an error would end it, and the browser would wait for it for ever.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


def driver_for(frame: FirstFrame) -> type[Driver]:
    """A driver class for an application that starts with `frame`, and keeps another one when that is wanted."""

    class FramedDriver(LinuxDriver):
        def __init__(
            self,
            app: App[object],
            *,
            debug: bool = False,
            mouse: bool = True,
            size: tuple[int, int] | None = None,
        ) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            if self._file is not None:
                let_chinese_through(self._file)
                self._file = cast(TextIOWrapper, Line(self._file))
            self._entered = False

        def write(self, data: str) -> None:
            if data == ENTER_ALTERNATE and not self._entered:
                self._entered = True
                if frame.painted:
                    return  # entering once more would wipe the frame
            whole = len(data) >= _LEAST_FRAME
            data = lean(data)
            if frame.wanted and whole:
                frame.wanted = False
                frame.keep(data)
            super().write(data)

    return FramedDriver
