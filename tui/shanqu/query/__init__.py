"""How screens and commands ask a library: search language, facets, evidence, concordance, comparison."""

from shanqu.query.highlight import highlights
from shanqu.query.language import FIELDS, QuerySyntaxError, parse
from shanqu.query.library import Library
from shanqu.query.places import find_county
from shanqu.query.shapes import (
    ArticleRow,
    Cell,
    Comparison,
    ComparisonRow,
    County,
    EntityRow,
    Evidence,
    SearchHit,
    Stored,
    Summary,
    Value,
)
from shanqu.store.errors import LibraryBusyError, LibraryError, LibraryMissingError

__all__ = [
    "FIELDS",
    "ArticleRow",
    "Cell",
    "Comparison",
    "ComparisonRow",
    "County",
    "EntityRow",
    "Evidence",
    "Library",
    "LibraryBusyError",
    "LibraryError",
    "LibraryMissingError",
    "QuerySyntaxError",
    "SearchHit",
    "Stored",
    "Summary",
    "Value",
    "find_county",
    "highlights",
    "parse",
]
