"""One table of actions, and everything that is made from it."""

import re
from pathlib import Path

import pytest
from textual.command import CommandPalette

from shanqu.i18n import set_language
from shanqu.ui.actions import ACTIONS, actions_of, hints, key_name, markdown_table
from shanqu.ui.app import ShanquApp
from shanqu.ui.palette import ActionPalette
from shanqu.ui.screens.article import ArticleScreen
from shanqu.ui.screens.beside import BesideScreen
from shanqu.ui.screens.browse import BrowseScreen
from shanqu.ui.screens.compare import CompareScreen
from shanqu.ui.screens.corrections import CorrectionsScreen
from shanqu.ui.screens.evidence import EvidenceScreen
from shanqu.ui.screens.facts import FactsScreen
from shanqu.ui.screens.forms import FormsScreen
from shanqu.ui.screens.kwic import KwicScreen
from shanqu.ui.screens.overview import OverviewScreen
from shanqu.ui.screens.passages import PassagesScreen
from shanqu.ui.screens.picture import PictureScreen
from shanqu.ui.screens.profile import ProfileScreen
from shanqu.ui.screens.reprints import ReprintsScreen

ROOT = Path(__file__).resolve().parents[2]
SCREENS = {
    screen.place: screen
    for screen in (
        BrowseScreen,
        ArticleScreen,
        EvidenceScreen,
        CompareScreen,
        OverviewScreen,
        ProfileScreen,
        KwicScreen,
        PictureScreen,
        BesideScreen,
        PassagesScreen,
        ReprintsScreen,
        FactsScreen,
        CorrectionsScreen,
        FormsScreen,
    )
}


@pytest.mark.parametrize("place", SCREENS)
def test_every_action_of_a_screen_can_be_carried_out(place):
    for action in actions_of(place):
        owner = ShanquApp if action.call.startswith("app.") else SCREENS[place]
        assert hasattr(owner, f"action_{action.id.partition('(')[0]}"), action.id


@pytest.mark.parametrize("place", SCREENS)
def test_bindings_are_those_of_the_table(place):
    bound = {key: binding.action for binding in SCREENS[place].BINDINGS for key in binding.key.split(",")}
    assert bound == {key: action.call for action in actions_of(place) for key in action.keys}


@pytest.mark.parametrize("place", SCREENS)
def test_no_key_means_two_things_on_one_screen(place):
    keys = [key for action in actions_of(place) for key in action.keys]
    assert len(keys) == len(set(keys))


def test_a_key_means_the_same_on_every_screen():
    meanings: dict[str, set[str]] = {}
    for action in ACTIONS:
        for key in action.keys:
            meanings.setdefault(key, set()).add(action.id)
    assert {key: ids for key, ids in meanings.items() if len(ids) > 1} == {}


def test_vim_keys_and_arrows_both_move():
    keys = {action.id: action.keys for action in ACTIONS}
    for direction, (vim, arrow) in {
        "down": ("j", "down"),
        "up": ("k", "up"),
        "left": ("h", "left"),
        "right": ("l", "right"),
    }.items():
        assert {vim, arrow} <= set(keys[direction])


async def test_the_help_names_every_key_of_the_screen(browser):
    async with browser((100, 80)) as shanqu:
        await shanqu.press("question_mark")
        shown = "\n".join(str(part.render()) for part in shanqu.app.screen.query("#help Static"))
        for action in actions_of("browse"):
            assert action.shown_keys() in shown
        await shanqu.press("q")
        assert shanqu.app.screen.query("#list")


async def test_hints_in_the_bottom_line_come_from_the_table(browser):
    async with browser((160, 30)) as shanqu:
        line = shanqu.lines("#bottom")[0]
        for key, hint in hints("browse", "fold", "reprints"):
            assert f"{key} {hint}" in line


async def test_the_palette_offers_the_actions_and_carries_them_out(browser):
    async with browser() as shanqu:
        await shanqu.press("colon")
        await shanqu.type("compare")
        await shanqu.pilot.pause(0.5)
        await shanqu.press("enter")
        await shanqu.pilot.pause(0.3)
        assert shanqu.app.screen.query("#county")


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_readme_has_the_table_of_keys(name, language):
    set_language(language)
    readme = (ROOT / name).read_text(encoding="utf-8")
    assert markdown_table() in readme


def test_keys_are_written_as_people_write_them():
    assert [key_name(key) for key in ("slash", "ctrl+d", "pagedown", "j")] == ["/", "ctrl-d", "pgdn", "j"]
    assert not re.search(r"slash|question_mark", markdown_table())


@pytest.mark.parametrize("key", ["question_mark", "c", "f", "slash", "w", "colon"])
async def test_no_palette_but_ours_opens_over_any_screen(browser, key):
    async with browser() as shanqu:
        await shanqu.press(key, "ctrl+p")
        palettes = [one for one in shanqu.app.screen_stack if isinstance(one, CommandPalette)]
        assert all(isinstance(one, ActionPalette) for one in palettes) and len(palettes) < 2


async def test_a_key_that_does_nothing_on_a_screen_says_so(browser):
    async with browser((120, 40)) as shanqu:
        await shanqu.compare("sc", "xianju")
        line = shanqu.widget("#bottom")
        for key, said in (("F", "F 在这里不起作用"), ("1", "按 ? 看"), ("w", "上下文")):
            line.hush()
            await shanqu.press(key)
            assert said in line.message
        line.hush()
        await shanqu.press("j", "l", "space", "f5")
        assert not line.message
        await shanqu.press("slash", "F")
        assert not line.message
