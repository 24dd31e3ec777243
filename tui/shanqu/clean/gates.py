"""What a line must hold for some questions to be worth asking: told for all lines along with the rules that may fit.

A line without what a gate wants answers its question with no. Each gate is a bit of a set, see `signs.Signs.may`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from shanqu.clean.data import labels, sites
from shanqu.clean.fields import label_words

# A label with its value, a row of a table or a label alone; that or a date or an age; a date; what shows or credits a
# picture; words of the lexicons; a form in which a page speaks of itself.
FIELDS, META, DATED, PICTURED, LEGAL, SPAM, ESTATE, ITSELF = (1 << place for place in range(8))
# Nothing is known of the line.
EVERY: Final = -1
_MARKS: Final = frozenset(":丨/ ")
_AGES: Final = frozenset("前天刚")
_PARTS_DATE: Final = frozenset("-/.年月")
_PICTURES: Final = frozenset("摄图拍▲△↑↓同供")


def gates() -> list[Iterable[str]]:
    """For each gate, in the order of the bits, the words of which a line holds one, in lower case."""
    fields = _MARKS | label_words()
    lexicons = labels().lexicons
    return [
        fields,
        fields | _AGES | _PARTS_DATE,
        _PARTS_DATE,
        _PICTURES,
        lexicons["legal"].words,
        lexicons["spam"].words,
        lexicons["estate"].words,
        [form.word for form in sites().itself],
    ]
