"""Make the tables of characters in tui/shanqu/text and tui/shanqu/gazetteer/data from what others keep.

    pip install opencc-python-reimplemented pypinyin
    python docs/make_character_tables.py

`simplified.tsv` comes from OpenCC's TSCharacters and TSPhrases (Apache-2.0), `readings.tsv` from the single
characters of pypinyin (MIT). The program needs neither package for them.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "tui" / "shanqu"


def in_charset(char: str, charset: str) -> bool:
    """Whether a legacy character set holds the character."""
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def entries(name: str) -> Iterator[tuple[str, str]]:
    """The first reading of each entry of one of OpenCC's dictionaries."""
    import opencc

    path = Path(opencc.__file__).parent / "dictionary" / name
    for line in path.read_text("utf-8").splitlines():
        form, _, readings = line.partition("\t")
        yield form, readings.split(" ")[0]


def simplified_rows() -> list[str]:
    """`form simplified kind`: `x` never stands in simplified text, `s` may, `p` is a word of more than one."""
    single = dict(entries("TSCharacters.txt"))
    rows = []
    for form, reading in single.items():
        if form != reading and len(form) == len(reading) == 1 and form < "\U00010000":
            rows.append(f"{form}\t{reading}\t{'s' if in_charset(form, 'gb2312') else 'x'}")
    for form, reading in entries("TSPhrases.txt"):
        plain = "".join(single.get(char, char) for char in form)
        if len(form) == len(reading) and reading != plain:
            rows.append(f"{form}\t{reading}\tp")
    return rows


def plain_syllable(syllable: str) -> str:
    """The syllable without its tone, ü written v."""
    marks = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(char for char in marks if not unicodedata.combining(char))


def reading_rows() -> list[str]:
    """`syllable characters`: the characters of GB2312 and Big5 that can be read so."""
    from pypinyin.pinyin_dict import pinyin_dict

    chars: dict[str, set[str]] = defaultdict(set)
    for code, readings in pinyin_dict.items():
        char = chr(code)
        if in_charset(char, "gb2312") or in_charset(char, "big5"):
            for syllable in readings.split(","):
                chars[plain_syllable(syllable)].add(char)
    return [f"{syllable}\t{''.join(sorted(found))}" for syllable, found in sorted(chars.items())]


def write(path: Path, head: list[str], rows: list[str]) -> None:
    """A table with its head of comments."""
    path.write_text("\n".join([*(f"# {line}" for line in head), *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    write(
        ROOT / "text" / "simplified.tsv",
        [
            "Traditional forms and their simplified ones, made by docs/make_character_tables.py from the",
            "dictionaries TSCharacters and TSPhrases of OpenCC (Apache License 2.0).",
            "kind: x a character that simplified text (GB 2312) does not have, s one that it has, p a word",
        ],
        simplified_rows(),
    )
    write(
        ROOT / "gazetteer" / "data" / "readings.tsv",
        [
            "Syllables without tones (ü written v) and the characters that can be read so, made by",
            "docs/make_character_tables.py from the data of pypinyin (MIT).",
        ],
        reading_rows(),
    )
