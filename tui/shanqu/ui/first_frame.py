"""The first frame as it was sent the last time, on screen while the program is still loading.

The library opens on the same frame as long as it holds the same articles and the terminal is of the same kind
and size; that frame is kept in the cache folder and sent at once. Textual, which takes much longer to load,
then paints the same over it. This module imports nothing that takes time.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from shanqu import __version__
from shanqu.i18n import _

ENTER_ALTERNATE, LEAVE_ALTERNATE = "\x1b[?1049h", "\x1b[?1049l"
_HIDE_CURSOR, _SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
_ENVIRONMENT = (
    "TERM",
    "COLORTERM",
    "NO_COLOR",
    "TERM_PROGRAM",
    "TEXTUAL_COLOR_SYSTEM",
    "TEXTUAL_THEME",
    "LANG",
    "LC_ALL",
)


class FirstFrame:
    """The kept frame of one library on one kind of terminal."""

    def __init__(self, library: Path, cache: Path, settings: Sequence[object]) -> None:
        """`settings` are what else the frame depends on; it is kept in the folder `cache`."""
        # A checksum will do, and to load a true hash takes a tenth of the time to the first frame: where two
        # libraries share a name, the key tells whose frame it is.
        self._path = cache / "frames" / f"{crc32(os.fsencode(library.absolute())):08x}"
        self._key = _key(library, settings)
        self._attributes: list[object] | None = None
        self.painted = False
        self.right = False
        self.wanted = False

    def paint(self) -> None:
        """Send the kept frame, or only its outline if there is none that is still right.

        What is typed meanwhile waits for the browser.
        """
        frame = self._kept()
        self.right = frame is not None
        descriptor = sys.stdin.fileno()
        self._attributes = termios.tcgetattr(descriptor)
        quiet = termios.tcgetattr(descriptor)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
        sys.stdout.write(ENTER_ALTERNATE + _HIDE_CURSOR + (frame or _outline()))
        sys.stdout.flush()
        self.painted = True

    @property
    def line_lost(self) -> bool:
        """Whether the terminal has gone: the line was cut, the window closed."""
        try:
            termios.tcgetattr(sys.stdin.fileno())
        except termios.error:
            return True
        return False

    def keep(self, frame: str) -> None:
        """Keep what was sent as the first frame; quietly not, where the cache cannot be written."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = self._path.with_suffix(f".{os.getpid()}")
            part.touch(0o600)
            part.write_text(json.dumps({"key": self._key, "frame": frame}), encoding="utf-8")
            part.replace(self._path)

    def leave(self) -> None:
        """Give the terminal back as it was, whatever the browser did."""
        if self._attributes is None or self.line_lost:
            return
        sys.stdout.write(LEAVE_ALTERNATE + _SHOW_CURSOR)
        sys.stdout.flush()
        with contextlib.suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._attributes)  # type: ignore[arg-type]

    def _kept(self) -> str | None:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        right = isinstance(kept, dict) and kept.get("key") == self._key
        return str(kept["frame"]) if right and "frame" in kept else None


def _outline() -> str:
    """The lines that every first frame has: the name, a rule, the heading of the list."""
    columns = os.get_terminal_size(sys.stdout.fileno()).columns
    return f"\x1b[1;1H\x1b[2m {_('Shanqu')}\x1b[2;1H{'─' * columns}\x1b[3;1H {_('Articles')}\x1b[0m"


def _key(library: Path, settings: Sequence[object]) -> str:
    size = os.get_terminal_size(sys.stdout.fileno())
    files = []
    with contextlib.suppress(OSError):
        # The write-ahead log too: what stands in it is already part of the library.
        for entry in sorted(os.scandir(library), key=lambda entry: entry.name):
            if entry.name.endswith((".sqlite", ".sqlite-wal")):
                state = entry.stat()
                if state.st_size:  # readers leave an empty log behind
                    files.append((entry.name, state.st_size, state.st_mtime_ns))
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    return repr((__version__, str(library.absolute()), tuple(size), files, environment, list(settings)))
