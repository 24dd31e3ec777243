"""The installed program in a pseudo-terminal, its screen read by a terminal emulator."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest
from terminal import Program


def installed() -> list[str]:
    """The command as it was installed beside the interpreter; else the module, from the sources."""
    script = Path(sys.executable).parent / "shanqu"
    return [str(script)] if script.exists() else [sys.executable, "-m", "shanqu"]


class Terminal:
    """A terminal emulator with the program in it."""

    def __init__(self, program: Program, columns: int, lines: int) -> None:
        self.program = program
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.sent = b""

    @property
    def lines(self) -> list[str]:
        """What a person sees, line by line."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def press(self, keys: str) -> None:
        self.program.press(keys)
        self._feed(self.program.read_until_quiet(0.4))

    def until(self, wanted: str | Callable[[], bool], seconds: float = 60.0) -> None:
        """Read until the text `wanted` is on screen, or the condition holds."""
        deadline = time.monotonic() + seconds
        while not (wanted in self.text if isinstance(wanted, str) else wanted()):
            assert time.monotonic() < deadline and self.program.running, (
                f"{wanted!r} did not come:\n{self.text}"
            )
            self._feed(self.program.read_until_quiet(0.1, 0.5))

    def _feed(self, data: bytes) -> None:
        self.sent += data
        self._stream.feed(data)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start the program with its own home; `arguments` follow the command."""
    programs: list[Program] = []

    def begin(
        *arguments: str, columns: int = 80, lines: int = 24, through: list[str] | None = None, **env: str
    ) -> Terminal:
        home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
        home |= {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        program = Program(
            [*(through or []), *installed(), *arguments], columns=columns, lines=lines, env={**home, **env}
        )
        programs.append(program)
        return Terminal(program, columns, lines)

    yield begin
    for program in programs:
        program.kill()
