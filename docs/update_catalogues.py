"""Bring the catalogues in tui/shanqu/locale up to date with the strings in the code.

    python docs/update_catalogues.py

New strings are added to both `shanqu.po` files (English ones with their own text, Chinese ones empty,
for a person to fill in), gone ones are removed, and both are compiled. It needs Babel (extra `dev`).
"""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "tui" / "shanqu"
LOCALE = SOURCE / "locale"
KEYWORDS = {"_": None, "N_": None, "Message": None, "Label": (2,), "ngettext": (1, 2)}


def strings() -> Catalog:
    """All marked strings of the program, in the order of the files."""
    catalogue = Catalog(project="shanqu", charset="utf-8")
    for _file, _line, message, _comments, _context in extract_from_dir(SOURCE, keywords=KEYWORDS):
        catalogue.add(message)
    for english in labels():
        catalogue.add(english)
    return catalogue


def labels() -> dict[str, str]:
    """The labels of comparisons: English, which the data has beside the Chinese, to Chinese."""
    data = SOURCE / "gazetteer" / "data"
    rows = tomllib.loads((data / "indicators.toml").read_text(encoding="utf-8"))
    trades = tomllib.loads((data / "industries.toml").read_text(encoding="utf-8"))
    named = [
        *rows["groups"].items(), *((row["label"], row["en"]) for row in rows["row"]), *trades["groups"].items()
    ]  # fmt: skip
    return {english: label for label, english in named}


def path_of(language: str, suffix: str) -> Path:
    """The `.po` or `.mo` file of a language."""
    return LOCALE / language / "LC_MESSAGES" / f"shanqu.{suffix}"


def load(language: str) -> Catalog:
    """The catalogue of a language as it is on disk; empty where there is none."""
    path = path_of(language, "po")
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """The binary form that gettext reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> None:
    template, known = strings(), labels()
    for language in ("zh", "en"):
        catalogue = load(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        for message in catalogue:
            if language == "en" and message.id:
                message.string = message.id
            elif message.id in known:
                message.string = known[message.id]
        path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
        with path_of(language, "po").open("wb") as file:
            write_po(file, catalogue, omit_header=False, no_location=True, width=100)
        path_of(language, "mo").write_bytes(compiled(catalogue))
        missing = [message.id for message in catalogue if message.id and not all([*_strings(message.string)])]
        for text in missing:
            print(f"{language}: not translated: {text!r}")


def _strings(string: object) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (str(string or ""),)


if __name__ == "__main__":
    main()
