"""The library on disk: schema, writer, reader, full-text index. Everything in it can be rebuilt from the sources.

`Store` writes and is for `indexing`; `Reader` and `findings` read and are for `query`.
"""

from shanqu.store.connect import database_path
from shanqu.store.errors import LibraryBusyError, LibraryError, LibraryMissingError
from shanqu.store.naming import Analysed, Reading
from shanqu.store.reader import Reader
from shanqu.store.writer import Known, Store

__all__ = [
    "Analysed",
    "Known",
    "LibraryBusyError",
    "LibraryError",
    "LibraryMissingError",
    "Reader",
    "Reading",
    "Store",
    "database_path",
]
