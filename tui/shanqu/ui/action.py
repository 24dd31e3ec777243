"""What an action is, and how its keys are written."""

from __future__ import annotations

from typing import Literal, NamedTuple

Place = Literal[
    "browse",
    "reader",
    "evidence",
    "compare",
    "overview",
    "profile",
    "kwic",
    "picture",
    "beside",
    "passages",
    "reprints",
    "facts",
    "corrections",
    "forms",
]

_SHARED = frozenset({"help", "palette", "stop_import"})

KEY_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "at": "@",
    "asterisk": "*",
    "number_sign": "#",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "space": "space",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "escape": "esc",
    "shift+tab": "shift-tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


class Action(NamedTuple):
    """Something a person can do.

    `keys` are Textual key names, the first one is shown in hints; `hint` is the short name in the
    bottom line (empty: not shown there); `help` a sentence. `places` are the screens where it works.
    """

    id: str
    keys: tuple[str, ...]
    hint: str
    help: str
    group: str
    places: tuple[Place, ...]

    @property
    def call(self) -> str:
        """The action as Textual calls it: on the screen, or on the application where all screens share it."""
        return f"app.{self.id}" if self.id in _SHARED else self.id

    def shown_keys(self) -> str:
        """The keys as people write them, the first ones first."""
        return " ".join(key_name(key) for key in self.keys)


def key_name(key: str) -> str:
    """A Textual key name as people write it."""
    if key.startswith("ctrl+"):
        return f"ctrl-{key[5:]}"
    return KEY_NAMES.get(key, key)
