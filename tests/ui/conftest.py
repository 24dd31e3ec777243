"""The sample articles as a library, and the browser on it without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from shanqu.i18n import set_language
from shanqu.indexing import add
from shanqu.paths import seeds_dir
from shanqu.ui.app import ShanquApp


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    set_language("zh")
    yield
    set_language("zh")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of what is typed here comes into the folders of whoever runs the tests."""
    for kind in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "own" / kind.lower()))


@pytest.fixture(scope="session")
def seeds_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library") / "seeds"
    add([seeds_dir()], folder)
    return folder


@dataclass
class Driver:
    """The running browser, and short names for what tests do with it."""

    app: ShanquApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until everything they started has come to rest."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type text, as an input method would commit it."""
        await self.press(*("space" if char == " " else char for char in text))

    async def compare(self, *typed: str) -> None:
        """Put the places side by side that what is `typed` finds."""
        await self.press("c")
        for name in typed:
            await self.type(name)
            await self.press("enter")
        await self.press("enter")

    async def settle(self) -> None:
        await self.pilot.pause(0.1)
        # What is corrected in a thread.
        await self.app.workers.wait_for_complete(
            [worker for worker in self.app.workers if worker.group == "correcting"]
        )
        await self.pilot.pause()

    def widget(self, selector: str) -> Widget:
        return self.app.screen.query_one(selector)

    def lines(self, selector: str) -> list[str]:
        """What the widget shows, line by line."""
        widget = self.widget(selector)
        return [widget.render_line(y).text for y in range(widget.size.height)]

    def text(self, selector: str) -> str:
        return "\n".join(line.rstrip() for line in self.lines(selector))


Browser = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def browser(seeds_library: Path) -> Browser:
    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 40), library: Path = seeds_library, paths: tuple[Path, ...] = ()
    ) -> AsyncIterator[Driver]:
        app = ShanquApp(library, paths)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return opened
