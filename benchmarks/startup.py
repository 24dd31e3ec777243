"""How long until the first frame, beside the smallest Textual application started in the same way.

    python benchmarks/startup.py [RUNS]

Both run in a pseudo-terminal of 120x40; the clock stops when the frame's own text has been sent. The
library holds the sample articles. Limit: 1.5 times the smallest application.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from terminal import Program

from shanqu.indexing import add
from shanqu.paths import seeds_dir

SMALLEST = """
import os
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
from textual.app import App
from textual.widgets import Static
class Smallest(App):
    def compose(self):
        yield Static("firstframe")
Smallest().run()
"""
LIMIT = 1.5


def first_frame(command: list[str], wanted: bytes) -> float:
    """Milliseconds from the start until `wanted` has been sent."""
    with Program(command, columns=120, lines=40) as program:
        return program.read_until(wanted)[1] * 1000


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        report = add([seeds_dir()], library)
        assert not report.failed, report.failed
        programs = {
            "smallest Textual application": ([sys.executable, "-c", SMALLEST], b"firstframe"),
            "shanqu": ([sys.executable, "-m", "shanqu", "--library", str(library)], "文章".encode()),
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(runs + 1):
            for name, (command, wanted) in programs.items():
                times[name].append(first_frame(command, wanted))
    medians = {name: statistics.median(values[1:]) for name, values in times.items()}
    smallest, ours = medians.values()
    print(f"{'first frame, ms':32}{'median':>8}{'min':>8}{'max':>8}")
    for name, values in times.items():
        print(f"{name:32}{medians[name]:8.0f}{min(values[1:]):8.0f}{max(values[1:]):8.0f}")
    print(f"ratio {ours / smallest:.2f} (limit {LIMIT})")


if __name__ == "__main__":
    main()
