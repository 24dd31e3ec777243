"""The JSON objects of the command contract. Their keys are stable; scripts rely on them."""

from __future__ import annotations

from typing import Any

from shanqu.model import KEPT_ROLES, META_ROLES, Article, Block, Fact, Mention, Role
from shanqu.text.paragraphs import original_title, paragraphs

_NOT_DROPPED = KEPT_ROLES | META_ROLES | {Role.BLANK}
_FACT_FIELDS = (
    "place", "code", "subject", "indicator", "value_text", "value", "value_low", "value_high", "unit", "hedge",
    "period", "period_norm", "scope", "status", "kind", "attribution", "sentence", "start", "end",
)  # fmt: skip


def article_record(article: Article, *, original: bool = False) -> dict[str, Any]:
    """A cleaned article: metadata, body, and what was dropped and edited."""
    published = article.published
    return {
        "path": article.page.name,
        "encoding": article.page.encoding,
        "title": original_title(article) if original else article.title,
        "site": article.site,
        "column": article.column,
        "published": published and published.iso,
        "published_text": published and published.text,
        "published_is": published and published.meaning,
        "reporters": article.reporters,
        "source": article.source,
        "editors": article.editors,
        "photo_credits": article.photo_credits,
        "body": [{"role": one.role, "text": one.text} for one in paragraphs(article, original=original)],
        "dropped": [
            {"role": block.role, "text": block_text(article, block), "reason": block.reason}
            for block in dropped(article)
        ],
        "edits": [edit._asdict() for edit in article.edits],
        "warnings": article.warnings,
    }


def dropped(article: Article) -> list[Block]:
    """The blocks that are neither text of the article nor a source of its metadata."""
    return [block for block in article.blocks if block.role not in _NOT_DROPPED]


def block_text(article: Article, block: Block) -> str:
    """The page's own characters of a block, without the whitespace around them."""
    return article.page.text[block.start : block.end].strip()


def block_record(article: Article, block: Block) -> dict[str, Any]:
    """One block of a page with all its characters."""
    return block._asdict() | {"text": article.page.text[block.start : block.end]}


def entity_record(path: str, article: int | None, mention: Mention) -> dict[str, Any]:
    """A mention; `article` is None for a file outside a library."""
    return {
        "path": path,
        "article": article,
        "kind": mention.kind,
        "text": mention.text,
        "canonical": mention.canonical,
        "code": mention.code,
        "start": mention.start,
        "end": mention.end,
    }


def fact_record(path: str, article: int | None, fact: Fact, wrong: bool = False) -> dict[str, Any]:
    """A fact with the span of its `value_text`; `article` is None for a file outside a library.

    One that the user has marked as wrong has one key more, `wrong`.
    """
    record = {"path": path, "article": article} | {name: getattr(fact, name) for name in _FACT_FIELDS}
    return record | {"wrong": True} if wrong else record
