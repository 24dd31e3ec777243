"""Write the tables of keys into README.md and README.zh.md, from the program's own table of actions.

python docs/update_readme.py
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from shanqu.i18n import set_language
from shanqu.ui.actions import markdown_table

ROOT = Path(__file__).resolve().parent.parent
READMES: dict[str, Literal["en", "zh"]] = {"README.md": "en", "README.zh.md": "zh"}
_TABLE = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.S)


def main() -> None:
    for name, language in READMES.items():
        set_language(language)
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        path.write_text(_TABLE.sub(lambda _: markdown_table(), text), encoding="utf-8")


if __name__ == "__main__":
    main()
