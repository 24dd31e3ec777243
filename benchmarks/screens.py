"""How long screens take to open on a library of 5,000 made-up articles, after the key that opens them.

    python benchmarks/screens.py [ARTICLES [DIRECTORY [NAME ...]]]

Prints milliseconds of processor time, the median of some rounds, at 80x24, 120x40 and 200x50: until the screen is
painted with what it shows at first, and until what is fetched after that is there too, while keys are answered. The
browser runs without a terminal. NAMEs are parts of the names of the screens to open (none: all of them); a screen that
the library has nothing for is left out.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Any, ClassVar

from comparison import library_named
from rich.console import RenderableType
from textual.screen import Screen

import shanqu.ui
from shanqu.query import Library
from shanqu.ui import app as browser
from shanqu.ui.widgets.line_list import LineList

SIZES = ((80, 24), (120, 40), (200, 50))
ROUNDS = 3
CORRECTED = 30


def on_first(kind: str) -> Callable[[browser.ShanquApp], None]:
    """Puts the cursor of the list of entities on the first of a kind."""

    def place(app: browser.ShanquApp) -> None:
        entities = app.browse.entities
        entities.focus()
        rows = (at for at in range(entities.count()) if entities.selectable(at))
        for entities.cursor in rows:
            if entities.current is not None and entities.current.kind == kind:
                return
        raise LookupError(kind)

    return place


def on_reprint(app: browser.ShanquApp) -> None:
    """Puts the cursor of the list of articles on the first that has a copy."""
    articles = app.browse.articles
    for at in range(min(200, articles.count())):
        row = articles.row(at)
        if row is not None and row.duplicates:
            articles.cursor = at
            return
    raise LookupError("reprints")


Step = str | Callable[[browser.ShanquApp], None]
_COUNTY: tuple[Step, ...] = ("o", "s", "enter")
_MATRIX: tuple[Step, ...] = ("o", "s", "m", "m", "c")
_WORD: tuple[Step, ...] = ("/", *"企业", "enter")
# What is done first, and the key whose screen is timed.
SCREENS: dict[str, tuple[Sequence[Step], str]] = {
    "overview": ((), "o"),
    "profile of a county": (("o", "s"), "enter"),
    "profile of a company": ((on_first("company"),), "i"),
    "profile of a park": ((on_first("park"),), "i"),
    "profile of an industry": ((on_first("industry"),), "i"),
    "profile of a person": ((on_first("person"),), "i"),
    "choice of places": ((), "c"),
    "matrix of 2": (_MATRIX[:-1], "c"),
    "matrix of 6": (("o", "s", *"mmmmmm"), "c"),
    "matrix of 2 parks": (("c", "园", "space", "园", "down", "space"), "enter"),
    "sentences of a cell": (_MATRIX, "enter"),
    "passages of two places": (_MATRIX, "S"),
    "a row as bars": (_MATRIX, "p"),
    "pictures of all counties": (("o",), "p"),
    "pictures of a county": (_COUNTY, "p"),
    "pictures of a company": ((on_first("company"), "i"), "p"),
    "pictures of an industry": ((on_first("industry"), "i"), "p"),
    "pictures of a word": ((*_WORD, "w"), "p"),
    "sentences of an entry": ((*_COUNTY, "j"), "enter"),
    "sentences on a county": (("tab", "tab"), "e"),
    "sentences on an industry": ((on_first("industry"),), "e"),
    "contexts of a county": (("tab", "tab"), "w"),
    "contexts of a word": (_WORD, "w"),
    "names of a county": (("tab", "tab"), "P"),
    "two articles": ((), "S"),
    "article of a sentence": ((*_MATRIX, "enter"), "enter"),
    "changes of a reprint": ((on_reprint,), "D"),
    "figures of an article": ((), "F"),
    "corrections": ((), "C"),
    "overview, corrected": ((), "o"),
    "county profile, corrected": (("o", "s"), "enter"),
    "county pictures, corrected": (_COUNTY, "p"),
    "matrix of 2, corrected": (_MATRIX[:-1], "c"),
}


class Measured(browser.ShanquApp):
    """Notes when another screen than `before` is painted with content."""

    # Styles are looked for beside the class.
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        Path(shanqu.ui.__file__ or "").parent / style for style in browser.ShanquApp.CSS_PATH
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
    directory: Path, size: tuple[int, int], steps: Sequence[Step], key: str
) -> tuple[float, float]:
    """Milliseconds until the screen is painted, and until it is whole."""
    app = Measured(directory)
    async with app.run_test(size=size) as pilot:
        await _rest()
        for step in steps:
            if isinstance(step, str):
                await pilot.press(step)
            else:
                step(app)
            await _rest()
        app.before, start = app.screen, time.process_time()
        app.simulate_key(key)
        while app.painted is None:
            await asyncio.sleep(0.005)
            if app.screen is app.before and time.process_time() - start > 5:
                raise LookupError(key)
        await _rest()
        return 1000 * (app.painted - start), 1000 * (time.process_time() - start)


async def _rest() -> None:
    """Wait until nothing has been done for a while."""
    quiet = 0
    while quiet < 2:
        before = time.process_time()
        await asyncio.sleep(0.05)
        quiet = quiet + 1 if time.process_time() - before < 0.003 else 0


async def measure(directory: Path, corrected: Path, wanted: Sequence[str]) -> None:
    """Print a line a screen."""
    print(f"{'':28}" + "".join(f"{f'{width}x{height}':>16}" for width, height in SIZES))
    for name, (steps, key) in SCREENS.items():
        if wanted and not any(one in name for one in wanted):
            continue
        library = corrected if "correct" in name else directory
        line = f"{name:28}"
        try:
            for size in SIZES:
                times = [await opened(library, size, steps, key) for _ in range(ROUNDS)]
                first, whole = (statistics.median(column) for column in zip(*times, strict=True))
                line += f"{f'{first:.0f} / {whole:.0f}':>16}"
        except LookupError as error:
            line += f"  – {error}"
        print(line, flush=True)


def correct(directory: Path, corrected: Path) -> None:
    """Make the same library with names hidden, merged, renamed and split, of which its own folder knows nothing."""
    for file in directory.glob("library.sqlite*"):
        shutil.copy(file, corrected)
    with Library.open(corrected) as library:
        rows = [row for row in library.facets() if row.kind in ("company", "person", "industry")]
        for row in rows[-CORRECTED:]:
            library.split(row.id, library.forms(row.id)[0].text, f"{row.canonical}(分)")
        names = [library.name_of(row.id) for row in rows[: 4 * CORRECTED]]
        for hidden, renamed, merged, whole in zip(*(names[at::4] for at in range(4)), strict=False):
            library.corrections.hide(hidden)
            library.corrections.rename(renamed, f"{renamed.canonical}(改)")
            if merged.kind == whole.kind:
                library.corrections.merge(merged, whole)


def main() -> None:
    """Build the library where there is none, and measure."""
    # What the browser does while its list is looked at it does here at once: nobody's first key comes sooner.
    browser._LOADED_SECONDS = browser._SETTLED_SECONDS = 0.01
    with library_named() as directory, tempfile.TemporaryDirectory() as corrected:
        correct(directory, Path(corrected))
        asyncio.run(measure(directory, Path(corrected), sys.argv[3:]))


if __name__ == "__main__":
    main()
