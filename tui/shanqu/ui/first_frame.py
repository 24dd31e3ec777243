"""The first frame as it was sent the last time, on screen while the program is still loading.

The library opens on the same frame as long as it holds the same articles and the terminal is of the same kind
and size; that frame is kept in the cache folder and sent at once, even before the command line is read as a whole.
Textual, which takes much longer to load, then paints the same over it. This module imports nothing that takes time.
"""

from __future__ import annotations

import os
import sys
import termios
from io import TextIOWrapper
from zlib import crc32

from shanqu import __version__, folders

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
    "LC_MESSAGES",
    "LC_CTYPE",
)


def at_once(arguments: list[str]) -> FirstFrame | None:
    """The kept frame of the library that the command line names, if that is all that it says, now on screen.

    None where there is none that is still right: then nothing has been sent.
    """
    match arguments:
        case []:
            library = folders.library()
        case ["--library", str(library)] if library:
            pass
        case _:
            return None
    if not (sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    frame = FirstFrame(library)
    return frame if frame.paint_kept() else None


def let_chinese_through(stream: object) -> None:
    """Where the locale is one that has no Chinese, write UTF-8: that is what terminals read nowadays."""
    if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
        try:
            "山▌≡…".encode(stream.encoding)
        except UnicodeEncodeError:
            stream.reconfigure(encoding="utf-8")
        else:
            stream.reconfigure(errors="replace")


class FirstFrame:
    """The kept frame of one library on one kind of terminal."""

    def __init__(self, library: str, lang: str | None = None, *, lasting: bool = True) -> None:
        """`lang` is the language that the command line asks for; all else that the frame depends on is looked up.

        Only a `lasting` one is kept: another start has something to say before it shows a frame.
        """
        # A checksum will do, and to load a true hash takes a tenth of the time to the first frame: where two
        # libraries share a name, the key tells whose frame it is.
        library = os.path.join(os.getcwd(), library)  # noqa: PTH109, PTH118
        self._path = f"{folders.folder('cache')}/frames/{crc32(os.fsencode(library)):08x}"
        self._key = _key(library, lang)
        self._lasting = lasting
        self._attributes: list[object] | None = None
        self.painted = False
        self.right = False
        self.wanted = False

    def paint(self) -> None:
        """Send the kept frame, or only its outline if there is none that is still right.

        What is typed meanwhile waits for the browser.
        """
        if not self.painted and not self.paint_kept():
            self._send(_outline())

    def paint_kept(self) -> bool:
        """Send the kept frame if it is still right; whether it is."""
        frame = self._kept()
        self.right = frame is not None
        if frame is not None:
            self._send(frame)
        return self.right

    def _send(self, frame: str) -> None:
        let_chinese_through(sys.stdout)
        descriptor = sys.stdin.fileno()
        self._attributes = termios.tcgetattr(descriptor)
        quiet = termios.tcgetattr(descriptor)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
        sys.stdout.write(ENTER_ALTERNATE + _HIDE_CURSOR + frame)
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
        from contextlib import suppress
        from pathlib import Path

        if not self._lasting:
            return
        with suppress(OSError):
            path = Path(self._path)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = path.with_suffix(f".{os.getpid()}")
            part.touch(0o600)
            part.write_bytes(f"{self._key}\n{frame}".encode())
            part.replace(path)

    def leave(self) -> None:
        """Give the terminal back as it was, whatever the browser did."""
        attributes, self._attributes = self._attributes, None
        if attributes is None or self.line_lost:
            return
        sys.stdout.write(LEAVE_ALTERNATE + _SHOW_CURSOR)
        sys.stdout.flush()
        try:
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, attributes)  # type: ignore[arg-type]
        except termios.error:  # the terminal has gone meanwhile
            return

    def _kept(self) -> str | None:
        try:
            with open(self._path, "rb") as file:  # noqa: PTH123
                key, _, frame = file.read().decode().partition("\n")
        except (OSError, ValueError):
            return None
        return frame if key == self._key and frame else None


def _outline() -> str:
    """The lines that every first frame has: the name, a rule, the heading of the list."""
    from shanqu.i18n import _

    columns = os.get_terminal_size(sys.stdout.fileno()).columns
    return f"\x1b[1;1H\x1b[2m {_('Shanqu')}\x1b[2;1H{'─' * columns}\x1b[3;1H {_('Articles')}\x1b[0m"


def _key(library: str, lang: str | None) -> str:
    """All that the frame depends on, in one line."""
    size = os.get_terminal_size(sys.stdout.fileno())
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    # Of the settings not what they say, which takes time to read.
    settings = _state(folders.config())
    return ascii((__version__, library, tuple(size), _files(library), environment, lang, settings))


def _files(library: str) -> list[tuple[str, object]]:
    """The library's files as they are now."""
    try:
        # The write-ahead log too: what stands in it is already part of the library.
        names = [
            entry.name for entry in os.scandir(library) if entry.name.endswith((".sqlite", ".sqlite-wal"))
        ]
    except OSError:
        return []
    states = [(name, _state(f"{library}/{name}")) for name in sorted(names)]
    return [
        (name, state) for name, state in states if state and state[0]
    ]  # readers leave an empty log behind


def _state(path: str) -> tuple[int, int] | None:
    """Size and time of a file; None where there is none."""
    try:
        state = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns
