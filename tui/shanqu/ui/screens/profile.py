"""What the library tells of one county, company, park, industry or person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from shanqu.i18n import _, ngettext, translated
from shanqu.query import EntityRow
from shanqu.query.analysis import PER_SECTION
from shanqu.query.profile_shapes import Profile, SectionKey
from shanqu.ui.actions import Place, bindings, hints
from shanqu.ui.correcting import Correcting
from shanqu.ui.exporting import Exported, Exporting
from shanqu.ui.labels import kind_name, member_note, member_sign
from shanqu.ui.navigation import Movable, Navigation
from shanqu.ui.pictures import Picture, of_counts, of_events, of_network
from shanqu.ui.screens.evidence import EvidenceScreen
from shanqu.ui.session import Session
from shanqu.ui.widgets.bars import BottomLine, PaneTitle
from shanqu.ui.widgets.line_list import LineList
from shanqu.ui.widgets.profile_list import ENOUGH, ProfileList
from shanqu.ui.wording import Wording

# So many times as many entries are chosen whenever that is asked for.
_MORE = 4


def open_profile(
    screen: Screen[Any],
    session: Session,
    name: str,
    kind: str | None = None,
    section: SectionKey | None = None,
) -> None:
    """Show the profile of what has that name, from that section on, or say that nothing is known of it."""
    entity = session.library.find_entity(name, kind)
    if entity is None:
        screen.query_one(BottomLine).flash(_("No article names {name}").format(name=name))
    else:
        screen.app.push_screen(ProfileScreen(session, entity, section))


class ProfileScreen(Navigation, Correcting, Exporting, Wording):
    """Sections of entries; Enter shows the sentences behind one, i the profile of what it names."""

    CSS_PATH = "profile.tcss"
    place: ClassVar[Place] = "profile"
    BINDINGS: ClassVar = bindings(place)
    AUTO_FOCUS = "#profile"

    def __init__(self, session: Session, entity: int, section: SectionKey | None = None) -> None:
        """Show the profile of an entity; the cursor stands on that section at first."""
        super().__init__()
        self.session, self._entity, self._section = session, entity, section
        self._profile: Profile | None = None
        self._made: int | None = ENOUGH
        self._limit = PER_SECTION

    def compose(self) -> ComposeResult:
        yield PaneTitle("", id="profile-title", active=True)
        yield ProfileList(id="profile")
        yield BottomLine(hints("profile"), id="bottom")

    def on_mount(self) -> None:
        self._load()

    def _put_title(self, entity: EntityRow) -> None:
        parts = [
            f"{member_sign(entity.mountain, entity.left)} {entity.canonical}".lstrip(),
            kind_name(entity.kind),
        ]
        if entity.mountain:
            parts.append(member_note(entity.mountain, entity.left))
        self.query_one(PaneTitle).rename(" · ".join(parts))

    def _load(self) -> None:
        profile = self._profile = self.session.library.profile(self._entity, self._limit, self._made)
        self._put_title(profile.entity)
        title = self.query_one(PaneTitle)
        number = profile.entity.articles
        articles = ngettext("{n} article", "{n} articles", number).format(n=number)
        texts = ngettext("{n} independent text", "{n} independent texts", profile.texts).format(
            n=profile.texts
        )
        span = "–".join(dict.fromkeys(filter(None, (profile.first, profile.last))))
        # Where copies are among the articles, other screens count more than there are texts.
        counts = (articles if number != profile.texts else "", texts, span)
        title.detail("  ".join(filter(None, counts)))
        self.list.show(profile, self._section)
        self._show_place()

    @property
    def list(self) -> ProfileList:
        return self.query_one(ProfileList)

    def moving(self) -> Movable | None:
        return self.list

    @on(LineList.Moved)
    def _show_place(self) -> None:
        names = self._profile.names if self._profile else ()
        item = self.list.current
        self.query_one(BottomLine).state = item.text if item else " ".join(names[:4])

    @on(LineList.Activated)
    def _show_evidence(self) -> None:
        item = self.list.current
        if item is None or self._profile is None:
            return
        evidence = self.session.library.passages(item.refs) if item.refs else [item.evidence]
        title = f"{self._profile.entity.canonical} · {item.text}"
        self.app.push_screen(EvidenceScreen(self.session, title, evidence or [item.evidence]))

    @on(ProfileList.Unfolded)
    def _make_more(self) -> None:
        """First all entries that are chosen, then more of them each time."""
        if self._made is None:
            self._limit *= _MORE
        self._made = None
        self._load()

    def action_activate(self) -> None:
        self.list.activate()

    def action_fold(self) -> None:
        self.list.fold()

    def action_profile(self) -> None:
        item = self.list.current
        if item is None or item.entity is None:
            self.query_one(BottomLine).flash(_("This entry has no profile of its own"))
        else:
            self.app.push_screen(ProfileScreen(self.session, item.entity))

    def to_correct(self) -> EntityRow | None:
        item = self.list.current
        if item is not None and item.entity is not None:
            return self.session.library.entity(item.entity)
        return self._profile.entity if self._profile else None

    def corrected(self) -> None:
        self._load()

    def to_export(self) -> Exported | None:
        from shanqu.query import record, reports

        profile = self.list.shown
        if profile is None:
            return None
        return Exported(
            profile.entity.canonical,
            lambda: reports.of_profile(self.session.library, profile, translated),
            lambda: record.of_profile(profile),
        )

    def action_concordance(self) -> None:
        if entity := self.to_correct():
            self.show_entity(entity)

    def action_picture(self) -> None:
        from shanqu.ui.screens.picture import PictureScreen

        if self._profile is not None:
            self.app.push_screen(
                PictureScreen(self._profile.entity.canonical, self._pictures(self._profile.entity))
            )

    def _pictures(self, entity: EntityRow) -> Sequence[Picture]:
        library = self.session.library
        parts: list[Picture] = []
        if entity.kind == "place" and entity.code:
            parts.append(of_counts(_("Texts by year"), partial(library.years, [entity.code])))
        if events := library.events(self._entity):
            parts.append(of_events(_("Events"), events))

        near = partial(library.network, self._entity)
        parts.append(of_network(_("Named together in a sentence"), near))
        return parts

    def action_back(self) -> None:
        self.dismiss()
