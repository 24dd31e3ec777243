"""The colours: calm, one accent. Everything else is weight, position and glyphs."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="shanqu-dark",
    dark=True,
    primary="#7fb69e",
    secondary="#8aa4ae",
    accent="#7fb69e",
    warning="#d8a657",
    error="#d3735c",
    success="#7fb69e",
    foreground="#d6d8d2",
    background="#14181a",
    surface="#14181a",
    panel="#20282a",
    variables={
        "dim": "#919c99",
        "faint": "#3a4446",
        "select": "#25332f",
        "hit": "#4a4022",
        "hit-now": "#d8a657",
        "mark": "#24413a",
    },
)

LIGHT = Theme(
    name="shanqu-light",
    dark=False,
    primary="#23745a",
    secondary="#45626d",
    accent="#23745a",
    warning="#7d5500",
    error="#a8402a",
    success="#23745a",
    foreground="#23292a",
    background="#f7f5ef",
    surface="#f7f5ef",
    panel="#e9e6dc",
    variables={
        "dim": "#5a6261",
        "faint": "#c9c6bb",
        "select": "#dde9e1",
        "hit": "#f0e2b0",
        "hit-now": "#86620a",
        "mark": "#cfe6da",
    },
)

THEMES = {"dark": DARK, "light": LIGHT}
