"""A program in a pseudo-terminal: start it, press keys, read what it sends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self


class Program:
    """A child on a terminal of `columns` x `lines`. Everything that it sends is read as bytes."""

    def __init__(
        self, command: Sequence[str], *, columns: int, lines: int, env: Mapping[str, str] | None = None
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **(env or {})}
        for name in ("COLUMNS", "LINES", "LC_ALL", "NO_COLOR", "COLORTERM"):
            if name not in (env or {}):
                environment.pop(name, None)
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            # Its controlling terminal, so that it is told when the line is lost.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def press(self, keys: str) -> None:
        """Send keys as a terminal does."""
        os.write(self._master, keys.encode())

    def read_until(self, wanted: bytes, seconds: float = 30.0) -> tuple[bytes, float]:
        """What came until `wanted` did, and the seconds since the start. Raises TimeoutError."""
        data = b""
        deadline = time.perf_counter() + seconds
        while wanted not in data:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{wanted!r} did not come; the last was {data[-400:]!r}")
            data += self._available(0.05)
        return data, time.perf_counter() - self.started

    def read_until_quiet(self, quiet: float = 0.4, seconds: float = 10.0) -> bytes:
        """What comes until nothing has come for `quiet` seconds."""
        data = b""
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            piece = self._available(quiet)
            if not piece:
                break
            data += piece
        return data

    def read_some(self, seconds: float) -> bytes:
        """What comes next; nothing if nothing comes for so long."""
        return self._available(seconds)

    def answer(self, keys: str, quiet: float = 0.02) -> bytes:
        """What comes at once in answer to keys, without what follows after a pause."""
        self.press(keys)
        return self.read_some(1.0) + self.read_until_quiet(quiet)

    def resident(self) -> float:
        """The program's memory in MB."""
        with open(f"/proc/{self._process.pid}/status", encoding="ascii") as status:  # noqa: PTH123
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def spent(self) -> float:
        """The CPU seconds of all its threads so far."""
        return self._scheduled(0)

    def waited(self) -> float:
        """The seconds that its threads so far waited for a processor."""
        return self._scheduled(1)

    def _scheduled(self, field: int) -> float:
        threads = Path(f"/proc/{self._process.pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[field]) for thread in threads) / 1e9

    def wait(self, seconds: float = 10.0) -> int:
        """The exit status; what is still sent is thrown away."""
        deadline = time.perf_counter() + seconds
        while self._process.poll() is None and time.perf_counter() < deadline:
            self._available(0.05)
        return self._process.wait(max(0.1, deadline - time.perf_counter()))

    def hang_up(self) -> None:
        """Close the terminal, as when the line is lost."""
        os.close(self._master)
        self._master = -1

    @property
    def running(self) -> bool:
        """Whether the program has not ended yet."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the program and its children, whatever they are doing."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if self._master >= 0:
            self.hang_up()

    def _available(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self._master, 1 << 16)
        except OSError:  # the other end is closed
            time.sleep(min(seconds, 0.01))
            return b""
