"""How long screens take to open on a library of 5,000 made-up articles, after the key that opens them.

    python benchmarks/screens.py [ARTICLES [DIRECTORY]]

Prints milliseconds of processor time, the median of some rounds, at 80x24, 120x40 and 200x50: until the screen is
painted with what it shows at first, and until what is fetched after that is there too, while keys are answered. The
browser runs without a terminal.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Any, ClassVar

from comparison import library_named
from rich.console import RenderableType
from textual.pilot import Pilot
from textual.screen import Screen

import shanqu.ui
from shanqu.ui.app import ShanquApp
from shanqu.ui.widgets.line_list import LineList

SIZES = ((80, 24), (120, 40), (200, 50))
ROUNDS = 5
# What is pressed first, and the key whose screen is timed.
SCREENS: dict[str, tuple[Sequence[str], str]] = {
    "overview": ((), "o"),
    "profile of a county": (("o", "s"), "enter"),
    "matrix of 2": (("o", "s", "m", "m"), "c"),
    "matrix of 6": (("o", "s", *"mmmmmm"), "c"),
    "sentences of a cell": (("o", "s", "m", "m", "c"), "enter"),
    "passages of two places": (("o", "s", "m", "m", "c"), "S"),
    "a row as bars": (("o", "s", "m", "m", "c"), "p"),
    "pictures of all counties": (("o",), "p"),
    "two articles": ((), "S"),
    "figures of an article": ((), "F"),
    "contexts of a county": (("tab", "tab"), "w"),
    "sentences on a county": (("tab", "tab"), "e"),
    "pictures of a county": (("o", "s", "enter"), "p"),
    "contexts of a word": (("/", *"企业", "enter"), "w"),
}


class Measured(ShanquApp):
    """Notes when another screen than `before` is painted with content."""

    # Styles are looked for beside the class.
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        Path(shanqu.ui.__file__ or "").parent / style for style in ShanquApp.CSS_PATH
    ]
    before: Screen[Any] | None = None
    painted: float | None = None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if self.before not in (None, screen) and self.painted is None and _filled(screen):
            self.painted = time.process_time()


def _filled(screen: Screen[Any]) -> bool:
    lists = [one for one in screen.query("*") if isinstance(one, LineList)]
    return screen.is_mounted and (not lists or any(one.count() for one in lists))


async def opened(
    directory: Path, size: tuple[int, int], keys: Sequence[str], key: str
) -> tuple[float, float]:
    """Milliseconds until the screen is painted, and until it is whole."""
    app = Measured(directory)
    async with app.run_test(size=size) as pilot:
        # Nobody's first key comes sooner: the list is looked at first.
        await pilot.pause(1)
        await _rest(pilot)
        for one in keys:
            await pilot.press(one)
            await _rest(pilot)
        app.before, start = app.screen, time.process_time()
        app.simulate_key(key)
        while app.painted is None:
            await asyncio.sleep(0.005)
        await _rest(pilot)
        return 1000 * (app.painted - start), 1000 * (time.process_time() - start)


async def _rest(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause(0.15)
    await pilot.pause()


async def measure(directory: Path) -> None:
    """Print a line a screen."""
    print(f"{'':26}" + "".join(f"{f'{width}x{height}':>16}" for width, height in SIZES))
    for name, (keys, key) in SCREENS.items():
        line = f"{name:26}"
        for size in SIZES:
            times = [await opened(directory, size, keys, key) for _ in range(ROUNDS)]
            first, whole = (statistics.median(column) for column in zip(*times, strict=True))
            line += f"{f'{first:.0f} / {whole:.0f}':>16}"
        print(line, flush=True)


def main() -> None:
    """Build the library where there is none, and measure."""
    with library_named() as directory:
        asyncio.run(measure(directory))


if __name__ == "__main__":
    main()
