"""What recurs on the pages of each site of a library: `templates.toml` in its folder, which its user may edit.

[[site]]
name = "www.example.cn"     # the host; or the folder and the name of the site
lines = ["首页 | 新闻"]      # learned; renewed at each import
own = []                    # lines of the user's, dropped as well
keep = []                   # lines that are never dropped, whatever is learned
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from shanqu.messages import Message
from shanqu.model import Article, Page
from shanqu.store.edges import Edge, Edges
from shanqu.text.paragraphs import cleaned_text

NAME = "templates.toml"
# Pages read again to spell a line out; a line that none of them has waits for the next import.
_LOOKED_UP = 60
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
        lines = sorted(self.template())
        return crc32("\n".join(lines).encode("utf-8", errors="replace")) if lines else 0


class Templates:
    """The templates of a library during one import. `refused` says why the user's file is not used."""

    def __init__(self, library: Path, edges: Edges) -> None:
        self._path = library / NAME
        self._edges = edges
        self._touched: set[str] = set()
        self.refused: tuple[str, str] | None = None
        self._sites: dict[str, Site] = {}
        try:
            self._sites = _load(self._path)
        except (OSError, ValueError, KeyError, TypeError) as error:
            reason = Message("These templates are not used: {reason}.", reason=str(error))
            self.refused = (str(self._path), reason)

    def in_force(self) -> dict[str, frozenset[str]]:
        """The lines to drop of each site that has some."""
        found = {key: site.template() for key, site in self._sites.items()}
        return {key: lines for key, lines in found.items() if lines}

    def take(self, edges: Sequence[Edge]) -> None:
        """Keep what the pages that have been read showed."""
        if edges:
            self._edges.put(list(edges))
            self._touched.update(edge.site for edge in edges)

    def take_up(self) -> None:
        """Look at all sites again when learning, because an import that broke off has not."""
        self._touched.update(self._edges.sites())

    def stale(self) -> Iterator[tuple[str, list[str]]]:
        """The sites whose template is not the one that their pages were read with, each with its files."""
        used = self._edges.used()
        for key in sorted({*used, *self._sites}):
            if self._digest(key) != used.get(key, 0):
                yield key, self._edges.paths(key)

    def settle(self, key: str) -> None:
        """All pages of the site have been read with its template as it is now."""
        self._edges.note_used(key, self._digest(key))

    def _digest(self, key: str) -> int:
        site = self._sites.get(key)
        return site.digest() if site else 0

    def learn(self) -> None:
        """Look again at the sites of the pages that were read, and write the file where they changed."""
        if self.refused:
            return
        changed = False
        for key in self._touched:
            lines = self._learned(key)
            site = self._sites.get(key)
            if lines != (site.lines if site else []):
                self._sites.setdefault(key, Site()).lines = lines
                changed = True
        self._touched = set()
        if changed:
            _save(self._path, self._sites)

    def _learned(self, key: str) -> list[str]:
        """The site's recurring lines, spelled out from pages that have them."""
        from shanqu.clean import clean
        from shanqu.clean.template import Seen, hash_of, hashes_of, recurring, spelled
        from shanqu.ingest import IngestError, read

        edges = self._edges.of(key)
        wanted = recurring((Seen(edge.text, edge.lines) for edge in edges), known_site=not key.endswith(" ?"))
        site = self._sites.get(key)
        lines = {line for line in site.lines if hash_of(line) in wanted} if site else set()
        missing = wanted - {hash_of(line) for line in lines}
        for edge in edges[:_LOOKED_UP]:
            if not missing:
                break
            with suppress(OSError, IngestError):
                for page in read(Path(edge.path)) if missing & hashes_of(edge.lines) else ():
                    if page.member == edge.member:
                        found = spelled(clean(page), missing)
                        lines |= set(found.values())
                        missing -= found.keys()
                        break
        return sorted(lines)


def cleaned_with(page: Page, templates: Mapping[str, frozenset[str]]) -> tuple[Article, Edge]:
    """The article on a page, without the lines of its site's template; and what the page shows of its site."""
    from shanqu.clean import clean
    from shanqu.clean.template import packed, site_key

    plain = clean(page)
    key = site_key(plain, str(Path(page.path).parent))
    text = crc32(cleaned_text(plain).encode("utf-8", errors="replace"))
    edge = Edge(page.path, page.member, key, text, packed(plain))
    template = templates.get(key)
    return (clean(page, template) if template else plain), edge


def _load(path: Path) -> dict[str, Site]:
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


def _save(path: Path, sites: dict[str, Site]) -> None:
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
