"""The colours can be read: text has the contrast that WCAG 2 asks for on whatever it lies."""

from __future__ import annotations

import pytest
from textual.color import Color

from shanqu.ui.theme import THEMES

_LEAST = 4.5


def luminance(color: Color) -> float:
    parts = (part / 255 for part in color.rgb)
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted(luminance(Color.parse(name)) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("foreground", "background"), ("foreground", "select"), ("foreground", "hit"),
        ("dim", "background"), ("dim", "panel"), ("dim", "select"),
        ("accent", "background"), ("accent", "panel"), ("accent", "select"),
        ("warning", "background"), ("warning", "panel"), ("warning", "hit"),
        ("error", "background"), ("success", "background"), ("background", "hit-now"),
    ],
)  # fmt: skip
def test_text_can_be_read_on_what_it_lies_on(name: str, text: str, ground: str) -> None:
    theme = THEMES[name]
    colours = {
        **theme.variables,
        **{field: getattr(theme, field) for field in ("accent", "warning", "error")},
    }
    colours |= {field: getattr(theme, field) for field in ("success", "foreground", "background", "panel")}
    assert contrast(colours[text], colours[ground]) >= _LEAST
