"""What a person can do, and with which keys: the one table behind bindings, hints, help, palette and README."""

from __future__ import annotations

from typing import get_args

from shanqu.i18n import N_
from shanqu.ui.action import Action, Place

_ALL: tuple[Place, ...] = get_args(Place)
_TEXT: tuple[Place, ...] = ("browse", "reader", "beside")
_READING: tuple[Place, ...] = ("browse", "reader")
_PAIR: tuple[Place, ...] = ("beside", "passages")

_ENTITIES: tuple[Place, ...] = ("browse", "profile")
_CORRECTED: tuple[Place, ...] = (
    *_ENTITIES,
    "evidence",
    "facts",
    "compare",
    "overview",
    "corrections",
    "forms",
)

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
        (
            "browse",
            "evidence",
            "compare",
            "overview",
            "profile",
            "kwic",
            "passages",
            "reprints",
            "facts",
            "forms",
        ),
    ),
    Action(
        "next_article",
        ("J", "right_square_bracket"),
        "",
        N_("Next article, copy or place; of two side by side on the other side"),
        READ,
        ("browse", *_PAIR, "reprints", "evidence"),
    ),
    Action(
        "previous_article",
        ("K", "left_square_bracket"),
        "",
        N_("Previous article, copy or place"),
        READ,
        ("browse", *_PAIR, "reprints", "evidence"),
    ),
    Action(
        "beside",
        ("S",),
        N_("side by side"),
        N_("Two articles, or what is said of two places, side by side"),
        READ,
        ("browse", "compare", "reprints"),
    ),
    Action("together", ("y",), N_("together"), N_("Scroll both sides together, or each alone"), READ, _PAIR),
    Action(
        "reprints",
        ("D",),
        N_("copies"),
        N_("The other copies of the article, and what was changed in them"),
        READ,
        _TEXT,
    ),
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
    Action(
        "figures",
        ("F",),
        "",
        N_("The figures and events of the article, and what was understood of them"),
        FIND,
        _TEXT,
    ),
    Action("find", ("f",), N_("find"), N_("Find in the article"), FIND, _TEXT),
    Action("next_hit", ("n",), N_("next"), N_("Next hit or change"), FIND, (*_TEXT, "reprints")),
    Action("previous_hit", ("N",), "", N_("Previous hit or change"), FIND, (*_TEXT, "reprints")),
    Action(
        "evidence",
        ("e",),
        N_("sentences"),
        N_("All sentences that name the entity, across articles"),
        FIND,
        ("browse",),
    ),
    Action(
        "concordance",
        ("w",),
        N_("contexts"),
        N_("A word in its contexts, line by line; there: another word"),
        FIND,
        ("browse", "profile", "kwic"),
    ),
    Action(
        "keywords",
        ("W",),
        "",
        N_("Show or hide the keywords of the articles in the list"),
        FIND,
        ("browse",),
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
    Action(
        "mark",
        ("m",),
        N_("mark"),
        N_("Mark the county or the article, to put it beside another one"),
        COMPARE,
        ("overview", "browse"),
    ),
    Action(
        "sort",
        ("s",),
        N_("sort"),
        N_("Another order of the rows"),
        COMPARE,
        ("compare", "overview", "kwic"),
    ),
    Action(
        "fold",
        ("t",),
        N_("fold"),
        N_("Fold or unfold the group, or the copies of the article or sentence"),
        READ,
        ("browse", "compare", "profile", "forms", "evidence", "kwic"),
    ),
    Action(
        "picture",
        ("p",),
        N_("picture"),
        N_("The row, or what is shown, as a picture"),
        COMPARE,
        ("compare", "overview", "profile", "kwic"),
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
        N_("empty"),
        N_("Show or hide rows in which nothing is said, and what is the same in two copies"),
        COMPARE,
        ("compare", "overview", "reprints"),
    ),
    Action(
        "stop_import", ("ctrl+x",), "", N_("Stop reading files; the next start goes on"), PROGRAM, ("browse",)
    ),
    Action(
        "export",
        ("x",),
        N_("export"),
        N_("Write what is shown into a file: HTML, Markdown, CSV or JSON Lines"),
        PROGRAM,
        (
            "browse",
            "evidence",
            "compare",
            "overview",
            "profile",
            "kwic",
            "picture",
            "passages",
            "beside",
            "reprints",
            "facts",
            "forms",
            "corrections",
        ),
    ),
    Action(
        "take_out",
        ("X",),
        N_("take out"),
        N_("Hide the entity, or mark the figure as wrong, from now on; a wrong figure: take that back"),
        CORRECT,
        (*_ENTITIES, "evidence", "facts", "corrections"),
    ),
    Action(
        "copy",
        ("Y",),
        N_("copy"),
        N_("Copy the sentence, or the article, with its source"),
        READ,
        (*_READING, "evidence", "kwic"),
    ),
    Action("rename", ("R",), "", N_("Call the entity by another name"), CORRECT, _ENTITIES),
    Action("merge", ("M",), "", N_("The entity is the same as another one"), CORRECT, _ENTITIES),
    Action(
        "split",
        ("P",),
        N_("split"),
        N_(
            "What pages call the entity; there: the name means another one, everywhere, on a site or in an article"
        ),
        CORRECT,
        (*_ENTITIES, "forms"),
    ),
    Action(
        "corrections",
        ("C",),
        "",
        N_("All that you have corrected; X takes one of them back"),
        CORRECT,
        ("browse", "compare", "overview", "profile", "forms"),
    ),
    Action("undo", ("U",), "", N_("Take the last correction back"), CORRECT, _CORRECTED),
    Action("star", ("asterisk",), "", N_("Put a star on the article, or take it off"), MARK, _READING),
    Action("tag", ("number_sign",), "", N_("Tags of the article"), MARK, _READING),
    Action("note", ("a",), "", N_("A note on the article"), MARK, _READING),
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
        ("browse", "compare", "overview", *_PAIR),
    ),
    Action(
        "right",
        ("l", "right"),
        "",
        N_("To the pane or column on the right"),
        MOVE,
        ("browse", "compare", "overview", *_PAIR),
    ),
    Action("next_pane", ("tab",), N_("pane"), N_("Next pane"), MOVE, ("browse", *_PAIR)),
    Action("previous_pane", ("shift+tab",), "", N_("Previous pane"), MOVE, ("browse", *_PAIR)),
    Action("page_down", ("space", "pagedown", "ctrl+f"), "", N_("A page down"), MOVE, _ALL),
    Action("page_up", ("b", "pageup", "ctrl+b"), "", N_("A page up"), MOVE, _ALL),
    Action("half_down", ("ctrl+d",), "", N_("Half a page down"), MOVE, _ALL),
    Action("half_up", ("ctrl+u",), "", N_("Half a page up"), MOVE, _ALL),
    Action("top", ("g", "home"), "", N_("To the top"), MOVE, _ALL),
    Action("bottom", ("G", "end"), "", N_("To the bottom"), MOVE, _ALL),
)
