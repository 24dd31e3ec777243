"""The user's stars, tags and notes on the articles of one library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from shanqu.store import Reader
from shanqu.store.codec import decode_path, encode_path
from shanqu.store.notes import Mark, Notes
from shanqu.text.fold import fold

_HELD = "SELECT id, sha256, path, member, title FROM article WHERE"


def all_marks(notes: Path) -> list[Mark]:
    """All that the user has marked, the latest changed first, whatever library it is in. Raises LibraryError."""
    return Notes(notes).all()


class UserMarks:
    """Finds the articles that marks belong to; marks on what the library does not hold are left alone."""

    def __init__(self, reader: Reader, notes: Notes) -> None:
        self._reader = reader
        self._notes = notes
        self._version: object = None
        self._held: dict[int, Mark] = {}

    def __getitem__(self, article: int) -> Mark | None:
        return self.held().get(article)

    def items(self) -> list[tuple[int, Mark]]:
        """Articles with their marks, the latest changed first."""
        return list(self.held().items())

    def starred(self) -> list[int]:
        """The articles with a star."""
        return [article for article, mark in self.held().items() if mark.starred]

    def tagged(self, folded: str | None = None) -> list[int]:
        """The articles with a tag, or with this one."""
        return [
            article
            for article, mark in self.held().items()
            if (mark.tags if folded is None else folded in map(fold, mark.tags))
        ]

    def noted(self, folded: str = "") -> list[int]:
        """The articles with a note that holds the folded text."""
        return [article for article, mark in self.held().items() if mark.note and folded in fold(mark.note)]

    def change(
        self,
        article: int,
        *,
        starred: bool | None = None,
        tags: Iterable[str] | None = None,
        note: str | None = None,
    ) -> Mark:
        """Mark an article; what is None stays as it is. Raises KeyError for an unknown id."""
        before, mark = self[article], self.unmarked(article)
        if before:
            mark = mark._replace(starred=before.starred, tags=before.tags, note=before.note)
        if starred is not None:
            mark = mark._replace(starred=starred)
        if tags is not None:
            mark = mark._replace(tags=tuple(dict.fromkeys(filter(None, map(str.strip, tags)))))
        if note is not None:
            mark = mark._replace(note=note.strip())
        mark = mark._replace(changed=datetime.now(UTC).isoformat(timespec="seconds"))
        self._notes.put(mark, instead=before)
        self._version = None
        return mark

    def unmarked(self, article: int) -> Mark:
        """A mark that says nothing yet. Raises KeyError for an unknown id."""
        rows = self._reader.all(f"{_HELD} id = ?", (article,))
        if not rows:
            raise KeyError(article)
        _, sha256, path, member, title = rows[0]
        return Mark(sha256, decode_path(path), member, title)

    def held(self) -> dict[int, Mark]:
        """For each article with a mark its mark."""
        version = self._notes.version()
        if version is None:
            return {}
        current = (version, self._reader.version())
        if current != self._version:
            self._held = self._found(self._notes.all())
            self._version = current
        return self._held

    def _found(self, marks: list[Mark]) -> dict[int, Mark]:
        """For each mark the article with its content and path; else those with its content; else with its path."""
        by_content: dict[str, list[tuple[int, tuple[str, str]]]] = {}
        by_path: dict[tuple[str, str], int] = {}
        for number, sha256, path, member, _ in self._candidates(marks):
            by_content.setdefault(sha256, []).append((number, (decode_path(path), member)))
            by_path[decode_path(path), member] = number
        found: dict[int, Mark] = {}
        for mark in marks:
            place = (mark.path, mark.member)
            same = by_content.get(mark.sha256, [])
            exact = [number for number, where in same if where == place]
            moved = [number for number, _ in same]
            changed = [by_path[place]] if place in by_path else []
            for number in exact or moved or changed:
                found.setdefault(number, mark)
        return found

    def _candidates(self, marks: list[Mark]) -> list[tuple[int, str, str | bytes, str, str]]:
        hashes = json.dumps([mark.sha256 for mark in marks])
        rows = self._reader.all(f"{_HELD} sha256 IN (SELECT value FROM json_each(?))", (hashes,))
        for mark in marks:
            place = (encode_path(mark.path), mark.member)
            rows += self._reader.all(f"{_HELD} path = ? AND member = ?", place)
        return rows
