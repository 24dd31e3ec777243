"""The browser on a large library in a pseudo-terminal: first list, keys, filtering, memory, bytes sent.

    python benchmarks/painting.py FOLDER

To be run on its own: to start a program out of a process that holds all the texts takes longer than the program does
until its first frame.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from terminal import Program

# A list is so many bytes at least, also an empty one; the key itself and the counts are fewer.
_LIST = 1000
_WORDS = ("产业", "发展", "县", "工业", "不会有的词", "投资", "经济", "山区")
_MOVES = 20


def print_painting(folder: Path) -> None:
    """Start the browser on the library in `folder` and print what it takes."""
    environment = {
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder),
        "LANG": "zh_CN.UTF-8",
    }
    command = [sys.executable, "-m", "shanqu", "--library", str(folder / "library")]
    with Program(command, columns=120, lines=40, env=environment) as program:
        program.read_until("网".encode())
        program.read_until_quiet(2.0)
    with Program(command, columns=120, lines=40, env=environment) as program:
        _, first = program.read_until("网".encode())
        program.read_until_quiet(2.0)
        moves, settled = [], []
        for _ in range(_MOVES):
            moves.append(len(program.answer("j")))
            settled.append(moves[-1] + len(program.read_until_quiet(0.25)))
        program.press("/")
        program.read_until_quiet(0.3)
        times = []
        for word in _WORDS:
            times += [_answer(program, char, 0.5) for char in word]
            for _ in word:
                program.press("\x7f")
                program.read_until_quiet(0.3)
        memory = program.resident()
    print(f"  browser: first list {first * 1000:.0f} ms after the start (frame of the last one),"
          f" cursor move {statistics.median(moves):.0f} bytes, {statistics.median(settled):.0f} with the preview,")  # fmt: skip
    walls, spent, waited = ([1000 * one[at] for one in times] for at in range(3))
    print(f"  key in the filter to list painted {_shown(walls)}; of CPU {_shown(spent)}; its threads have waited for a"
          f" processor {_shown(waited)}; resident {memory:.0f} MB")  # fmt: skip


def _shown(milliseconds: list[float]) -> str:
    ordered = sorted(milliseconds)
    p95 = ordered[round(0.95 * (len(ordered) - 1))]
    return f"p50 {statistics.median(ordered):.0f}, p95 {p95:.0f} ms"


def _answer(program: Program, keys: str, quiet: float) -> tuple[float, float, float]:
    """The seconds after the keys until the list came; how many of them its threads ran until then, and how many they

    could have run had a processor been free (all together: at times both wait).
    """
    start, before, waited = time.perf_counter(), program.spent(), program.waited()
    program.press(keys)
    took = (0.0, 0.0, 0.0)
    listed = False
    while piece := program.read_some(quiet):
        if not listed:
            took = time.perf_counter() - start, program.spent() - before, program.waited() - waited
            listed = len(piece) >= _LIST
    return took


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    print_painting(parser.parse_args().folder)


if __name__ == "__main__":
    main()
