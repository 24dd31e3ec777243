"""Keys that come faster than they are worked, as on a slow line: each does what it would do if it came alone."""

import random

import pytest
from textual.events import Key, Paste

from shanqu.ui import in_turn
from shanqu.ui.action import KEY_NAMES
from shanqu.ui.screens.browse import BrowseScreen

NAMES = {char: name for name, char in KEY_NAMES.items() if len(char) == 1} | {
    "\r": "enter",
    "\x1b": "escape",
    "\t": "tab",
    " ": "space",
    "\x7f": "backspace",
}


def keys_of(text: str) -> list[Key]:
    return [Key(NAMES.get(char, char), char if char.isprintable() else None) for char in text]


async def at_once(shanqu, *events: Key | Paste) -> None:
    """All of them before the first one is worked."""
    for event in events:
        shanqu.app.post_message(event)
    await come_to_rest(shanqu)


async def come_to_rest(shanqu) -> None:
    await shanqu.pilot.pause(0.05)
    while shanqu.app.keys_wait:
        await shanqu.pilot.pause(0.01)
    await shanqu.settle()


def screens(shanqu) -> list[str]:
    return [type(screen).__name__ for screen in shanqu.app.screen_stack]


def place(shanqu) -> object:
    """Where the keys have led: the screens, what has the focus and what its cursor stands on."""
    focused = shanqu.app.screen.focused
    return screens(shanqu), focused and focused.id, getattr(focused, "cursor", None), shanqu.text("#list")


async def test_words_typed_with_the_key_of_the_filter_are_the_filter(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("/suichang"))
        assert shanqu.widget("#filter").value == "suichang"
        assert shanqu.widget("#list").count() == 2


async def test_what_is_pasted_behind_the_key_of_the_filter_is_the_filter(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("/"), Paste("遂昌"), *keys_of(" 结对"))
        assert shanqu.widget("#filter").value == "遂昌 结对"


async def test_keys_behind_the_filter_move_in_what_was_found(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("/suichang\rj\r"))
        assert shanqu.widget("#list").cursor == 1
        assert shanqu.widget("#reader").has_focus


async def test_a_question_takes_what_is_typed_behind_its_key(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("\rf山区\rn"))
        reader = shanqu.widget("#reader")
        assert (reader.sought, reader.position[0], reader.has_focus) == ("山区", 2, True)


@pytest.mark.parametrize("question", ["a", "#", "x", "/", "\tf"])
async def test_a_line_left_with_escape_gives_the_keys_back(browser, question):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of(f"{question}sjq\x1b\x1b\t\tj"))
        assert screens(shanqu) == ["BrowseScreen"]
        assert not shanqu.app.screen.query("#answer")


async def test_keys_behind_a_screen_that_comes_are_its_own_and_those_behind_it_the_lists(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("?jj\x1bj"))
        assert screens(shanqu) == ["BrowseScreen"]
        assert shanqu.widget("#list").cursor == 1


async def test_counties_are_compared_by_one_burst(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("csc\rxianju\rjingning\rlongyou\r\rjj"))
        assert screens(shanqu) == ["BrowseScreen", "CompareScreen"]
        matrix = shanqu.widget("#matrix")
        assert matrix.cursor > 1
        await at_once(shanqu, *keys_of("qj"))
        assert screens(shanqu) == ["BrowseScreen"]
        assert shanqu.widget("#list").cursor == 1


async def test_a_screen_opened_from_a_screen_opened_by_the_same_burst(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("ojj\rj?q"))
        assert screens(shanqu) == ["BrowseScreen", "OverviewScreen", "ProfileScreen"]


async def test_an_action_is_called_by_name_in_one_burst(browser):
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of(":overview\rj"))
        assert screens(shanqu) == ["BrowseScreen", "OverviewScreen"]


@pytest.mark.parametrize("seed", range(3))
async def test_any_burst_leads_where_the_same_keys_typed_slowly_lead(browser, seed):
    # Neither keys that quit nor those that write something.
    words = [
        "j",
        "jj",
        "k",
        "\t",
        "\r",
        "/sc\r",
        "/产业\r",
        "\x1b",
        "?j\x1b",
        "ojq",
        "osjmq",
        "g",
        "G",
        " ",
        "z",
    ]
    typed = "".join(random.Random(seed).choices(words, k=12))
    async with browser() as slow:
        for key in keys_of(typed):
            await at_once(slow, key)
        wanted = place(slow)
    async with browser() as fast:
        await at_once(fast, *keys_of(typed))
        assert place(fast) == wanted, typed


async def test_a_screen_that_never_comes_does_not_hold_the_keys_for_ever(browser, monkeypatch):
    monkeypatch.setattr(in_turn, "_PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(BrowseScreen, "unsettled", True)
    async with browser() as shanqu:
        await at_once(shanqu, *keys_of("jj"))
        assert shanqu.widget("#list").cursor == 2
