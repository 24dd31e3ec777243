"""Asking for an entity by a part of its name."""

from __future__ import annotations

from collections.abc import Callable

from shanqu.i18n import _, ngettext
from shanqu.query import EntityRow, Library
from shanqu.ui.asking import Asking
from shanqu.ui.labels import kind_name
from shanqu.ui.widgets.suggestions import Suggesting, Suggestion

_MOST = 50


class Suggested(Asking):
    """A screen that can ask for an entity: those whose names hold what is typed are suggested."""

    async def ask_for_entity(
        self,
        label: str,
        library: Library,
        then: Callable[[int], None],
        *,
        kind: str | None = None,
        other_than: int | None = None,
        value: str = "",
        new: Callable[[str], None] | None = None,
    ) -> None:
        """Ask for one of a kind (None: any) and give its id to `then`; with `new`, that takes a name that is typed."""

        def named(text: str) -> int | None:
            found = library.find_entity(text, kind)
            return None if found == other_than else found

        def answered(text: str) -> None:
            found = named(text)
            if new is not None:
                new(text)
            elif found is not None:
                then(found)

        def find(text: str) -> list[Suggestion]:
            found = library.suggestions(kind, text, _MOST)
            return [_suggestion(one, with_kind=kind is None) for one in found if one.id != other_than]

        def take(picked: Suggestion) -> None:
            then(picked.entity)

        def fault(text: str) -> str:
            return "" if new or named(text) is not None else _fault(library, text, other_than)

        hint = _("A part of the name, or its pinyin")
        await self.ask(label, answered, value=value, suggesting=Suggesting(find, take, fault, hint))


def _suggestion(one: EntityRow, *, with_kind: bool) -> Suggestion:
    articles = ngettext("{n} article", "{n} articles", one.articles).format(n=one.articles)
    note = f"{kind_name(one.kind)}  {articles}" if with_kind else articles
    return Suggestion(one.canonical, note, one.id)


def _fault(library: Library, text: str, other_than: int | None) -> str:
    """Why no entity is meant by the text."""
    another = library.find_entity(text)
    if another is None:
        return _("No article names {name}").format(name=text)
    if another == other_than:
        return _("That is the same one")
    kind = kind_name(library.entity(another).kind)
    return _("{name} stands under another heading: {kind}").format(name=text, kind=kind)
