"""What recurs on the pages of each site of a library, learned while importing; `template_file` says how it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from shanqu.indexing.template_file import NAME, Site, load, refusal, save, template_of
from shanqu.model import Article, Page
from shanqu.store.edges import Edge, Edges
from shanqu.text.paragraphs import cleaned_text

# Pages read again to spell a line out; a line that none of them has waits for the next import.
_LOOKED_UP = 60


class Templates:
    """The templates of a library during one import. `refused` says why the user's file is not used."""

    def __init__(self, library: Path, edges: Edges) -> None:
        self._path = library / NAME
        self._edges = edges
        self._touched: set[str] = set()
        self.refused: tuple[str, str] | None = None
        self._sites: dict[str, Site] = {}
        try:
            self._sites = load(self._path)
        except (OSError, ValueError, KeyError, TypeError) as error:
            self.refused = (str(self._path), refusal(error))

    def in_force(self) -> dict[str, Site]:
        """The sites of which something is to be dropped or kept."""
        return dict(self._sites)

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
            save(self._path, self._sites)

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


def cleaned_with(page: Page, sites: Mapping[str, Site]) -> tuple[Article, Edge]:
    """The article on a page, without the lines of its site's template; and what the page shows of its site."""
    from shanqu.clean import clean
    from shanqu.clean.template import packed, site_key

    plain = clean(page)
    folder = str(Path(page.path).parent)
    text = crc32(cleaned_text(plain).encode("utf-8", errors="replace"))
    edge = Edge(page.path, page.member, site_key(plain, folder), text, packed(plain))
    template = template_of(plain, folder, sites)
    return (clean(page, template) if template else plain), edge
