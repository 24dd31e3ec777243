"""The command palette: the actions of the screen that it was called on, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from shanqu.i18n import _
from shanqu.ui.actions import Action, Place, actions_of, key_name


class ActionPalette(CommandPalette):
    """The palette; a key waits until the actions are there that were asked for by the keys before it."""

    def __init__(self) -> None:
        super().__init__([ActionProvider], placeholder=_("Name of an action"), id="--command-palette")

    @property
    def unsettled(self) -> bool:
        """Whether actions are being looked for."""
        return any(not worker.is_finished for worker in self.workers if worker.node is self)


class ActionProvider(Provider):
    """Finds actions by their help text or their id, so both languages lead there."""

    @property
    def _actions(self) -> tuple[Action, ...]:
        place = cast(Place, getattr(self.screen, "place", "browse"))
        return tuple(action for action in actions_of(place) if action.id != "palette")

    async def discover(self) -> Hits:
        for action in self._actions:
            yield DiscoveryHit(_(action.help), self._run(action), help=key_name(action.keys[0]))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in self._actions:
            name = _(action.help)
            score = max(matcher.match(name), matcher.match(action.id.replace("_", " ")))
            if score > 0:
                yield Hit(score, matcher.highlight(name), self._run(action), help=key_name(action.keys[0]))

    def _run(self, action: Action) -> Callable[[], Any]:
        screen: Screen[object] = self.screen
        return partial(screen.run_action, action.call)
