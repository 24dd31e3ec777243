"""Which articles hold a common phrase, kept by blocks of articles (see `blocks`).

The full-text index tells a phrase by where its pairs of characters stand, article by article: that takes long where
all of them are common, however rare the phrase is. So of each block the common pairs are kept, and every phrase of a
few characters that consists of them. A phrase that is not kept stands in no article of the block if its pairs are
kept; if not, one of them is rare, and the index is quick.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from shanqu.store.bits import SIZE, WIDTH
from shanqu.text.fold import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]
    Numbers = NDArray[np.signedinteger[Any]]

TABLES = f"""
CREATE TABLE phrase_block (
    block INTEGER NOT NULL,
    phrase TEXT NOT NULL,           -- folded; '' where the phrases of the block are kept
    articles BLOB NOT NULL,         -- that hold it: {SIZE} bits, or, if that is shorter, their places of 2 bytes
    PRIMARY KEY (block, phrase)
) WITHOUT ROWID;
"""
LONGEST = 6
# A pair is common that one article in so many holds, of a sample of so many.
_COMMON, _SAMPLE = 10, 256
# The numbers of the pairs of a phrase and the place of an article in a portion make one number of 63 bits.
_PAIR_BITS, _PORTION_BITS = 11, 8
_PORTION = 1 << _PORTION_BITS
_CODES = 0x10000
_SURROGATES = slice(0xD800, 0xE000)
# The one character that becomes another one by what stands beside it.
_BY_NEIGHBOURS = "Σ"


class Texts(NamedTuple):
    """The place of an article in its block, and its texts."""

    place: int
    texts: tuple[str, ...]


class _Portion(NamedTuple):
    """Articles, by their numbers here: the characters one after the other, and whose they are; what is none is 0."""

    places: Codes
    codes: Codes
    owners: NDArray[np.uint8]


class _Windows(NamedTuple):
    """The phrases of one length in a portion: where each starts, and the numbers of its pairs as one number."""

    pairs: Codes
    starts: NDArray[np.intp]
    numbers: Numbers


def pairs(literal: str) -> list[str]:
    """Its different pairs of characters."""
    return list(dict.fromkeys(map("".join, pairwise(literal))))


def missing(connection: sqlite3.Connection) -> list[int]:
    """The blocks whose phrases are not kept yet."""
    rows = connection.execute(
        "SELECT block FROM facet_block WHERE NOT EXISTS"
        " (SELECT 1 FROM phrase_block WHERE phrase_block.block = facet_block.block)"
    )
    return [row[0] for row in rows]


def seal(connection: sqlite3.Connection, block: int, articles: Sequence[Texts]) -> None:
    """Keep the phrases of a block of articles."""
    connection.execute("DELETE FROM phrase_block WHERE block = ?", (block,))
    connection.execute("INSERT INTO phrase_block VALUES (?, '', '')", (block,))
    connection.executemany(
        "INSERT INTO phrase_block VALUES (?, ?, ?)",
        ((block, phrase, held) for phrase, held in _phrases(articles)),
    )


def _phrases(articles: Sequence[Texts]) -> Iterator[tuple[str, bytes]]:
    """Each phrase with its articles."""
    common = _common(_portion(articles[:: len(articles) // _SAMPLE + 1]))
    table = _table(common)
    portions = [_portion(articles[at : at + _PORTION]) for at in range(0, len(articles), _PORTION)]
    windows = [_pairs_of(portion, table) for portion in portions]
    for length in range(2, LONGEST + 1):
        if length > 2:
            windows = [_longer(one, length) for one in windows]
        yield from _held(common, length, portions, windows)


def _portion(articles: Sequence[Texts]) -> _Portion:
    import numpy as np

    pieces = [text for _, texts in articles for text in texts]
    numbers = [number for number, (_, texts) in enumerate(articles) for _ in texts]
    codes = [_codes(piece + "\0") for piece in pieces]
    owners = np.repeat(np.array(numbers, np.uint8), [len(piece) for piece in codes])
    places = np.array([place for place, _ in articles], "<u2")
    return _Portion(places, np.concatenate([*codes, np.zeros(1, np.uint16)]), owners)


def _codes(text: str) -> Codes:
    """The characters of a text, folded; 0 for those beyond the basic plane."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le"), "<u4")
    if _BY_NEIGHBOURS in text or codes.max() >= _CODES:
        codes = np.frombuffer(fold(text).encode("utf-32-le"), "<u4")
        return np.where(codes < _CODES, codes, 0).astype(np.uint16)
    folded: Codes = _folds()[codes]
    return folded


@cache
def _folds() -> Codes:
    """What each character is folded to."""
    import numpy as np

    codes = np.arange(_CODES, dtype=np.uint32)
    codes[_SURROGATES] = 0
    folded = np.array([ord(fold(chr(code))) for code in codes.tolist()])
    return np.where(folded < _CODES, folded, 0).astype(np.uint16)


def _common(sample: _Portion) -> Codes:
    """The common pairs, two characters each."""
    import numpy as np

    first, second = sample.codes[:-2].astype(np.int64), sample.codes[1:-1].astype(np.int64)
    both = np.flatnonzero((first > 0) & (second > 0))
    keys: Numbers = (first[both] << 16 | second[both]) << _PORTION_BITS | sample.owners[both]
    held: Numbers = _once(keys) >> _PORTION_BITS
    starts = _starts(held)
    found, number = held[starts], np.diff(starts, append=len(held))
    # The most common ones: so many can be numbered, from 1.
    order = np.argsort(-number, kind="stable")[: (1 << _PAIR_BITS) - 1]
    chosen = found[order[_COMMON * number[order] >= len(sample.places)]]
    return np.stack([chosen >> 16, chosen & 0xFFFF], axis=1).astype(np.uint16)


def _table(common: Codes) -> tuple[Codes, Codes, Codes]:
    """The number of a pair, from 1, by the numbers of its first and its second character."""
    import numpy as np

    rows = []
    for column in (0, 1):
        number = np.zeros(_CODES, np.uint16)
        chars = np.unique(common[:, column])
        number[chars] = np.arange(1, len(chars) + 1)
        rows.append(number)
    table = np.zeros((int(rows[0].max()) + 1, int(rows[1].max()) + 1), np.uint16)
    table[rows[0][common[:, 0]], rows[1][common[:, 1]]] = np.arange(1, len(common) + 1)
    return table, rows[0], rows[1]


def _pairs_of(portion: _Portion, table: tuple[Codes, Codes, Codes]) -> _Windows:
    """The phrases of two characters."""
    import numpy as np

    numbers, first, second = table
    pairs = numbers[first[portion.codes[:-1]], second[portion.codes[1:]]]
    starts = np.flatnonzero(pairs)
    # Behind the last one there is as much of nothing as a phrase can be long.
    return _Windows(np.pad(pairs, (0, LONGEST)), starts, pairs[starts].astype(np.int64))


def _longer(windows: _Windows, length: int) -> _Windows:
    """The phrases of this length; those given are one character shorter."""
    following = windows.pairs[windows.starts + (length - 2)]
    kept = following > 0
    numbers: Numbers = windows.numbers[kept] << _PAIR_BITS | following[kept]
    return _Windows(windows.pairs, windows.starts[kept], numbers)


def _held(
    common: Codes, length: int, portions: Sequence[_Portion], windows: Sequence[_Windows]
) -> Iterator[tuple[str, bytes]]:
    """Each phrase of this length with its articles."""
    import numpy as np

    numbers, places = [], []
    for portion, found in zip(portions, windows, strict=True):
        owners = portion.owners[found.starts]
        keys: Numbers = found.numbers << _PORTION_BITS | owners
        once = _once(keys)
        numbers.append(once >> _PORTION_BITS)
        places.append(portion.places[once & (_PORTION - 1)])
    # Within a phrase the order of the portions stays, and so that of the articles.
    order = np.argsort(np.concatenate(numbers), kind="stable")
    sorted_numbers, sorted_places = np.concatenate(numbers)[order], np.concatenate(places)[order]
    starts = _starts(sorted_numbers)
    texts = _texts(common, length, sorted_numbers[starts])
    for text, (start, end) in zip(texts, pairwise([*starts.tolist(), len(order)]), strict=True):
        yield text, _packed(sorted_places[start:end])


def _once(numbers: Numbers) -> Numbers:
    """The different numbers in order. NumPy's own `unique` takes several times as long."""
    import numpy as np

    ordered = np.sort(numbers)
    return ordered[_starts(ordered)]


def _starts(ordered: Numbers) -> NDArray[np.intp]:
    """Where other numbers begin."""
    import numpy as np

    return np.flatnonzero(np.diff(ordered, prepend=~ordered[:1]))


def _texts(common: Codes, length: int, numbers: Numbers) -> list[str]:
    """The phrases with these numbers."""
    import numpy as np

    shifts = range((length - 2) * _PAIR_BITS, -1, -_PAIR_BITS)
    pairs = [(numbers >> shift & ((1 << _PAIR_BITS) - 1)).astype(np.intp) - 1 for shift in shifts]
    codes = np.stack([*(common[pair, 0] for pair in pairs), common[pairs[-1], 1]], axis=1)
    text = codes.astype("<u2").tobytes().decode("utf-16-le")
    return [text[at : at + length] for at in range(0, len(text), length)]


def _packed(places: Codes) -> bytes:
    """The places of articles as numbers of two bytes, or, if that is longer, as bits."""
    if 2 * len(places) < WIDTH:
        return places.tobytes()
    import numpy as np

    flags = np.zeros(SIZE, np.uint8)
    flags[places] = 1
    return np.packbits(flags, bitorder="little").tobytes()
