"""What the head of an HTML page says of the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from shanqu.model import Declared

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"\s+")
# The names of `<meta>` in lower case, the surest first.
_TITLE = ("articletitle", "og:title", "twitter:title")
_SITE = ("sitename", "og:site_name", "application-name")
_COLUMN = ("columnname", "article:section")
_PUBLISHED = (
    "pubdate",
    "article:published_time",
    "og:published_time",
    "publishdate",
    "publish_date",
    "publishtime",
    "weibo: article:create_at",
    "weibo:article:create_at",
    "datepublished",
    "og:release_date",
    "apub:time",
    "dc.date.issued",
    "_pubtime",
)
_SOURCE = ("contentsource", "source", "mediaid", "article:source")
_AUTHOR = ("author", "article:author", "og:article:author")
_LONGEST = 200
_LD_LONGEST = 100_000


def title(root: _Element) -> str | None:
    """The article's title as `<meta>` gives it, else the text of `<title>`."""
    return _first(_metas(root), _TITLE) or _heading(root)


def address(root: _Element) -> str | None:
    """The address that the page gives for itself."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return link.get("href")
    return _first(_metas(root), ("og:url",))


def declared(root: _Element) -> Declared:
    """The fields of the page's head; those that stand in JSON-LD where `<meta>` gives none."""
    metas = _metas(root)
    linked = _linked_data(root)
    return Declared(
        heading=_heading(root),
        site=_first(metas, _SITE),
        column=_first(metas, _COLUMN),
        published=_first(metas, _PUBLISHED) or linked.get("datePublished"),
        source=_first(metas, _SOURCE),
        author=_first(metas, _AUTHOR) or linked.get("author"),
    )


def _metas(root: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        content = _SPACE.sub(" ", meta.get("content") or "").strip()
        if name and content and len(content) <= _LONGEST:
            found.setdefault(name, content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _heading(root: _Element) -> str | None:
    for element in root.iter("title"):
        text = _SPACE.sub(" ", element.text or "").strip()
        if text:
            return text
    return None


def _linked_data(root: _Element) -> dict[str, str]:
    """`datePublished` and the author's name of the first article in JSON-LD."""
    for script in root.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json" or len(text) > _LD_LONGEST:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            published = item.get("datePublished")
            if isinstance(published, str):
                return {"datePublished": published} | _named(item.get("author"))
    return {}


def _named(author: object) -> dict[str, str]:
    """`author` of JSON-LD as a field: a name, an object with a name, or a list of these."""
    first = author[0] if isinstance(author, list) and author else author
    name = first.get("name") if isinstance(first, dict) else first
    return {"author": name} if isinstance(name, str) else {}


def _items(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, dict):
        yield data
        graph = data.get("@graph")
        if isinstance(graph, list):
            yield from _items(graph)
    elif isinstance(data, list):
        yield from (item for item in data if isinstance(item, dict))
