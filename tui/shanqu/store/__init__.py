"""The library on disk: schema, writer, reader, full-text index. Everything in it can be rebuilt from the sources.

`Reader` and `findings` read and are for `query`; `writer.Store` writes and is for `indexing`, which imports it
itself: whoever only reads does not wait for it.
"""

from shanqu.store.connect import database_path
from shanqu.store.errors import LibraryBusyError, LibraryError, LibraryMissingError, LibraryOutdatedError
from shanqu.store.reader import Reader

__all__ = [
    "LibraryBusyError",
    "LibraryError",
    "LibraryMissingError",
    "LibraryOutdatedError",
    "Reader",
    "database_path",
]
