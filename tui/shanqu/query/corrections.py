"""What a user corrects: kept in a file of their own, applied whenever the library answers.

The file holds one JSON object a line and is only ever added to: undoing is a line as well. It names entities
and facts by what they are called, not by numbers, so it outlives every new reading of the articles.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shanqu.messages import Message, system_reason
from shanqu.query.correctable import CORRECTIONS
from shanqu.query.correction_shapes import Correction, Deed, Name, Statement

_DEEDS: tuple[Deed, ...] = ("merge", "split", "rename", "hide", "wrong")


class CorrectionsError(Exception):
    """The file cannot be read or written, or a correction makes no sense; `message` is one clear sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Corrections:
    """The user's corrections of one library. All methods may raise CorrectionsError."""

    def __init__(
        self, directory: Path, carry_out: Callable[[Sequence[Correction]], None] = lambda kept: None
    ) -> None:
        """`directory` is that of the library; `carry_out` is told what will be in force before it is written down."""
        self.path = directory / CORRECTIONS
        self._carry_out = carry_out

    def in_force(self) -> tuple[Correction, ...]:
        """Those in force, the oldest first."""
        return _in_force(self._read())

    def merge(self, name: Name, into: Name) -> Correction:
        """From now on `name` is another name of `into`."""
        if name == into or name.kind != into.kind:
            raise CorrectionsError(Message("only two different entities of one kind can be merged"))
        if into in merged_into(self.in_force(), name):
            raise CorrectionsError(Message("{name} is merged with it already", name=into.canonical))
        return self._add({"deed": "merge", "name": name, "into": into})

    def split(self, name: Name, form: str, into: Name, *, path: str = "", site: str = "") -> Correction:
        """From now on what is written `form` (in that article and its reprints, on that site) is not `name` but `into`."""
        if name.kind != into.kind or into in (name, *merged_into(self.in_force(), name)):
            raise CorrectionsError(Message("a name can only be taken out into another entity of the kind"))
        return self._add(
            {"deed": "split", "name": name, "into": into, "form": form, "path": path, "site": site}
        )

    def rename(self, name: Name, text: str) -> Correction:
        """From now on the entity is shown as `text`."""
        shown = " ".join(text.split())
        if not shown:
            raise CorrectionsError(Message("a name cannot be empty"))
        return self._add({"deed": "rename", "name": name, "text": shown})

    def hide(self, name: Name) -> Correction:
        """From now on the entity is not shown."""
        return self._add({"deed": "hide", "name": name})

    def wrong(self, statement: Statement) -> Correction:
        """From now on the fact is not shown."""
        return self._add({"deed": "wrong", "statement": statement})

    def undo(self, number: int) -> Correction:
        """Take a correction back. Raises KeyError where none in force has that number."""
        found = next((one for one in self.in_force() if one.number == number), None)
        if found is None:
            raise KeyError(number)
        self._append([{"undo": number}])
        return found

    def right(self, statement: Statement) -> Correction:
        """Take back that the fact, or the same one in a reprint, is wrong. Raises KeyError where nobody said so."""
        said = statement[1:]
        for one in reversed(self.in_force()):
            if one.statement is not None and one.statement[1:] == said:
                return self.undo(one.number)
        raise KeyError(statement)

    def export(self) -> str:
        """Those in force as JSON Lines, for `read_in` of another library."""
        return "".join(_line(_record(one)) for one in self.in_force())

    def read_in(self, text: str) -> int:
        """Add the corrections of an export that are not in force yet; how many. Nothing is added on an error."""
        known = {_sense(one) for one in self.in_force()}
        records = [_record(one) for one in _in_force(_parsed(text, "-")) if _sense(one) not in known]
        next_number = self._next()
        numbered = [record | {"number": next_number + at} for at, record in enumerate(records)]
        self._append(numbered)
        return len(numbered)

    def _read(self) -> list[dict[str, Any]]:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise CorrectionsError(_unreadable(str(self.path), _reason(error))) from error
        return _parsed(text, str(self.path))

    def _next(self) -> int:
        return max((record.get("number", 0) for record in self._read()), default=0) + 1

    def _add(self, fields: dict[str, Any]) -> Correction:
        made = datetime.now(UTC).isoformat(timespec="seconds")
        correction = Correction(number=self._next(), made=made, **fields)
        self._append([_record(correction)])
        return correction

    def _append(self, records: Sequence[dict[str, Any]]) -> None:
        self._carry_out(_in_force([*self._read(), *records]))
        # A file name that is no text is written as JSON escapes it.
        lines = "".join(map(_line, records)).encode(errors="backslashreplace")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # One write to a file opened for appending: two programs cannot mix up their lines.
            descriptor = os.open(self.path, os.O_APPEND | os.O_CREAT | os.O_RDWR, 0o600)
            try:
                size = os.fstat(descriptor).st_size
                torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
                os.write(descriptor, (b"\n" if torn else b"") + lines)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise CorrectionsError(
                Message("{path}: cannot be written: {reason}", path=self.path, reason=system_reason(error))
            ) from error


def _reason(error: Exception) -> str:
    return system_reason(error) if isinstance(error, OSError) else str(error)


def _unreadable(path: str, reason: str) -> Message:
    return Message("{path}: these corrections cannot be read: {reason}", path=path, reason=reason)


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


def _record(correction: Correction) -> dict[str, Any]:
    """The correction as the file has it: what is empty is left out."""
    parts = {
        key: value._asdict() if isinstance(value, Name | Statement) else value
        for key, value in correction._asdict().items()
    }
    return {key: value for key, value in parts.items() if value not in (None, "")}


def _parsed(text: str, path: str) -> list[dict[str, Any]]:
    records = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise ValueError(line)
            if "undo" not in record:
                _correction(record)
        except (ValueError, TypeError, KeyError) as error:
            raise CorrectionsError(
                Message("{path}: line {number} is no correction", path=path, number=number)
            ) from error
        records.append(record)
    return records


def _correction(record: dict[str, Any]) -> Correction:
    if record["deed"] not in _DEEDS:
        raise ValueError(record["deed"])
    name, into, statement = (record.get(key) for key in ("name", "into", "statement"))
    made = Correction(
        number=int(record["number"]),
        deed=record["deed"],
        made=str(record.get("made", "")),
        name=Name(**name) if name else None,
        into=Name(**into) if into else None,
        text=str(record.get("text", "")),
        form=str(record.get("form", "")),
        path=str(record.get("path", "")),
        site=str(record.get("site", "")),
        statement=Statement(**statement) if statement else None,
    )
    pair = made.name and made.into
    needed = {
        "merge": pair,
        "split": pair and made.form,
        "rename": made.name and made.text,
        "hide": made.name,
    }
    if not needed.get(made.deed, made.statement):
        raise ValueError(made.deed)
    return made


def _in_force(records: Iterable[dict[str, Any]]) -> tuple[Correction, ...]:
    kept: dict[int, Correction] = {}
    for record in records:
        if "undo" in record:
            kept.pop(record["undo"], None)
        else:
            one = _correction(record)
            kept[one.number] = one
    return tuple(kept.values())


def _sense(correction: Correction) -> Correction:
    """The correction without number and time."""
    return correction._replace(number=0, made="")


def merged_into(corrections: Iterable[Correction], name: Name) -> Iterator[Name]:
    """The names that are merged into `name`, over any number of steps."""
    pairs = [(one.name, one.into) for one in corrections if one.deed == "merge"]
    todo, seen = [name], {name}
    while todo:
        now = todo.pop()
        for source, into in pairs:
            if into == now and source is not None and source not in seen:
                seen.add(source)
                todo.append(source)
                yield source
