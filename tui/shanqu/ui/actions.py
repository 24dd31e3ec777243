"""One table of actions: it feeds the bindings, the hints, the help, the palette and the README."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textual.binding import Binding

from shanqu.i18n import N_, _

Place = Literal["browse", "reader", "evidence", "compare", "overview", "profile", "kwic", "picture"]

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


_ALL: tuple[Place, ...] = (
    "browse",
    "reader",
    "evidence",
    "compare",
    "overview",
    "profile",
    "kwic",
    "picture",
)
_TEXT: tuple[Place, ...] = ("browse", "reader")

_ENTITIES: tuple[Place, ...] = ("browse", "profile")

MOVE, READ, FIND, COMPARE, CORRECT, MARK, PROGRAM = (
    N_("Moving"),
    N_("Reading"),
    N_("Finding"),
    N_("Comparing"),
    N_("Correcting"),
    N_("Marking"),
    N_("Program"),
)

ACTIONS: tuple[Action, ...] = (
    Action(
        "activate",
        ("enter",),
        N_("open"),
        N_("Read the article; filter by the entity; show what a cell rests on"),
        READ,
        ("browse", "evidence", "compare", "overview", "profile", "kwic"),
    ),
    Action("next_article", ("J", "right_square_bracket"), "", N_("Next article"), READ, ("browse",)),
    Action("previous_article", ("K", "left_square_bracket"), "", N_("Previous article"), READ, ("browse",)),
    Action(
        "toggle_raw", ("v",), N_("raw"), N_("Cleaned text or the raw page, at the same place"), READ, _TEXT
    ),
    Action("toggle_wide", ("z",), "", N_("The reader alone, or all panes"), READ, ("browse",)),
    Action(
        "filter",
        ("slash",),
        N_("filter"),
        N_("Filter: articles by words, names and pinyin, rows by words"),
        FIND,
        ("browse", "compare", "overview"),
    ),
    Action("find", ("f",), N_("find"), N_("Find in the article"), FIND, _TEXT),
    Action("next_hit", ("n",), "", N_("Next hit"), FIND, _TEXT),
    Action("previous_hit", ("N",), "", N_("Previous hit"), FIND, _TEXT),
    Action(
        "evidence",
        ("e",),
        N_("sentences"),
        N_("All sentences that name the entity, across articles"),
        FIND,
        ("browse",),
    ),
    Action(
        "concordance", ("w",), "", N_("A word in its contexts, line by line"), FIND, ("browse", "profile")
    ),
    Action(
        "clear", ("escape",), "", N_("Clear find, filter and marks"), FIND, (*_TEXT, "compare", "overview")
    ),
    Action(
        "shut_out",
        ("d",),
        "",
        N_("Shut out what names the entity, or the site or year"),
        FIND,
        ("browse",),
    ),
    Action("order", ("r",), "", N_("The best answers first, or the latest"), FIND, ("browse",)),
    Action(
        "keep_query", ("at",), "", N_("Keep the filter under a name; @name stands for it"), FIND, ("browse",)
    ),
    Action(
        "compare",
        ("c",),
        N_("compare"),
        N_("Put places side by side; in a comparison: choose others"),
        COMPARE,
        ("browse", "compare", "overview"),
    ),
    Action(
        "overview", ("o",), N_("overview"), N_("All counties at a glance"), COMPARE, ("browse", "compare")
    ),
    Action(
        "profile",
        ("i",),
        N_("profile"),
        N_("What is said of the county, company, park or person"),
        COMPARE,
        ("browse", "compare", "overview", "profile"),
    ),
    Action("mark", ("m",), N_("mark"), N_("Mark the county for a comparison"), COMPARE, ("overview",)),
    Action(
        "sort",
        ("s",),
        N_("sort"),
        N_("Another order of the rows"),
        COMPARE,
        ("compare", "overview", "kwic"),
    ),
    Action("fold", ("t",), N_("fold"), N_("Fold or unfold the group"), COMPARE, ("compare", "profile")),
    Action(
        "picture",
        ("p",),
        N_("picture"),
        N_("The row, or what is shown, as a picture"),
        COMPARE,
        ("compare", "overview", "profile"),
    ),
    Action("drop_column", ("minus",), "", N_("Take the column away"), COMPARE, ("compare",)),
    Action(
        "move_column(-1)", ("less_than_sign",), "", N_("Move the column to the left"), COMPARE, ("compare",)
    ),
    Action(
        "move_column(1)",
        ("greater_than_sign",),
        "",
        N_("Move the column to the right"),
        COMPARE,
        ("compare",),
    ),
    Action(
        "toggle_empty",
        ("u",),
        N_("empty rows"),
        N_("Show or hide rows in which nothing is said"),
        COMPARE,
        ("compare", "overview"),
    ),
    Action("take_out", ("X",), "", N_("Hide the entity from now on"), CORRECT, _ENTITIES),
    Action("rename", ("R",), "", N_("Call the entity by another name"), CORRECT, _ENTITIES),
    Action("merge", ("M",), "", N_("The entity is the same as another one"), CORRECT, _ENTITIES),
    Action("undo", ("U",), "", N_("Take the last correction back"), CORRECT, _ENTITIES),
    Action("star", ("asterisk",), "", N_("Put a star on the article, or take it off"), MARK, ("browse",)),
    Action("tag", ("number_sign",), "", N_("Tags of the article"), MARK, ("browse",)),
    Action("note", ("a",), "", N_("A note on the article"), MARK, ("browse",)),
    Action("stop_import", ("x",), "", N_("Stop reading files; the next start goes on"), PROGRAM, ("browse",)),
    Action("help", ("question_mark", "f1"), N_("help"), N_("This help"), PROGRAM, _ALL),
    Action("palette", ("colon", "ctrl+p"), "", N_("All actions by name"), PROGRAM, _ALL),
    Action("back", ("q",), N_("back"), N_("Back; on the article list: quit"), PROGRAM, _ALL),
    Action("down", ("j", "down"), "", N_("Down"), MOVE, _ALL),
    Action("up", ("k", "up"), "", N_("Up"), MOVE, _ALL),
    Action(
        "left",
        ("h", "left"),
        "",
        N_("To the pane or column on the left"),
        MOVE,
        ("browse", "compare", "overview"),
    ),
    Action(
        "right",
        ("l", "right"),
        "",
        N_("To the pane or column on the right"),
        MOVE,
        ("browse", "compare", "overview"),
    ),
    Action("next_pane", ("tab",), N_("pane"), N_("Next pane"), MOVE, ("browse",)),
    Action("previous_pane", ("shift+tab",), "", N_("Previous pane"), MOVE, ("browse",)),
    Action("page_down", ("space", "pagedown", "ctrl+f"), "", N_("A page down"), MOVE, _ALL),
    Action("page_up", ("b", "pageup", "ctrl+b"), "", N_("A page up"), MOVE, _ALL),
    Action("half_down", ("ctrl+d",), "", N_("Half a page down"), MOVE, _ALL),
    Action("half_up", ("ctrl+u",), "", N_("Half a page up"), MOVE, _ALL),
    Action("top", ("g", "home"), "", N_("To the top"), MOVE, _ALL),
    Action("bottom", ("G", "end"), "", N_("To the bottom"), MOVE, _ALL),
)


def bindings(place: Place) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The key bindings of one screen."""
    return [
        Binding(",".join(action.keys), action.call, action.help, show=False, id=f"{place}.{action.id}")
        for action in actions_of(place)
    ]


def actions_of(place: Place) -> tuple[Action, ...]:
    """The actions of one screen, in the order of the table."""
    return tuple(action for action in ACTIONS if place in action.places)


# What stays in the bottom line longest when there is little room comes first.
_HINT_ORDER = (
    "help",
    "filter",
    "toggle_raw",
    "compare",
    "overview",
    "evidence",
    "profile",
    "sort",
    "picture",
    "mark",
    "fold",
    "find",
    "back",
    "toggle_empty",
    "next_pane",
    "activate",
)


def hints(place: Place) -> list[tuple[str, str]]:
    """Key and short name of the actions shown in the bottom line, the most wanted first."""
    shown = sorted((one for one in actions_of(place) if one.hint), key=lambda one: _HINT_ORDER.index(one.id))
    return [(key_name(action.keys[0]), _(action.hint)) for action in shown]


def markdown_table() -> str:
    """The table of keys as Markdown in the language in use, for the README."""
    keys, action = _("Keys"), _("Action")
    lines = [f"| {keys} | {action} |", "| --- | --- |"]
    for one in ACTIONS:
        keys = " ".join(f"`{key_name(key)}`" for key in one.keys)
        lines.append(f"| {keys} | {_(one.help)} |")
    return "\n".join(lines) + "\n"
