"""What is made of the table of actions: bindings, hints, and the README's table."""

from __future__ import annotations

from textual.binding import Binding

from shanqu.i18n import _
from shanqu.ui.action import Action as Action
from shanqu.ui.action import Place as Place
from shanqu.ui.action import key_name as key_name
from shanqu.ui.action_table import ACTIONS as ACTIONS


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
    "split",
    "filter",
    "toggle_raw",
    "compare",
    "overview",
    "evidence",
    "profile",
    "sort",
    "picture",
    "beside",
    "reprints",
    "together",
    "mark",
    "fold",
    "concordance",
    "export",
    "copy",
    "take_out",
    "next_hit",
    "find",
    "back",
    "toggle_empty",
    "next_pane",
    "activate",
)


# Of the many keys of these screens these are not among those that their bottom line has room for.
_NOT_HINTED: dict[Place, frozenset[str]] = {
    "browse": frozenset({"take_out", "split", "next_hit", "mark", "copy", "concordance"}),
    "profile": frozenset({"split"}),
    # There it folds what is the same, which its short name does not say.
    "reprints": frozenset({"toggle_empty"}),
}


def hints(place: Place, *idle: str) -> list[tuple[str, str]]:
    """Key and short name of the actions shown in the bottom line, the most wanted first; not those that are `idle`."""
    unwanted = _NOT_HINTED.get(place, frozenset()).union(idle)
    wanted = (one for one in actions_of(place) if one.hint and one.id not in unwanted)
    shown = sorted(wanted, key=lambda one: _HINT_ORDER.index(one.id))
    return [(key_name(action.keys[0]), _(action.hint)) for action in shown]


def markdown_table() -> str:
    """The table of keys as Markdown in the language in use, for the README."""
    keys, action = _("Keys"), _("Action")
    lines = [f"| {keys} | {action} |", "| --- | --- |"]
    for one in ACTIONS:
        keys = " ".join(f"`{key_name(key)}`" for key in one.keys)
        lines.append(f"| {keys} | {_(one.help)} |")
    return "\n".join(lines) + "\n"
