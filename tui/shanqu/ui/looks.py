"""The styles that lists and texts are drawn with, made of the theme's colours.

They are no component classes of the style sheet: matching those against the rules took longer than all else
before the first frame.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rich.color import Color
from rich.style import Style
from textual.app import App

# Colours are names of the theme's variables; a look without a background lies over another one.
_LOOKS: dict[str, tuple[str | None, str | None, str]] = {
    "plain": ("foreground", "background", ""),
    "cursor": ("foreground", "select", ""),
    "dim": ("dim", None, ""),
    "head": (None, None, "bold"),
    "mark": ("accent", None, ""),
    "hit": (None, "hit", "underline"),
    "hit-now": ("background", "hit-now", "bold"),
    "edit": ("warning", None, "underline"),
    "removed": ("error", None, "strike"),
    "added": ("success", None, "underline"),
    "change-now": ("background", "hit-now", "bold"),
    "gutter": ("faint", None, ""),
    "title": ("foreground", "background", "bold"),
    "meta": ("dim", "background", ""),
    "warning": ("warning", "background", ""),
    "body": ("foreground", "background", ""),
    "subhead": ("accent", "background", "bold"),
    "caption": ("dim", "background", "italic"),
    "dropped": ("dim", "background", "dim"),
    "note": ("warning", "background", "dim"),
    "blank": ("foreground", "background", ""),
    "heading": ("accent", "background", "bold"),
    "subtle": ("dim", "background", ""),
    "key": ("accent", "panel", ""),
    "hint": ("dim", "panel", ""),
    "flash": ("warning", "panel", ""),
}


def look(app: App[Any], name: str) -> Style:
    """The style of the name in the theme that the application has at the moment."""
    variables = app.theme_variables
    foreground, background, weight = _LOOKS[name]
    return _style(
        variables[foreground] if foreground else None, variables[background] if background else None, weight
    )


@lru_cache(maxsize=256)
def _style(foreground: str | None, background: str | None, weight: str) -> Style:
    return Style(
        color=Color.parse(foreground) if foreground else None,
        bgcolor=Color.parse(background) if background else None,
        **{weight: True} if weight else {},  # type: ignore[arg-type]
    )
