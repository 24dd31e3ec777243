"""The file of a library's templates, and the templates that are shipped.

[[site]]
name = "www.example.cn"     # the host; or the folder and the name of the site
lines = ["首页 | 新闻"]      # learned; renewed at each import
own = []                    # lines of the user's, dropped as well
keep = []                   # lines that are never dropped, whatever is learned or shipped
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from zlib import crc32

from shanqu.messages import Message
from shanqu.model import Article

NAME = "templates.toml"
_HEAD = (
    "# Lines that recur on the pages of a site, as found when importing. Figures are written 0, letters small.\n"
    "# `lines` are renewed by each import; `own` lines are dropped too, `keep` lines never.\n"
)


@dataclass(slots=True)
class Site:
    """One entry of the file."""

    lines: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    keep: list[str] = field(default_factory=list)

    def template(self) -> frozenset[str]:
        """The lines to drop."""
        from shanqu.clean.template import normal

        return frozenset({*self.lines, *map(normal, self.own)} - set(map(normal, self.keep)))

    def digest(self) -> int:
        """Equal for equal templates; 0 for none."""
        lines = [*sorted(self.template()), "", *sorted(self.keep)]
        return crc32("\n".join(lines).encode("utf-8", errors="replace")) if len(lines) > 1 else 0


@cache
def shipped() -> dict[str, frozenset[str]]:
    """The lines of the sites that the program knows, by the end of the host's name and by the site's name."""
    from shanqu.clean.template import normal

    data = tomllib.loads(files("shanqu.gazetteer").joinpath("data", NAME).read_text("utf-8"))
    return {name: frozenset(map(normal, entry["lines"])) for entry in data["site"] for name in entry["names"]}


def template_of(article: Article, folder: str, sites: Mapping[str, Site]) -> frozenset[str]:
    """The lines to drop from a page of `folder`, which was cleaned without a template: what is shipped for its
    site, and what `sites` say of it."""
    from shanqu.clean.template import normal, site_key

    key = site_key(article, folder)
    found: set[str] = set()
    for name, lines in shipped().items():
        if name == article.site or key == name or key.endswith("." + name):
            found |= lines
    own = sites.get(key, Site())
    return frozenset((found | own.template()) - set(map(normal, own.keep)))


def load(path: Path) -> dict[str, Site]:
    """The sites of a file; none where there is no file. Raises `OSError`, `ValueError`, `KeyError`, `TypeError`."""
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    return {
        str(entry["name"]): Site(*(_strings(entry.get(name, ())) for name in ("lines", "own", "keep")))
        for entry in data.get("site", ())
    }


def _strings(values: Iterable[object]) -> list[str]:
    if isinstance(values, str):
        raise TypeError("a list of lines is expected")
    return [str(value) for value in values]


def refusal(error: Exception) -> str:
    """Why a file of templates is not used, as one sentence."""
    return Message("These templates are not used: {reason}.", reason=str(error))


def save(path: Path, sites: dict[str, Site]) -> None:
    """Writes the file anew. Raises `OSError`."""
    pieces = [_HEAD]
    for name in sorted(sites):
        site = sites[name]
        if site.lines or site.own or site.keep:
            pieces.append(f"\n[[site]]\nname = {_quoted(name)}\n")
            pieces += [f"{key} = {_listed(getattr(site, key))}\n" for key in ("lines", "own", "keep")]
    part = path.with_suffix(".part")
    part.write_text("".join(pieces), "utf-8", errors="replace")
    part.replace(path)


def _listed(lines: list[str]) -> str:
    return "[\n" + "".join(f"    {_quoted(line)},\n" for line in lines) + "]" if lines else "[]"


def _quoted(text: str) -> str:
    # A JSON string is a TOML one, but for the characters that TOML wants escaped as well.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
