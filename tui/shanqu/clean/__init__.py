"""Pages to articles: roles, metadata, reversible normalisation."""

from shanqu.clean.article import clean
from shanqu.text.paragraphs import Paragraph, paragraphs

__all__ = ["Paragraph", "clean", "paragraphs"]
