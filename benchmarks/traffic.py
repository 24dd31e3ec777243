"""How many bytes a key costs on the line.

    python benchmarks/traffic.py

The browser runs in a pseudo-terminal of 120x40 on the sample articles. A cursor move is counted twice:
the answer to the key itself, and with the preview that follows when the cursor comes to rest.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from terminal import Program

from shanqu.indexing import add
from shanqu.paths import seeds_dir

LIMITS = {"cursor down in the list": 500, "a page in the reader": 8_000}
# From the first outline to a screen that has come to rest.
_START = 3.0


def cost(program: Program, keys: str, quiet: float) -> int:
    """Bytes sent in answer to `keys` until the line is quiet."""
    program.press(keys)
    return len(program.read_until_quiet(quiet))


def held_down(program: Program, key: str, times: int) -> float:
    """Bytes for each press of a key held down: the preview waits until it is let go."""
    for _ in range(times):
        program.press(key)
        time.sleep(0.03)
    return len(program.read_until_quiet(0.5)) / times


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        report = add([seeds_dir()], library)
        assert not report.failed, report.failed
        command = [sys.executable, "-m", "shanqu", "--library", str(library)]
        with Program(command, columns=120, lines=40) as program:
            program.read_until("文章".encode())
            start = len(program.read_until_quiet(_START))
            first = []
            for _ in range(4):
                first.append(len(program.answer("j")))
                program.read_until_quiet(0.5)
            settled = [cost(program, key, 0.5) for key in "kjkj"]
            held = held_down(program, "k", 3)
            program.press("\r")
            program.read_until_quiet(0.5)
            pages = [cost(program, " ", 0.5) for _ in range(2)]
            lines = [cost(program, "j", 0.5) for _ in range(3)]
    rows = {
        "after the first frame": (start, None),
        "cursor down in the list": (statistics.median(first), LIMITS["cursor down in the list"]),
        "the same, held down": (held, None),
        "the same, with the preview": (statistics.median(settled), None),
        "a page in the reader": (max(pages), LIMITS["a page in the reader"]),
        "a line in the reader": (statistics.median(lines), None),
    }
    print(f"{'bytes at 120x40':32}{'bytes':>10}{'limit':>10}")
    for name, (amount, limit) in rows.items():
        print(f"{name:32}{amount:10,.0f}{limit or '':>10}")


if __name__ == "__main__":
    main()
