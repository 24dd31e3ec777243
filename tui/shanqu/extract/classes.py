"""Classes of characters that names and prose use alike, and groups of such classes, by a table."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

import shanqu.extract
from shanqu.gazetteer.tables import once

Numbers: TypeAlias = npt.NDArray[np.uint32]

# Beside the package: a compiled module has the file of its library.
_TABLE = Path(shanqu.extract.__file__).with_name("classes.tsv")
# One more than the last character of the table can be.
_CODES = 0x10000


@once
def _tables() -> tuple[Numbers, Numbers]:
    """The number of the class and that of the group of each code; 0 for characters that the table does not have."""
    classes, groups = np.zeros(_CODES, np.uint32), np.zeros(_CODES, np.uint32)
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate((line for line in lines if not line.startswith("#")), 1):
        group, _, chars = line.partition("\t")
        codes = np.array(list(map(ord, chars)))
        classes[codes], groups[codes] = number, 1 + int(group)
    return classes, groups


def classes_of(codes: Numbers) -> tuple[Numbers, Numbers]:
    """The class and the group of each character; `codes` are those of a text."""
    classes, groups = _tables()
    known = np.minimum(codes, _CODES - 1)
    return classes.take(known), groups.take(known)
