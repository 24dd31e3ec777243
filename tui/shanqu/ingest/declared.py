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
_LD_KEYS = ("datePublished", "author", "publisher", "articleSection")
_MOMENT_LONGEST = 40


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
        site=_first(metas, _SITE) or linked.get("publisher"),
        column=_first(metas, _COLUMN) or linked.get("articleSection"),
        published=_first(metas, _PUBLISHED) or linked.get("datePublished") or _timed(root),
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


def _timed(root: _Element) -> str | None:
    """The moment of publication that an element of the page is marked with, or that all its `<time>` agree on."""
    plain: dict[str, None] = {}
    for element in root.iter("time", "span", "div", "p", "meta"):
        said = _SPACE.sub(" ", element.get("datetime") or element.get("content") or "").strip()
        if not said or len(said) > _MOMENT_LONGEST:
            continue
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            return said
        if element.tag == "time":
            plain[said] = None
    return next(iter(plain)) if len(plain) == 1 else None


def _linked_data(root: _Element) -> dict[str, str]:
    """Date, column, and the names of author and publisher, of the first article in JSON-LD."""
    for script in root.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json" or len(text) > _LD_LONGEST:
            continue
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if isinstance(item.get("datePublished"), str):
                said = {key: _named(item.get(key)) for key in _LD_KEYS}
                return {key: name for key, name in said.items() if name}
    return {}


def _named(value: object) -> str | None:
    """A value of JSON-LD as text: a text, an object with a name, or the first of a list of these."""
    first = value[0] if isinstance(value, list) and value else value
    name = first.get("name") if isinstance(first, dict) else first
    return _SPACE.sub(" ", name).strip() if isinstance(name, str) and len(name) <= _LONGEST else None


def _items(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, dict):
        yield data
        graph = data.get("@graph")
        if isinstance(graph, list):
            yield from _items(graph)
    elif isinstance(data, list):
        yield from (item for item in data if isinstance(item, dict))
