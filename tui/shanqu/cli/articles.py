"""An article on paper: how `clean` and `read` print one for people."""

from __future__ import annotations

from shanqu.cli.output import print_columns, print_text
from shanqu.cli.records import block_text, dropped
from shanqu.i18n import _
from shanqu.model import Article
from shanqu.text.paragraphs import original_title, paragraphs


def print_article(article: Article, *, original: bool = False) -> None:
    """Title, a line of metadata, and the paragraphs with a blank line between them."""
    published = article.published
    about = [
        article.site,
        article.column,
        published and (published.iso or published.text),
        *article.reporters,
    ]
    title = original_title(article) if original else article.title
    for line in (title, " · ".join(part for part in about if part)):
        if line:
            print_text(line)
    for paragraph in paragraphs(article, original=original):
        print_text()
        for line in paragraph.text.splitlines():
            print_text(line)


def print_explanation(article: Article) -> None:
    """What cleaning took away and changed, each with the rule that did it."""
    rows = [(block.role.value, block.reason, block_text(article, block)) for block in dropped(article)]
    rows += [(_("edit"), edit.reason, f"{edit.before} → {edit.after}") for edit in article.edits]
    rows += [(_("warning"), "", warning) for warning in article.warnings]
    if rows:
        print_text()
        print_columns(rows)
