"""What the top line tells: the library at a glance, and what is chosen of it."""

from __future__ import annotations

from shanqu.i18n import _, ngettext
from shanqu.query import EntityRow, Summary
from shanqu.text.gate import safe
from shanqu.ui.session import Facet, Selection

# From so many cells on there is room for more than the number of articles.
_ROOMY = 100


def of_library(summary: Summary, width: int) -> str:
    """The library at a glance, shorter where there is little room (a width of 0 is not known yet)."""
    number = summary.articles
    parts = [_("Shanqu"), ngettext("{n} article", "{n} articles", number).format(n=number)]
    if width >= _ROOMY or not width:
        parts.append(ngettext("{n} county", "{n} counties", summary.counties).format(n=summary.counties))
        if groups := summary.reprint_groups:
            parts.append(ngettext("{n} reprint group", "{n} reprint groups", groups).format(n=groups))
    return " · ".join(parts)


def chosen(selection: Selection) -> str:
    """The facets that are chosen (`●`) and shut out (`−`)."""
    within: list[Facet] = [*selection.entities, *selection.buckets]
    parts = [f"● {_name(facet)}  " for facet in within]
    return "".join(parts + [f"− {_name(facet)}  " for facet in selection.without])


def count(selection: Selection, found: int | None, articles: int) -> str:
    """How many of all articles were found (None: not counted yet); nothing where all are listed."""
    return "" if selection.empty else f"{'…' if found is None else found}/{articles}"


def with_order(selection: Selection, count: str) -> str:
    """The count, and the order where it is not the usual one."""
    best = selection.order == "relevance" and selection.query.terms
    return " ".join((count, _("best first"))) if best else count


def folded(number: int) -> str:
    """Of how many articles a better copy is listed."""
    return ngettext("{n} copy folded", "{n} copies folded", number).format(n=number) if number else ""


def _name(facet: Facet) -> str:
    name = facet.canonical if isinstance(facet, EntityRow) else facet.value
    return safe(name or _("undated"))
