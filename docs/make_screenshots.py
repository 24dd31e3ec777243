"""Make the README's pictures from the real program on the sample articles.

    python docs/make_screenshots.py

Writes SVG files into docs/images, one set in Chinese. The library is made anew in a temporary folder.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
os.environ["LANG"] = "zh_CN.UTF-8"

from shanqu.indexing import add
from shanqu.paths import seeds_dir
from shanqu.ui.app import ShanquApp

IMAGES = Path(__file__).resolve().parent / "images"

SHOTS: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "browse": ((120, 34), ("slash", *"suichang", "enter", "j", "n", "n")),
    "raw": ((120, 34), ("J", "J", "J", "tab", "v", "space")),
    "compare": (
        (120, 34),
        ("c", *"sc", "enter", *"xianju", "enter", *"pingyang", "enter", "enter", "j", "j", "j", "l"),
    ),
    "narrow": ((80, 24), ("slash", *"sc", "enter", "tab")),
}


async def shoot(library: Path, name: str, size: tuple[int, int], keys: Sequence[str]) -> None:
    """Press `keys` in a terminal of `size` and keep the picture of what is on screen then."""
    app = ShanquApp(library)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.15)
        await pilot.pause(0.4)
        (IMAGES / f"{name}.svg").write_text(app.export_screenshot(title="shanqu"), encoding="utf-8")


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        add([seeds_dir()], Path(folder))
        for name, (size, keys) in SHOTS.items():
            asyncio.run(shoot(Path(folder), name, size, keys))


if __name__ == "__main__":
    main()
