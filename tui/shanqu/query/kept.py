"""What is made once and kept while nobody writes to the library and nothing is corrected."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from shanqu.query.corrected import Corrected
from shanqu.store import Reader

T = TypeVar("T")


def kept(reader: Reader, key: Hashable, corrected: Corrected, make: Callable[[], T]) -> T:
    """What `make` makes of the library as it is corrected; that of the same key is made once."""
    held: dict[Hashable, tuple[Corrected, T]] = reader.remembered("kept", dict)
    found = held.get(key)
    if found is None or found[0] is not corrected:
        found = corrected, make()
        # The last one asked for comes last, so that the first is the one that may go.
        held.pop(key, None)
        held[key] = found
        if len(held) > _MOST:
            del held[next(iter(held))]
    return found[1]


# More than a comparison of the most places needs.
_MOST = 128
