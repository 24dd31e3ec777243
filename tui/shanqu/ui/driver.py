"""The terminal driver that goes on from a frame which is already on screen, and keeps one for the next start."""

from __future__ import annotations

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from shanqu.ui.first_frame import ENTER_ALTERNATE, FirstFrame

# Shorter answers are not the whole screen.
_LEAST_FRAME = 1000


def driver_for(frame: FirstFrame) -> type[Driver]:
    """A driver class for an application that starts with `frame`, and keeps another one when that is wanted."""

    class FramedDriver(LinuxDriver):
        _entered = False

        def write(self, data: str) -> None:
            if data == ENTER_ALTERNATE and not self._entered:
                self._entered = True
                if frame.painted:
                    return  # entering once more would wipe the frame
            if frame.wanted and len(data) >= _LEAST_FRAME:
                frame.wanted = False
                frame.keep(data)
            super().write(data)

    return FramedDriver
