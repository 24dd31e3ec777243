"""Articles and facts as compact JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from shanqu.model import Article, Block, Edit, Fact, Page, Published, Role

_META = ("title", "site", "column", "dateline", "source")
_LISTS = ("reporters", "editors", "photo_credits", "warnings")
_PAGE = ("encoding", "size", "mtime", "url", "title_hint")


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def numbers(ids: Iterable[int]) -> str:
    """Ids as one SQL parameter, to be opened with `json_each`."""
    return json.dumps(list(ids))


def encode_path(path: str) -> str | bytes:
    """A path as SQLite can hold it: a name that is no text is kept as its bytes."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape")
    return path


def decode_path(kept: str | bytes) -> str:
    """The path that `encode_path` made fit to be held."""
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogateescape")


def encode_article(article: Article) -> str:
    """Everything of an article but the page's text, path, member and hash, and its markup hints."""
    page = article.page
    published = article.published
    record: dict[str, Any] = {name: getattr(article, name) for name in (*_META, *_LISTS)}
    record["page"] = {name: getattr(page, name) for name in _PAGE} | {"warnings": page.warnings}
    record["blocks"] = [(b.start, b.end, b.role.value, b.reason, b.confidence) for b in article.blocks]
    record["edits"] = [(e.start, e.end, e.before, e.after, e.reason) for e in article.edits]
    record["published"] = published and (published.text, published.iso, published.meaning, published.how)
    return _dump(record)


def decode_article(record: str, *, text: str, path: str, member: str, sha256: str) -> Article:
    """The article that `encode_article` wrote, with its page put together again (without hints)."""
    data: dict[str, Any] = json.loads(record)
    kept = data["page"]
    metadata: dict[str, Any] = {name: data[name] for name in _META}
    metadata |= {name: tuple(data[name]) for name in _LISTS}
    page = Page(
        path=path,
        text=text,
        sha256=sha256,
        member=member,
        warnings=tuple(kept["warnings"]),
        **{name: kept[name] for name in _PAGE},
    )
    return Article(
        page=page,
        blocks=tuple(Block(s, e, Role(role), reason, sure) for s, e, role, reason, sure in data["blocks"]),
        edits=tuple(Edit(*values) for values in data["edits"]),
        published=Published(*data["published"]) if data["published"] else None,
        **metadata,
    )


def encode_fact(fact: Fact) -> str:
    """A fact's fields that differ from their defaults."""
    return _dump(
        {name: value for name, value in fact._asdict().items() if value != _FACT_DEFAULTS.get(name, ...)}
    )


def decode_fact(record: str) -> Fact:
    """The fact that `encode_fact` wrote."""
    return Fact(**json.loads(record))


def amount_of(fact: Fact) -> float | None:
    """What the fact states in yuan, the least of it where it is a range; None for all other units."""
    if (fact.unit or "").partition("/")[0] != "元":
        return None
    stated = (fact.value_low, fact.value, fact.value_high)
    return next((value for value in stated if value is not None), None)


_FACT_DEFAULTS = Fact._field_defaults
