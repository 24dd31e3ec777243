"""How screens and commands ask a library: search language, facets, evidence, concordance, comparison."""

from shanqu.query.highlight import free_words, highlights
from shanqu.query.language import FIELDS, QuerySyntaxError, parse
from shanqu.query.library import Library
from shanqu.query.places import find_county
from shanqu.query.searching import Order, Wanted
from shanqu.query.shapes import (
    ArticleRow,
    Bucket,
    County,
    EntityRow,
    Evidence,
    Leading,
    SearchHit,
    Stored,
    Summary,
)
from shanqu.query.user_marks import all_marks
from shanqu.store.errors import (
    LibraryBusyError,
    LibraryError,
    LibraryInterruptedError,
    LibraryMissingError,
)
from shanqu.store.finding import Found
from shanqu.store.notes import Mark

__all__ = [
    "FIELDS",
    "ArticleRow",
    "Bucket",
    "County",
    "EntityRow",
    "Evidence",
    "Found",
    "Leading",
    "Library",
    "LibraryBusyError",
    "LibraryError",
    "LibraryInterruptedError",
    "LibraryMissingError",
    "Mark",
    "Order",
    "QuerySyntaxError",
    "SearchHit",
    "Stored",
    "Summary",
    "Wanted",
    "all_marks",
    "find_county",
    "free_words",
    "highlights",
    "parse",
]
