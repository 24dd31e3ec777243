"""What pages call an entity: a line for each name, below it the sites and articles that write it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from textual.strip import Strip

from shanqu.i18n import _, ngettext
from shanqu.query.correction_shapes import Form, FormPage
from shanqu.text.gate import safe
from shanqu.text.width import fit, text_width
from shanqu.ui.labels import short_date
from shanqu.ui.painting import strip
from shanqu.ui.widgets.line_list import LineList


class FormLine(NamedTuple):
    """A name as `form` is written everywhere, on that site alone, or in that article alone."""

    form: Form
    article: int | None = None
    site: str = ""


class FormList(LineList):
    """Names with how often how many articles write them; unfolded: where."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._forms: Sequence[Form] = ()
        self._unfolded: set[str] = set()
        self._lines: list[FormLine] = []

    def show(self, forms: Sequence[Form]) -> None:
        """Show these names; what is unfolded stays so, and the cursor where it can. A single name is unfolded."""
        self._forms = forms
        if len(forms) == 1:
            self._unfolded.add(forms[0].text)
        self._lines = list(_lines(forms, self._unfolded))
        self.rebuilt()

    @property
    def current(self) -> FormLine | None:
        """The line under the cursor."""
        return self._lines[self.cursor] if self.cursor < len(self._lines) else None

    @property
    def shown(self) -> Sequence[FormLine]:
        """All lines, in their order."""
        return self._lines

    def fold(self) -> None:
        """Unfold or fold the name under the cursor, which stays on it."""
        line = self.current
        if line is not None:
            self._unfolded ^= {line.form.text}
            self._lines = list(_lines(self._forms, self._unfolded))
            whole = (at for at, one in enumerate(self._lines) if one.form.text == line.form.text)
            self.rebuilt(next(whole))

    def count(self) -> int:
        return len(self._lines)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Strip:
        one, base = self._lines[index], self.row_style(selected)
        dim = base + self.style("dim")
        counts = _counts(one)
        room = max(8, width - 4 - text_width(counts))
        whole = one.article is None and not one.site
        parts = [
            ("▌ " if selected else "  ", base + self.style("mark")),
            (fit(self._called(one), room), base + self.style("head") if whole else base),
            (f"  {counts}", dim),
        ]
        return strip(parts, width, base)

    def _called(self, one: FormLine) -> str:
        if one.article is not None:
            page = one.form.pages[0]
            return "    " + "  ".join(
                filter(None, (safe(page.title), safe(page.site or ""), short_date(page.published, None)))
            )
        if one.site:
            return "  " + _("all of {site}").format(site=safe(one.site))
        return ("▾ " if one.form.text in self._unfolded else "▸ ") + safe(" ".join(one.form.text.split()))


def _counts(one: FormLine) -> str:
    mentions = ngettext("{n} mention", "{n} mentions", one.form.mentions).format(n=one.form.mentions)
    if one.article is not None:
        return mentions
    number = len(one.form.pages)
    return f"{mentions} {ngettext('in {n} article', 'in {n} articles', number).format(n=number)}"


def _lines(forms: Sequence[Form], unfolded: Collection[str]) -> Iterator[FormLine]:
    for form in forms:
        yield FormLine(form)
        if form.text not in unfolded:
            continue
        sites: dict[str | None, list[FormPage]] = {}
        for page in form.pages:
            sites.setdefault(page.site, []).append(page)
        for site, pages in sites.items():
            # Of a site with one article that article says the same.
            if site and 1 < len(pages) < len(form.pages):
                yield FormLine(form._replace(pages=tuple(pages)), site=site)
            yield from (FormLine(form._replace(pages=(page,)), article=page.article) for page in pages)
