"""How screens and commands ask a library: search language, facets, evidence, concordance, comparison."""

from shanqu.query.highlight import highlights
from shanqu.query.language import FIELDS, QuerySyntaxError, parse
from shanqu.query.library import Library
from shanqu.store.errors import LibraryBusyError, LibraryError, LibraryMissingError

__all__ = [
    "FIELDS",
    "Library",
    "LibraryBusyError",
    "LibraryError",
    "LibraryMissingError",
    "QuerySyntaxError",
    "highlights",
    "parse",
]
