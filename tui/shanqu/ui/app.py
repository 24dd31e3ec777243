"""The application: one library, a stack of screens, and the import that may run beside them."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path, PurePath
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.timer import Timer

from shanqu.i18n import _, translated
from shanqu.progress import progress_line
from shanqu.query import LibraryError
from shanqu.settings import Settings
from shanqu.ui.actions import ACTIONS, Place, key_name
from shanqu.ui.driver import driver_for
from shanqu.ui.first_frame import FirstFrame
from shanqu.ui.in_turn import InTurn
from shanqu.ui.screens.browse import ARRANGED_SECONDS, BrowseScreen
from shanqu.ui.session import Session
from shanqu.ui.theme import THEMES
from shanqu.ui.widgets.bars import BottomLine

# The first screen's styles are read along: reading them later means to style everything twice.
_STYLES: list[str | PurePath] = ["shanqu.tcss", "screens/browse.tcss"]

if TYPE_CHECKING:
    from shanqu.indexing import Background, Progress

# What is not on the first screen is imported when it is called for: the first frame comes sooner.
_POLL_SECONDS = 0.15
# Not for each article that comes in: a large library takes a while to tell what it names.
_RELOAD_SECONDS = 1.0
# How often it is looked whether another program has written to the library.
_WATCH_SECONDS = 3.0
_NOT_SEEN = -1
_LINE_SECONDS = 3.0
_LOADED_SECONDS = 0.4
# After how many new objects the youngest are looked through, and after how many rounds the older ones.
_GARBAGE = (5000, 10, 10)
_SETTLED_SECONDS = 0.8
_LATER = (
    "shanqu.ui.screens.overview",
    "shanqu.ui.screens.profile",
    "shanqu.query.matrix",
    "shanqu.query.profiles",
)


# A screen that comes is laid out and filled step by step; after each step all of it would be sent.
_ARRIVED_SECONDS = 0.05


class ShanquApp(InTurn):
    """The browser."""

    TITLE = "shanqu"
    # Textual's own palette knows nothing of these screens and languages, and offers themes that are none of ours.
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = _STYLES
    BINDINGS: ClassVar = [Binding("ctrl+q", "quit", show=False), Binding("ctrl+c", "leave_hint", show=False)]

    def __init__(
        self,
        library: Path,
        paths: Sequence[Path] = (),
        settings: Settings | None = None,
        frame: FirstFrame | None = None,
    ) -> None:
        """Show the library in folder `library`; `paths` are read into it while it is shown.

        `frame` is what may be on the terminal already, and what is kept for the next start.
        """
        super().__init__(driver_class=driver_for(frame) if frame else None)
        self._frame = frame
        self._settings = settings or Settings()
        self.session = Session(library, self._settings.measure)
        self._paths = tuple(paths)
        self._import: Background | None = None
        self._poll: Timer | None = None
        self._failed: list[Progress] = []
        self._come_in = False
        self._reloaded = 0.0
        self._seen: int | None = _NOT_SEEN
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        theme = THEMES.get(self._settings.theme, THEMES["dark"])
        # Before any style is read: to change the theme later is to read and apply all of them twice.
        self.set_reactive(ShanquApp.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> BrowseScreen:
        # Not pushed over an empty screen: that would be laid out and painted first.
        self.browse = BrowseScreen(self.session, self.size.width)
        self.browse.coming = bool(self._paths)
        return self.browse

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES["dark"].variables)

    def on_mount(self) -> None:
        if self._frame is not None:
            # On a real terminal, which may be lost before this.
            self.set_interval(_LINE_SECONDS, self._leave_if_line_is_lost)
        self.screen_change_signal.subscribe(
            self, lambda screen: self.delay_update(_ARRIVED_SECONDS), immediate=True
        )
        self.set_timer(_LOADED_SECONDS, self._load_screens)
        self.set_timer(_SETTLED_SECONDS, self._settle)
        if self._frame is not None and self._frame.right:
            # What is on screen already stays until all of it can be sent again at once.
            self.delay_update(ARRANGED_SECONDS)
        self.set_interval(_WATCH_SECONDS, self._look_for_others)
        if self._paths:
            # After the first frame: starting a process must not delay it.
            self.call_after_refresh(self._start_import)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Textual's; a key that nothing answers is told of."""
        answered = await super()._check_bindings(key, priority)
        # What cannot be done just now tells why itself.
        known = any(key in bindings.key_to_bindings for _node, bindings in self.screen._modal_binding_chain)
        if not answered and not priority and not known:
            self._tell_idle(key)
        return answered

    def _tell_idle(self, key: str) -> None:
        """Say that a key does nothing on this screen, and where it does something what that is."""
        action = next((one for one in ACTIONS if key in one.keys), None)
        said = _("{key} does nothing here; ? shows the keys")
        if action is not None:
            said = _("{key} does nothing here; elsewhere: {what}")
        elif len(key) > 1:
            return
        what = _(action.help) if action else ""
        for line in self.screen.query(BottomLine):
            line.flash(said.format(key=key_name(key), what=what))

    def _settle(self) -> None:
        # What has been loaded stays, and need not be looked through again and again.
        gc.freeze()
        # A screen makes enough to be looked through several times over while somebody waits for it.
        gc.set_threshold(*_GARBAGE)
        gc.enable()
        if self._frame is None or self._frame.right or self._paths:
            return
        # Painted once more as a whole, if it still is what the next start will show.
        if self.screen is self.browse and self.browse.untouched:
            self._frame.wanted = True
            self.screen.refresh()

    def _load_screens(self) -> None:
        """Load ahead what the first key to another screen would wait for: the styles and the code of the others.

        A screen that came with a style of its own would have those of all others read anew.
        """
        for path in sorted((Path(__file__).parent / "screens").glob("*.tcss")):
            if not self.stylesheet.has_source(str(path)):
                self.stylesheet.read(path)
        self.stylesheet.parse()
        for name in _LATER:
            import_module(name)

    def _leave_if_line_is_lost(self) -> None:
        # Where the hang-up signal is ignored (nohup and the like), Textual goes on reading a dead terminal
        # as fast as it can.
        if self._frame is not None and self._frame.line_lost:
            self.exit()

    # The import.

    def _start_import(self) -> None:
        from shanqu.indexing import Background

        self._import = Background(self._paths, self.session.directory)
        self._bottom.progress = _("reading …")
        self.browse.say_empty()
        self._poll = self.set_interval(_POLL_SECONDS, self._look_at_import)

    def _look_at_import(self) -> None:
        running = self._import
        if running is None:
            return
        news = running.poll()
        self._failed += [progress for progress in news if progress.error]
        if news:
            self._bottom.progress = progress_line(news[-1])
        self._come_in |= any(progress.article is not None for progress in news)
        if self._come_in and monotonic() - self._reloaded >= _RELOAD_SECONDS:
            self._come_in = False
            self._reload()
            self._reloaded = monotonic()
        if not running.running:
            self._import_ended(running)

    def _import_ended(self, ended: Background) -> None:
        self._import = None
        self.browse.coming = False
        if self._poll is not None:
            self._poll.stop()
        self._bottom.progress = ""
        self._reload()
        if not self.session.summary.articles:
            self.browse.say_empty()
        if ended.failure:
            self._bottom.flash(_("Import stopped: {reason}").format(reason=translated(ended.failure)))
        elif self._failed:
            first = self._failed[0]
            text = _("{number} files not read; first: {path}: {reason}")
            name = Path(first.path).name
            self._bottom.flash(
                text.format(number=len(self._failed), path=name, reason=translated(first.error or ""))
            )

    def _look_for_others(self) -> None:
        """List what another program has put into the library meanwhile; whoever reads stays where he is."""
        try:
            seen = self.session.version
        except LibraryError as error:
            self._bottom.flash(translated(error.message))
            return
        known, self._seen = self._seen, seen
        if known not in (seen, _NOT_SEEN) and self._import is None and not self.session.correcting:
            self._reload()

    def action_stop_import(self) -> None:
        if self._import is None:
            self._bottom.flash(_("Nothing is being read"))
            return
        self._import.cancel()
        self._bottom.flash(_("Stopped: what has been read is kept, the rest is read at the next start"))

    def _reload(self) -> None:
        try:
            self.browse.reload()
        except LibraryError as error:
            self._bottom.flash(translated(error.message))

    @property
    def _bottom(self) -> BottomLine:
        return self.browse.query_one("#bottom", BottomLine)

    def on_unmount(self) -> None:
        if self._import is not None:
            self._import.cancel()
        self.session.close()

    # Actions of every screen.

    @property
    def _place(self) -> Place:
        return cast(Place, getattr(self.screen, "place", "browse"))

    def action_help(self) -> None:
        from shanqu.ui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self._place))

    def action_palette(self) -> None:
        from shanqu.ui.palette import ActionPalette

        if not isinstance(self.screen, ActionPalette):
            self.push_screen(ActionPalette())

    def action_leave_hint(self) -> None:
        for line in self.screen.query(BottomLine):
            line.flash(_("q leads back and, on the list, quits; ctrl-q quits at once"))


def run(library: Path, paths: Sequence[Path], settings: Settings, frame: FirstFrame) -> None:
    """Run the browser on a library until the person quits. Raises LibraryError if it cannot be read."""
    probe = Session(library)
    probe.open()
    probe.close()
    ShanquApp(library, paths, settings, frame).run(mouse=settings.mouse)
