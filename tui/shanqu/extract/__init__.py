"""Article to mentions and facts."""

from __future__ import annotations

from shanqu.model import Article, Extraction

__all__ = ["extract"]


def extract(article: Article) -> Extraction:
    """The mentions and facts of an article, in page order, spans counting characters of the page.

    Mentions come from the title and the kept blocks, facts from the kept blocks alone.
    """
    from shanqu.extract.run import run

    return run(article)
