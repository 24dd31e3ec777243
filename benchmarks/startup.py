"""How long until the first frame, beside the smallest Textual application started in the same way.

    python benchmarks/startup.py [RUNS]

Both run in a pseudo-terminal of 120x40; the clock stops when the frame's own text has been sent. The
library holds the sample articles. Limit: 1.5 times the smallest application. Byte code is there
for both, as it is for installed programs. The frame of the last start is kept and sent again while the program
loads. Without one an outline is sent first, and Textual's own first frame follows.
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


def first_frame(command: list[str], wanted: str, folder: str, cache: str, *, settle: bool = False) -> float:
    """Milliseconds from the start until `wanted` has been sent; with `settle` it runs a little longer."""
    env = {
        "XDG_CACHE_HOME": f"{folder}/{cache}",
        "PYTHONPYCACHEPREFIX": f"{folder}/bytecode",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    with Program(command, columns=120, lines=40, env=env) as program:
        _, seconds = program.read_until(wanted.encode())
        if settle:
            program.read_until_quiet(1.5)
        return seconds * 1000


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        report = add([seeds_dir()], library)
        assert not report.failed, report.failed
        smallest = [sys.executable, "-c", SMALLEST]
        ours = [sys.executable, "-m", "shanqu", "--library", str(library)]
        first_frame(smallest, "firstframe", folder, "kept")
        first_frame(ours, "文章", folder, "kept", settle=True)
        for run in range(runs):
            for name, time in (
                ("smallest Textual application", first_frame(smallest, "firstframe", folder, "kept")),
                ("shanqu, as it is started daily", first_frame(ours, "借力发展", folder, "kept")),
                ("shanqu, no frame kept: outline", first_frame(ours, "文章", folder, f"a-{run}")),
                ("shanqu, no frame kept: articles", first_frame(ours, "借力发展", folder, f"b-{run}")),
            ):
                times.setdefault(name, []).append(time)
    floor = statistics.median(times["smallest Textual application"])
    print(f"{'first frame, ms':34}{'median':>8}{'min':>8}{'max':>8}{'ratio':>8}")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:34}{median:8.0f}{min(values):8.0f}{max(values):8.0f}{median / floor:8.2f}")
    print(f"limit of the ratio: {LIMIT}")


if __name__ == "__main__":
    main()
