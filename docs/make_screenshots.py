"""Make the README's pictures from the real program on the sample articles.

    python docs/make_screenshots.py

The program runs in a pseudo-terminal with a terminal emulator behind it (pyte, extra `dev`); what the emulator's
screen holds is written as SVG into docs/images, every character at the place of its cell.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import pyte
from pyte.screens import Char

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from terminal import Program  # noqa: E402

from shanqu.indexing import add  # noqa: E402
from shanqu.paths import seeds_dir  # noqa: E402

IMAGES = ROOT / "docs" / "images"
CELL, LINE, SIZE, PAD = 9.0, 21.0, 15.5, 14.0
FOREGROUND, BACKGROUND = "d6d8d2", "14181a"
FONTS = "'DejaVu Sans Mono',Menlo,Consolas,'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC','Microsoft YaHei Mono',monospace"

SHOTS: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "browse": ((120, 34), ("/", "suichang", "\r", "j", "\t\t", "\r", "\t", "n")),
    "raw": ((120, 34), ("/", "借梯登高", "\r", "\r", "v", "G", *["k" * 24] * 4)),
    "compare": ((120, 34), ("c", "sc", "\r", "xianju", "\r", "pingyang", "\r", "\r", *"jjjjjjl")),
    "profile": ((120, 34), ("o", "\r")),
    "narrow": ((80, 24), ("c", "sc", "\r", "xianju", "\r", "\r", "jj", "\r")),
}


def shoot(library: Path, size: tuple[int, int], keys: Sequence[str]) -> pyte.Screen:
    """The screen after `keys` were pressed in a terminal of `size`."""
    columns, lines = size
    screen = pyte.Screen(columns, lines)
    stream = pyte.ByteStream(screen)
    command = [sys.executable, "-m", "shanqu", "--library", str(library), "--lang", "zh"]
    with Program(command, columns=columns, lines=lines, env={"COLORTERM": "truecolor"}) as program:
        # The entities come last; keys before that would meet an outline.
        data, _ = program.read_until("遂昌县".encode())
        stream.feed(data + program.read_until_quiet(1.0))
        for key in keys:
            program.press(key)
            stream.feed(program.read_until_quiet(0.3))
    return screen


def drawn(screen: pyte.Screen) -> str:
    """The screen as SVG."""
    width, height = screen.columns * CELL + 2 * PAD, screen.lines * LINE + 2 * PAD
    body = [part for y in range(screen.lines) for part in _line(screen, y)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}">',
            f'<rect width="100%" height="100%" rx="8" fill="#{BACKGROUND}"/>',
            f'<g font-family="{FONTS}" font-size="{SIZE}" xml:space="preserve">',
            *body,
            "</g>",
            "</svg>\n",
        ]
    )


def _line(screen: pyte.Screen, y: int) -> Iterator[str]:
    # The emulator leaves an empty cell behind a character that takes two.
    cells = [(x, screen.buffer[y][x]) for x in range(screen.columns) if screen.buffer[y][x].data]
    top = PAD + y * LINE
    for look, group in groupby(cells, key=lambda cell: _look(cell[1])):
        run = list(group)
        foreground, background, bold, italic, underline = look
        start = run[0][0]
        following = [x for x, _ in cells if x > run[-1][0]]
        end = following[0] if following else screen.columns
        if background != BACKGROUND:
            yield (
                f'<rect x="{PAD + start * CELL:g}" y="{top:g}" width="{(end - start) * CELL:g}" '
                f'height="{LINE:g}" fill="#{background}"/>'
            )
        shown = [(x, char.data) for x, char in run if char.data.strip()]
        if shown:
            places = " ".join(f"{PAD + x * CELL:g}" for x, _ in shown)
            style = ' font-weight="bold"' * bold + ' font-style="italic"' * italic
            style += ' text-decoration="underline"' * underline
            text = escape("".join(data for _, data in shown))
            yield f'<text x="{places}" y="{top + LINE * 0.74:g}" fill="#{foreground}"{style}>{text}</text>'


def _look(char: Char) -> tuple[str, str, bool, bool, bool]:
    foreground = FOREGROUND if char.fg == "default" else char.fg
    background = BACKGROUND if char.bg == "default" else char.bg
    if char.reverse:
        foreground, background = background, foreground
    return foreground, background, char.bold, char.italics, char.underscore


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        report = add([seeds_dir()], library)
        assert not report.failed, report.failed
        for name, (size, keys) in SHOTS.items():
            (IMAGES / f"{name}.svg").write_text(drawn(shoot(library, size, keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
